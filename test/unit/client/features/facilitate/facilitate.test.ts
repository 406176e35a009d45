import { describe, expect, it } from 'vitest';
import { clockText } from '../../../../../client/features/facilitate/clockText.ts';
import { drawingsOf } from '../../../../../client/features/facilitate/drawings.ts';
import { raisedHands } from '../../../../../client/features/facilitate/raisedHands.ts';
import { endOf } from '../../../../../client/features/share/endOf.ts';
import type { Peer } from '../../../../../client/sync/presence.ts';
import type { BoardStore } from '../../../../../client/sync/store.ts';

const element = (id: string, owner: string | null, more: object = {}) => ({
  id,
  owner,
  label: id,
  unconfirmed: owner !== null && owner !== 'facilitator',
  ...more,
});

describe('drawings to confirm', () => {
  it('stand by whose they are, owners by name, nodes before links', () => {
    const nodes = [
      element('c10', 'facilitator', { label: 'Cell 10' }),
      element('c2', 'facilitator', { label: 'Cell 2' }),
      element('a', 'c10'),
      element('b', 'c2'),
      element('mine', null),
    ];
    const store = {
      nodes: new Map(nodes.map((node) => [node.id, node])),
      links: new Map([['l', element('l', 'c2')]]),
    } as unknown as BoardStore;
    expect(drawingsOf(store).map(({ owner, drawings }) => [owner, drawings.map(({ id }) => id)])).toEqual([
      ['c2', ['b', 'l']],
      ['c10', ['a']],
    ]);
  });
});

describe('raised hands', () => {
  it('stand in the order in which they went up', () => {
    const peer = (client: number, hand?: number) => ({ client, ...(hand !== undefined && { hand }) }) as Peer;
    expect(raisedHands([peer(1, 30), peer(2), peer(3, 10), peer(4, 30)]).map(({ client }) => client)).toEqual(
      [3, 1, 4],
    );
  });
});

describe('what is left of a timer', () => {
  it.each([
    [0, 'en', '00:00'],
    [1, 'en', '00:01'],
    [59_001, 'en', '01:00'],
    [300_000, 'fa', '۰۵:۰۰'],
    [6_000_000, 'en', '100:00'],
  ])('%i ms in %s is %s', (left, locale, text) => {
    expect(clockText(left, locale)).toBe(text);
  });
});

describe('a link', () => {
  const invite = { expires: null, uses: 0, maxUses: null };
  it.each([
    ['that never ends and may always be used serves', invite, null],
    ['whose time is up is expired', { ...invite, expires: 5 }, 'expired'],
    ['that was used often enough is spent', { ...invite, uses: 2, maxUses: 2 }, 'spent'],
    ['that may still be used serves', { ...invite, expires: 6, uses: 1, maxUses: 2 }, null],
  ])('%s', (_what, given, end) => {
    expect(endOf(given, 5)).toBe(end);
  });
});
