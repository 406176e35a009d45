import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it, vi } from 'vitest';
import { openSqlite } from '../../../../server/store/sqlite.ts';
import type { ActivityRow, BoardCommit, Store } from '../../../../server/store/store.ts';
import type { Viewpoint } from '../../../../shared/model/ids.ts';
import { BOARD, boardCommit, newBoard, OTHER, person } from '../../../helpers/storeContract.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

const CELL = 'cell' as Viewpoint;
const ROW = { epoch: 1, writer: 7, retired: [], aliases: [], writers: [] };

const activity = (at: number): ActivityRow => ({
  at,
  session: "s'1",
  viewpoint: 'everyone',
  verb: 'change',
  element: person('p').id,
  fields: ['position', 'label'],
});

/** A plain edit: what goes into the journal. */
const edit = (at: number, given: Partial<BoardCommit> = {}) =>
  boardCommit({
    put: [{ ...person('p', `«${at}» 🜁`), position: { x: at, y: 0 } }],
    activity: [activity(at)],
    views: [{ viewpoint: CELL, append: Uint8Array.of(at, 0, 255) }],
    ...given,
  });

async function begun(dir: string): Promise<Store> {
  const store = openSqlite(dir);
  await store.createBoard(newBoard({ elements: [person('p')] }));
  await store.commit([boardCommit({ views: [{ viewpoint: CELL, row: ROW, snapshot: Uint8Array.of(9) }] })]);
  return store;
}

/** The files as a kill would leave them, elsewhere. */
function killed(dir: string): string {
  const copy = tempDir();
  for (const name of ['cellboard.db', 'cellboard.db-wal'])
    if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(copy, name));
  return copy;
}

function rowsIn(dir: string, table: string): number {
  const db = new Libsql(join(dir, 'cellboard.db'));
  const [count] = db.prepare(`SELECT count(*) FROM ${table}`).raw().all([]).flat() as number[];
  db.close();
  return count ?? 0;
}

async function expectEdits(store: Store, times: readonly number[]): Promise<void> {
  const last = times.at(-1);
  const node = (await store.loadBoard(BOARD))?.nodes.find(({ id }) => id === person('p').id);
  expect(node?.label).toBe(`«${last}» 🜁`);
  expect((await store.activity(BOARD, 100)).map(({ at }) => at)).toEqual([...times].reverse());
  expect((await store.activity(BOARD, 1))[0]).toEqual(activity(last ?? 0));
  const view = await store.loadView(BOARD, CELL);
  expect(view?.updates.map((update) => [...update])).toEqual([[9], ...times.map((at) => [at, 0, 255])]);
}

describe('the journal', () => {
  it('has after a kill what was committed and not carried over', async () => {
    const dir = tempDir();
    const store = await begun(dir);
    for (const at of [1, 2, 3]) await store.commit([edit(at)]);
    const copy = openSqlite(killed(dir));
    await expectEdits(copy, [1, 2, 3]);
    await expectEdits(store, [1, 2, 3]);
    await copy.close();
    await store.close();
  });

  it('carries nothing over twice, whenever it is killed, and never goes back behind what came later', async () => {
    const dir = tempDir();
    const store = await begun(dir);
    const times: number[] = [];
    const acts: (() => Promise<unknown>)[] = [
      () => store.loadBoard(BOARD),
      // Not plain, so that it goes straight into the tables.
      () => store.commit([edit(times.push(times.length + 1), { removed: [person('gone').id] })]),
      () => store.commit([edit(times.push(times.length + 1))]),
      () => store.activity(BOARD, 1),
    ];
    for (const act of [...acts, ...acts.toReversed(), ...acts]) {
      await store.commit([edit(times.push(times.length + 1))]);
      await act();
      const copy = openSqlite(killed(dir));
      await expectEdits(copy, times);
      await copy.close();
    }
    await expectEdits(store, times);
    await store.close();
  });

  it('is empty once the store is closed, and goes on counting where it was', async () => {
    const dir = tempDir();
    let store = await begun(dir);
    for (const at of [1, 2]) {
      await store.commit([edit(at)]);
      await store.close();
      expect(rowsIn(dir, 'journal')).toBe(0);
      store = openSqlite(dir);
    }
    await store.commit([edit(3)]);
    const copy = openSqlite(killed(dir));
    await expectEdits(copy, [1, 2, 3]);
    await copy.close();
    await store.close();
  });

  it('is carried over by itself after a while, a record once however often it changed', async () => {
    vi.useFakeTimers();
    try {
      const dir = tempDir();
      const store = await begun(dir);
      await store.createBoard(
        newBoard({ id: OTHER, invite: { ...newBoard().invite, id: 'other' as never } }),
      );
      for (const at of [1, 2, 3]) await store.commit([edit(at)]);
      vi.advanceTimersByTime(2_000);
      await store.commit([edit(4), boardCommit({ board: OTHER, put: [person('q')] })]);
      expect(rowsIn(dir, 'journal')).toBe(4);
      vi.advanceTimersByTime(3_000);
      expect(rowsIn(dir, 'activity')).toBe(4);
      // The last row also has work of a board whose time has not come.
      expect(rowsIn(dir, 'journal')).toBe(1);
      vi.advanceTimersByTime(3_000);
      expect(rowsIn(dir, 'journal')).toBe(0);
      await expectEdits(store, [1, 2, 3, 4]);
      expect((await store.loadBoard(OTHER))?.nodes.map(({ id }) => id)).toContain('q');
      await store.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is carried over sooner where much waits, so that it never takes long', async () => {
    vi.useFakeTimers();
    try {
      const dir = tempDir();
      const store = await begun(dir);
      const times = Array.from({ length: 420 }, (_, index) => index + 1);
      for (const at of times) await store.commit([edit(at)]);
      vi.advanceTimersByTime(300);
      expect(rowsIn(dir, 'activity')).toBe(420);
      expect(rowsIn(dir, 'journal')).toBe(0);
      await store.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is read as if it were in the tables, also while nothing can be carried over', async () => {
    const dir = tempDir();
    const store = await begun(dir);
    const saboteur = new Libsql(join(dir, 'cellboard.db'));
    saboteur.exec(`CREATE TRIGGER full BEFORE INSERT ON activity BEGIN SELECT RAISE(ABORT, 'full'); END`);
    for (const at of [1, 2]) await store.commit([edit(at)]);
    await expect(store.commit([edit(3, { removed: [person('gone').id] })])).rejects.toThrow('full');
    await expectEdits(store, [1, 2]);
    saboteur.exec('DROP TRIGGER full');
    saboteur.close();
    await store.commit([edit(3, { removed: [person('gone').id] })]);
    await expectEdits(store, [1, 2, 3]);
    await store.close();
  });

  it('takes in no edit of a board or a view that is not there', async () => {
    const dir = tempDir();
    const store = await begun(dir);
    await expect(store.commit([edit(1), edit(1, { board: OTHER })])).rejects.toThrow(/no board/);
    const unknown = [{ viewpoint: 'everyone', append: Uint8Array.of(1) }] as const;
    await expect(store.commit([edit(1, { views: unknown })])).rejects.toThrow(/no view/);
    expect(await store.activity(BOARD, 10)).toEqual([]);
    await store.close();
  });
});
