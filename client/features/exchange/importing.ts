/**
 * Messages between the page and the import's worker, and how the worker answers them. The reading stays in the
 * worker: the page gets counts and samples to show, and the whole only once it is to be made.
 */

import { extraNames } from '../../../shared/exchange/attributes.ts';
import type { ReadableId } from '../../../shared/exchange/formats.ts';
import {
  likelyMapping,
  type Mapping,
  type PlannedLink,
  planOf,
  type TypeCount,
  typesOf,
} from '../../../shared/exchange/plan.ts';
import type { GivenFile, ReadFile } from '../../../shared/exchange/readFiles.ts';
import type { FileRefusal, Reading, Trouble } from '../../../shared/exchange/reading.ts';
import { asLinkId, asNodeId, newLinkId, newNodeId } from '../../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';
import type { Result } from '../../../shared/model/result.ts';
import { arrange } from './arrange.ts';
import type { ArrangedNode } from './bounds.ts';

export interface Choices {
  readonly mapping: Mapping;
  readonly isFacilitator: boolean;
  readonly keepExtra: boolean;
}

export interface Overview {
  readonly format: ReadableId;
  readonly formatLabel: string;
  readonly encoding: string | null;
  readonly nodeTypes: readonly TypeCount[];
  readonly linkTypes: readonly TypeCount[];
  readonly mapping: Mapping;
  /** Names of what the file says beyond what a board has fields for. */
  readonly extra: readonly string[];
}

interface Sample {
  readonly kind: NodeKind;
  readonly label: string;
  readonly caption: string;
  readonly line: number | null;
}

interface LinkSample {
  readonly kind: LinkKind;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface ImportSummary {
  readonly nodes: number;
  readonly links: number;
  readonly nodeKinds: readonly (readonly [NodeKind, number])[];
  readonly linkKinds: readonly (readonly [LinkKind, number])[];
  readonly leftOut: number;
  readonly samples: readonly Sample[];
  readonly linkSamples: readonly LinkSample[];
  readonly troubles: readonly Trouble[];
  /** How many of the nodes the file gives places to. */
  readonly placed: number;
}

export interface Arranged {
  readonly nodes: readonly ArrangedNode[];
  readonly links: readonly PlannedLink[];
}

export type Ask =
  | { readonly type: 'read'; readonly files: readonly GivenFile[] }
  | { readonly type: 'outline'; readonly choices: Choices }
  | { readonly type: 'arrange'; readonly choices: Choices };

export type Answer =
  | { readonly type: 'read'; readonly overview: Result<Overview, FileRefusal> }
  | { readonly type: 'outline'; readonly outline: ImportSummary }
  | { readonly type: 'arrange'; readonly arranged: Arranged };

const SAMPLES = 6;

export function overviewOf({ format, reading, encoding }: ReadFile): Overview {
  return {
    format: format.id,
    formatLabel: format.label,
    encoding,
    nodeTypes: typesOf(reading.nodes),
    linkTypes: typesOf(reading.links),
    mapping: likelyMapping(reading),
    extra: extraNames(reading.nodes),
  };
}

export function outlineOf(reading: Reading, choices: Choices): ImportSummary {
  // Nothing is made of it: any ids will do, and random ones take their time.
  let next = 0;
  const { nodes, links, troubles } = planOf(reading, {
    ...choices,
    newNodeId: () => asNodeId(String(next++)),
    newLinkId: () => asLinkId(String(next++)),
  });
  const names = new Map(nodes.map(({ id, label }) => [id, label]));
  const lines = reading.nodes.filter(({ type }) => choices.mapping.nodes.get(type) != null);
  return {
    nodes: nodes.length,
    links: links.length,
    nodeKinds: counted(nodes),
    linkKinds: counted(links),
    leftOut: reading.nodes.length + reading.links.length - nodes.length - links.length,
    samples: nodes.slice(0, SAMPLES).map(({ kind, label, caption }, index) => ({
      kind,
      label,
      caption,
      line: lines[index]?.line ?? null,
    })),
    linkSamples: links.slice(0, SAMPLES).map(({ kind, source, target, label }) => ({
      kind,
      label,
      from: names.get(source) ?? '',
      to: names.get(target) ?? '',
    })),
    troubles,
    placed: nodes.filter(({ position }) => position !== null).length,
  };
}

function counted<Kind extends string>(elements: readonly { readonly kind: Kind }[]): [Kind, number][] {
  const counts = new Map<Kind, number>();
  for (const { kind } of elements) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function arrangedOf(reading: Reading, choices: Choices): Arranged {
  const { nodes, links } = planOf(reading, {
    ...choices,
    newNodeId: () => newNodeId(),
    newLinkId: () => newLinkId(),
  });
  return { nodes: arrange({ nodes, links, isToScale: reading.isToScale }), links };
}
