import { beforeEach, describe, expect, it } from 'vitest';
import { exampleLink } from '../../../../server/provisioning/exampleBoard.ts';
import type { BoardId } from '../../../../shared/model/ids.ts';
import { type AccessBench, accessBench } from '../../../helpers/accessBench.ts';

let bench: AccessBench;
beforeEach(async () => {
  bench = await accessBench();
});

const link = () => exampleLink(bench, 'http://localhost:4040');
const boardIn = (address: string) => new URL(address).pathname.replace('/b/', '') as BoardId;
const serves = async (address: string) =>
  (await bench.access.enter({
    board: boardIn(address),
    secret: new URL(address).hash.slice(1),
    name: '',
  })) !== null;

describe('the example board', () => {
  it('is made once, from the template, under the template title', async () => {
    const first = await link();
    expect(await link()).toBe(first);
    const board = await bench.store.loadBoard(boardIn(first));
    expect(board?.title).toBe('Circles and cells');
    expect(board?.nodes.length).toBeGreaterThan(100);
    expect(await serves(first)).toBe(true);
  });

  it('that was noted but not made, because a start was cut short, is made under the same id', async () => {
    await bench.store.putSetting('example-board', 'noted-board');
    expect(boardIn(await link())).toBe('noted-board');
    expect(await bench.store.hasBoard('noted-board' as BoardId)).toBe(true);
  });

  it('gets a new facilitator link when all were revoked', async () => {
    const first = await link();
    for (const { id } of await bench.access.invites(boardIn(first)))
      await bench.access.revoke(boardIn(first), id);
    const second = await link();
    expect(boardIn(second)).toBe(boardIn(first));
    expect(await serves(first)).toBe(false);
    expect(await serves(second)).toBe(true);
  });

  it('is not linked with an invite that ends or belongs to a participant', async () => {
    const first = await link();
    const board = boardIn(first);
    for (const { id } of await bench.access.invites(board)) await bench.access.revoke(board, id);
    const wishes = [
      { role: 'editor', viewpoint: 'everyone' },
      { role: 'facilitator', viewpoint: 'facilitator', maxUses: 1 },
      { role: 'facilitator', viewpoint: 'facilitator', expires: bench.clock() + 1 },
    ] as const;
    const made = await Promise.all(wishes.map((wish) => bench.access.invite({ ...wish, board })));
    const { hash } = new URL(await link());
    for (const invite of made) expect(hash).not.toContain(invite?.id);
  });
});
