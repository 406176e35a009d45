/**
 * Policies: what a board discloses unless one of its groups says otherwise. A policy is a row of defaults,
 * one disclosure for each kind of group, and two switches.
 */
import * as v from 'valibot';
import type { NodeRecord } from '../model/element.ts';
import { type Disclosure, type GroupKind, isGroupKind } from '../model/kinds.ts';

export const POLICY_NAMES = ['open', 'detached', 'territorial', 'fractions'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export interface Policy {
  readonly name: PolicyName;
  /** Whoever guides a group also sees its memberships and members. */
  readonly guidesSeeMembers: boolean;
  /** What participants add belongs to everyone, contacts are public, editors may change what they see. */
  readonly commons: boolean;
}

const DEFAULTS: Readonly<Record<PolicyName, Readonly<Record<GroupKind, Disclosure>>>> = {
  open: { circle: 'open', cell: 'open', area: 'open', organization: 'open', body: 'open' },
  detached: {
    circle: 'internal',
    cell: 'detached',
    area: 'detached',
    organization: 'open',
    body: 'internal',
  },
  territorial: {
    circle: 'internal',
    cell: 'internal',
    area: 'internal',
    organization: 'open',
    body: 'internal',
  },
  fractions: {
    circle: 'internal',
    cell: 'detached',
    area: 'internal',
    organization: 'open',
    body: 'internal',
  },
};

/** What a group of a kind discloses under a policy unless it says otherwise. */
export function defaultDisclosure(policy: PolicyName, kind: GroupKind): Disclosure {
  return DEFAULTS[policy][kind];
}

/** A policy with its switches as they are set by default. */
export function namedPolicy(name: PolicyName): Policy {
  return { name, guidesSeeMembers: true, commons: name === 'open' };
}

export const PolicySchema = v.strictObject({
  name: v.picklist(POLICY_NAMES, `A policy is one of ${POLICY_NAMES.join(', ')}.`),
  guidesSeeMembers: v.boolean('guidesSeeMembers is true or false.'),
  commons: v.boolean('commons is true or false.'),
});

/** A policy as a caller may give it: a name, or a name with switches. */
export const PolicyInputSchema = v.union(
  [
    v.pipe(v.picklist(POLICY_NAMES), v.transform(namedPolicy)),
    v.pipe(
      v.strictObject({
        name: v.picklist(POLICY_NAMES),
        guidesSeeMembers: v.optional(v.boolean()),
        commons: v.optional(v.boolean()),
      }),
      v.transform(
        ({ name, guidesSeeMembers, commons }): Policy => ({
          name,
          guidesSeeMembers: guidesSeeMembers ?? namedPolicy(name).guidesSeeMembers,
          commons: commons ?? namedPolicy(name).commons,
        }),
      ),
    ),
  ],
  `A policy is one of ${POLICY_NAMES.join(', ')}, or {name, guidesSeeMembers?, commons?}.`,
);

/** What a group discloses under a policy: its own setting, else the default of its kind. Null for no group. */
export function disclosureOf(node: NodeRecord, policy: Policy): Disclosure | null {
  if (!isGroupKind(node.kind)) return null;
  return node.disclosure ?? defaultDisclosure(policy.name, node.kind);
}
