/** The four policies, default by default, and what may be said of a policy from outside. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { NodeRecord } from '../../../../shared/model/element.ts';
import { DISCLOSURES, GROUP_KINDS, NODE_KINDS } from '../../../../shared/model/kinds.ts';
import {
  disclosureOf,
  namedPolicy,
  POLICY_NAMES,
  PolicyInputSchema,
  PolicySchema,
} from '../../../../shared/policies/policies.ts';
import { board } from '../../../helpers/boards.ts';

const groups = board('open')
  .circle('circle')
  .cell('cell')
  .area('area')
  .organization('organization')
  .body('body');
const node = (id: string) => groups.get(id) as NodeRecord;

const DEFAULTS = {
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
} as const;

describe.each(POLICY_NAMES)('the policy %s', (name) => {
  it.each(GROUP_KINDS)('has its default for a %s', (kind) => {
    expect(disclosureOf(node(kind), namedPolicy(name))).toBe(DEFAULTS[name][kind]);
  });

  it.each(DISCLOSURES)('gives way to a group that is %s', (disclosure) => {
    for (const kind of GROUP_KINDS) {
      expect(disclosureOf({ ...node(kind), disclosure }, namedPolicy(name))).toBe(disclosure);
    }
  });

  it('lets guides see members, and is a commons when it is open', () => {
    expect(namedPolicy(name)).toEqual({ name, guidesSeeMembers: true, commons: name === 'open' });
  });

  it('is accepted by its name, with switches, and as it is kept', () => {
    const kept = namedPolicy(name);
    expect(v.parse(PolicyInputSchema, name)).toEqual(kept);
    expect(v.parse(PolicyInputSchema, { name })).toEqual(kept);
    expect(v.parse(PolicyInputSchema, { name, commons: !kept.commons })).toEqual({
      ...kept,
      commons: !kept.commons,
    });
    expect(v.parse(PolicyInputSchema, { name, guidesSeeMembers: false })).toEqual({
      ...kept,
      guidesSeeMembers: false,
    });
    expect(v.parse(PolicySchema, kept)).toEqual(kept);
  });
});

describe('a policy', () => {
  it('knows every group, and nothing that is none', () => {
    expect(NODE_KINDS.filter((kind) => !(GROUP_KINDS as readonly string[]).includes(kind))).toEqual([
      'person',
      'note',
    ]);
    const plain = board('detached').person('ada').note('memo');
    for (const id of ['ada', 'memo']) {
      expect(disclosureOf(plain.get(id) as NodeRecord, namedPolicy('detached'))).toBeNull();
    }
  });

  it.each([
    ['an unknown name', 'secret'],
    ['a name from the language', '__proto__'],
    ['no name', {}],
    ['a switch that is none', { name: 'open', commons: 'yes' }],
    ['a field nobody knows', { name: 'open', disclosure: 'open' }],
    ['nothing', null],
    ['a list', ['open']],
  ])('is refused for %s, with the names there are', (_why, value) => {
    const parsed = v.safeParse(PolicyInputSchema, value);
    expect(parsed.issues?.[0].message).toBe(
      'A policy is one of open, detached, territorial, fractions, or {name, guidesSeeMembers?, commons?}.',
    );
  });

  it.each([
    [
      'name',
      { name: 'secret', guidesSeeMembers: true, commons: true },
      'A policy is one of open, detached, territorial, fractions.',
    ],
    [
      'guidesSeeMembers',
      { name: 'open', guidesSeeMembers: 1, commons: true },
      'guidesSeeMembers is true or false.',
    ],
    ['commons', { name: 'open', guidesSeeMembers: true, commons: null }, 'commons is true or false.'],
  ])('as it is kept has its %s right', (_field, value, message) => {
    expect(v.safeParse(PolicySchema, value).issues?.[0].message).toBe(message);
  });

  it('as it is kept is whole', () => {
    expect(v.safeParse(PolicySchema, { name: 'open', commons: true }).success).toBe(false);
    expect(v.safeParse(PolicySchema, { ...namedPolicy('open'), more: 1 }).success).toBe(false);
  });
});
