/**
 * What a check is: a rule of one model as a pure function of a picture, with what it reads, so that a runner
 * knows which changes can alter its answer. What it is called and which model it belongs to stands in codes.ts alone.
 */
import { GROUP_KINDS, type LinkKind, type NodeKind } from '../model/kinds.ts';
import type { CheckResult } from './finding.ts';
import type { Picture } from './picture.ts';

export const GROUPS_AND_PERSONS: readonly NodeKind[] = ['person', ...GROUP_KINDS];

export interface Reads {
  readonly nodes: readonly NodeKind[];
  readonly links: readonly LinkKind[];
  /** Whether captions and labels matter. */
  readonly texts: boolean;
  /** Whether positions and sizes matter. */
  readonly places: boolean;
}

/** What the rules leave to whoever applies them. */
export interface Thresholds {
  /** `overknowing`: the share of the board's persons and groups above which a view holds too much, 0 to 1. */
  readonly overknowingShare: number;
  /** `bureau-size`: the fewest and the most members. */
  readonly bureauLeast: number;
  readonly bureauMost: number;
  /** `small-factory`: up to so many members are attached to another cell. */
  readonly smallFactory: number;
  /** `isolated-fraction`: the share of an organization's people above which a fraction is nearly alone in it. */
  readonly isolatedShare: number;
  /** `overloaded`: the most roles a person should have. */
  readonly mostRoles: number;
  /** `overstretched`: the most readers one person should hand a paper to. */
  readonly mostReaders: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  overknowingShare: 1 / 3,
  bureauLeast: 3,
  bureauMost: 5,
  smallFactory: 2,
  isolatedShare: 2 / 3,
  mostRoles: 3,
  mostReaders: 8,
};

export interface Check {
  readonly reads: Reads;
  /** What it finds, in any order; the same for every picture of the same elements. */
  readonly find: (picture: Picture, thresholds: Thresholds) => CheckResult[];
}
