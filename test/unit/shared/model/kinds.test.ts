/** The vocabulary: what there is, and which link may join what. */
import { describe, expect, it } from 'vitest';
import {
  DISCLOSURES,
  GROUP_KINDS,
  isDirected,
  isGroupKind,
  isViewpointKind,
  LINK_KINDS,
  type LinkKind,
  mayJoin,
  NODE_KINDS,
  type NodeKind,
} from '../../../../shared/model/kinds.ts';

const ANY: readonly NodeKind[] = NODE_KINDS;
const GROUPS: readonly NodeKind[] = GROUP_KINDS;

describe('the vocabulary', () => {
  it('is this', () => {
    expect(NODE_KINDS).toEqual(['person', 'circle', 'cell', 'area', 'organization', 'body', 'note']);
    expect(GROUP_KINDS).toEqual(['circle', 'cell', 'area', 'organization', 'body']);
    expect(LINK_KINDS).toEqual(['membership', 'contact', 'guidance', 'delegation', 'channel', 'tie']);
    expect(DISCLOSURES).toEqual(['open', 'internal', 'detached']);
  });

  it('calls whatever can have members a group', () => {
    expect(NODE_KINDS.filter(isGroupKind)).toEqual(GROUP_KINDS);
  });

  it('gives eyes to persons and groups, not to notes', () => {
    expect(NODE_KINDS.filter(isViewpointKind)).toEqual(['person', ...GROUP_KINDS]);
  });

  it('gives no direction to contacts and ties', () => {
    expect(LINK_KINDS.filter(isDirected)).toEqual(['membership', 'guidance', 'delegation', 'channel']);
  });
});

const JOINS: Readonly<Record<LinkKind, readonly [from: readonly NodeKind[], to: readonly NodeKind[]]>> = {
  membership: [['person', ...GROUPS], GROUPS],
  contact: [['person'], ['person']],
  guidance: [GROUPS, GROUPS],
  delegation: [GROUPS, ['body']],
  channel: [ANY, ANY],
  tie: [ANY, ANY],
};

describe.each(LINK_KINDS)('a link of kind %s', (kind) => {
  it.each(NODE_KINDS)('leads from a %s to what it may and to nothing else', (source) => {
    const [from, to] = JOINS[kind];
    for (const target of NODE_KINDS) {
      expect(mayJoin(kind, { source, target }), target).toBe(from.includes(source) && to.includes(target));
    }
  });
});
