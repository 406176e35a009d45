import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../../server/store/sqlite.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { BoardId, NodeId } from '../../../../shared/model/ids.ts';
import { BOARD, boardCommit, newBoard, person } from '../../../helpers/storeContract.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

const OTHER = 'other' as BoardId;
const CELL = 'cell' as NodeId;
const row = { epoch: 4, writer: 7, retired: [3], aliases: [], writers: [] } as const;

/** Two boards with an element, a view and edits that wait in the journal; a row of it is then spoilt by hand. */
async function spoilt(sql: string): Promise<{ store: Store; lines: string[] }> {
  const dir = tempDir();
  const first = openSqlite(dir);
  for (const id of [BOARD, OTHER]) {
    await first.createBoard(newBoard({ id, elements: [person('p'), person('q')] }));
    const view = { viewpoint: CELL, row, snapshot: Uint8Array.of(0, 0) };
    await first.commit([boardCommit({ board: id, put: [person('r')], views: [view] })]);
  }
  await first.close();
  const db = new Libsql(join(dir, 'cellboard.db'));
  db.exec(sql);
  db.close();
  const lines: string[] = [];
  return { store: openSqlite(dir, (line) => lines.push(line)), lines };
}

const idsOf = async (store: Store, board: BoardId) =>
  (await store.loadBoard(board))?.nodes.map(({ id }) => id).sort();

describe('[B-8.12] a row that cannot be read', () => {
  it('of an element is set aside with a line for the operator; the rest of its board and all others are there', async () => {
    const { store, lines } = await spoilt(
      `UPDATE elements SET body = '{"id' WHERE board = '${BOARD}' AND id = 'p'`,
    );
    expect(await idsOf(store, BOARD)).toEqual(['q', 'r']);
    expect((await store.loadBoard(BOARD))?.setAside).toBe(1);
    expect(await idsOf(store, OTHER)).toEqual(['p', 'q', 'r']);
    expect((await store.loadBoard(OTHER))?.setAside).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Board board-1: a row of elements .*set aside.*npm run restore/);
    await store.close();
  });

  it('of an element takes along the links that would have no end', async () => {
    const { store } = await spoilt(
      `INSERT INTO elements VALUES ('${BOARD}', 'l', '${JSON.stringify({
        id: 'l',
        kind: 'tie',
        source: 'p',
        target: 'q',
        label: '',
        caption: '',
        locked: false,
        owner: 'facilitator',
      })}'); UPDATE elements SET body = 'no' WHERE board = '${BOARD}' AND id = 'p'`,
    );
    const board = await store.loadBoard(BOARD);
    expect(board?.links).toEqual([]);
    expect(board?.setAside).toBe(2);
    await store.close();
  });

  it('of a view leaves the board whole, and the view to be made anew', async () => {
    const { store, lines } = await spoilt(`UPDATE updates SET bytes = 'text' WHERE board = '${BOARD}'`);
    expect(await store.loadView(BOARD, CELL)).toEqual({ row, updates: [], isBroken: true });
    expect((await store.loadView(OTHER, CELL))?.updates).toHaveLength(1);
    expect(lines).toHaveLength(1);
    await store.close();
  });

  it('that says whose client ids are whose makes everybody at that view start over', async () => {
    const { store } = await spoilt(`UPDATE views SET body = '' WHERE board = '${BOARD}'`);
    expect(await store.loadView(BOARD, CELL)).toEqual({ row: null, updates: [], isBroken: true });
    await store.close();
  });

  it('of the journal refuses no board: its boards lack those edits, and their views are made anew', async () => {
    const text = JSON.stringify([{ board: BOARD, put: 'nonsense', activity: [], appends: [] }]);
    const { store, lines } = await spoilt(`INSERT INTO journal VALUES (1000, '${text}', x'')`);
    expect(await idsOf(store, BOARD)).toEqual(['p', 'q', 'r']);
    expect((await store.loadBoard(BOARD))?.setAside).toBe(1);
    expect(await store.loadView(BOARD, CELL)).toEqual({ row, updates: [], isBroken: true });
    expect((await store.loadView(OTHER, CELL))?.isBroken).toBeUndefined();
    expect(lines).toHaveLength(1);
    await store.close();
  });

  it('of the journal whose boards cannot be told is set aside all the same', async () => {
    const { store, lines } = await spoilt("INSERT INTO journal VALUES (1000, '####', x'')");
    expect(await idsOf(store, BOARD)).toEqual(['p', 'q', 'r']);
    expect(lines[0]).toMatch(/^Edits that waited/);
    await store.close();
  });
});
