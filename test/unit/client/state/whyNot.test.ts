import { expect, test } from 'vitest';
import type { Rights } from '../../../../client/state/rights.ts';
import { whyNot } from '../../../../client/state/whyNot.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../../../client/sync/snapshot.ts';
import type { BoardStore } from '../../../../client/sync/store.ts';

const CELL = { id: 'cell', kind: 'cell', label: 'Cell 1', position: { x: 0, y: 0 }, locked: false };
const ADA = { id: 'ada', kind: 'person', label: 'Ada', position: { x: 0, y: 0 }, locked: false };
const SEAT = { id: 'seat', kind: 'membership', source: 'ada', target: 'cell', locked: false };
const TIE = { id: 'tie', kind: 'tie', source: 'ada', target: 'cell', locked: false };

/** As much of a store as the reasons look at. */
function storeOf(nodes: readonly { id: string }[], links: readonly { id: string }[]): BoardStore {
  const byId = (all: readonly { id: string }[]) => new Map(all.map((each) => [each.id, each]));
  return {
    nodes: byId(nodes),
    links: byId(links),
    linksAt: () => links.map(({ id }) => id),
  } as unknown as BoardStore;
}

const EDITOR = { role: 'editor', viewing: false } as Rights;
const why = (element: object, store = storeOf([CELL, ADA], [SEAT, TIE]), rights = EDITOR) =>
  whyNot({ rights, store }, element as NodeSnapshot | LinkSnapshot);

test('a refusal names the group whose members could, of a group, its member and the membership', () => {
  for (const element of [CELL, ADA, SEAT]) expect(why(element)).toContain('Cell 1');
});

test('a group that this reader does not see is not named', () => {
  const without = storeOf([ADA], [SEAT]);
  expect(why(ADA, without)).not.toContain('Cell 1');
  expect(why(ADA, without)).toBe(why(TIE));
});

test('what is locked, a viewer and a locked board each have their own reason, before who could', () => {
  const reasons = [
    why(CELL),
    why({ ...CELL, locked: true }),
    why(CELL, undefined, { ...EDITOR, role: 'viewer' } as Rights),
    why(CELL, undefined, { ...EDITOR, locked: true } as Rights),
  ];
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(reasons.slice(1).join()).not.toContain('Cell 1');
});
