import { mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../../server/store/sqlite.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { BOARD, boardCommit, newBoard, person, storeContract } from '../../../helpers/storeContract.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

const dirs = new WeakMap<Store, string>();

function open(dir: string): Store {
  const store = openSqlite(dir);
  dirs.set(store, dir);
  return store;
}

async function reopen(store: Store): Promise<Store> {
  const dir = dirs.get(store) ?? '';
  await store.close();
  return open(dir);
}

async function filled(dir: string): Promise<string> {
  const store = open(dir);
  await store.createBoard(newBoard({ elements: Array.from({ length: 2_000 }, (_, i) => person(`n${i}`)) }));
  await store.close();
  return join(dir, 'cellboard.db');
}

describe('the SQLite store', () => {
  storeContract({ open: async () => open(tempDir()), reopen });

  it('makes its directory', async () => {
    const store = open(join(tempDir(), 'deep', 'data'));
    await store.close();
  });

  it('refuses a directory that another store holds, and takes it once that is closed', async () => {
    const dir = tempDir();
    const first = open(dir);
    expect(() => open(dir)).toThrow(/^Another Cellboard is running on .*: stop it first, or .* DATA_DIR\.$/);
    await first.close();
    await open(dir).close();
  });

  it('says so in one line when its directory cannot be made or is a file', () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    for (const dir of [file, join(file, 'data')]) {
      expect(() => open(dir)).toThrow(/^Cannot make the data directory .*DATA_DIR\.$/);
    }
  });

  it('says so in one line when it cannot write to its directory', () => {
    const dir = tempDir();
    mkdirSync(join(dir, 'server.lock'));
    expect(() => open(dir)).toThrow(/^Cannot write to the data directory [^\n]+DATA_DIR\.$/);
  });

  it('[B-8.3] waits for somebody else who holds the database, and lets everything else go on meanwhile', async () => {
    const dir = tempDir();
    const store = open(dir);
    await store.createBoard(newBoard());
    const other = new Libsql(join(dir, 'cellboard.db'));
    other.exec('BEGIN IMMEDIATE');
    let isKept = false;
    const commits = Promise.all([
      store.commit([boardCommit({ put: [person('plain')] })]),
      store.commit([boardCommit({ put: [person('atOnce')], removed: [person('gone').id] })]),
      store.putSetting('key', 'value'),
    ]).then(() => {
      isKept = true;
    });
    // Turns of the event loop go by.
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(isKept).toBe(false);
    other.exec('ROLLBACK');
    other.close();
    await commits;
    expect((await store.loadBoard(BOARD))?.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['atOnce', 'plain']),
    );
    expect(await store.setting('key')).toBe('value');
    await store.close();
  });

  const breakages: Record<string, (path: string) => void> = {
    'is something else': (path) => writeFileSync(path, 'hello '.repeat(1_000)),
    'is a short scrap': (path) => writeFileSync(path, 'hello'),
    'was cut off': (path) => truncateSync(path, 10_000),
    'was overwritten inside': (path) => {
      const file = openSync(path, 'r+');
      for (let at = 20 * 4_096; at < 30 * 4_096; at += 4_096)
        writeSync(file, Buffer.alloc(4_096, 'A'), 0, 4_096, at);
    },
  };
  it.each(Object.entries(breakages))(
    'leaves a database that %s untouched and says what to do',
    async (_, damage) => {
      const dir = tempDir();
      const path = await filled(dir);
      damage(path);
      const before = readFileSync(path);
      expect(() => open(dir)).toThrow(
        /^The database [^\n]+ is broken and was left as it is: restore it from a backup, or move it away [^\n]+$/,
      );
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('leaves the write-ahead log beside a broken database untouched', async () => {
    const dir = tempDir();
    const log = `${await filled(dir)}-wal`;
    writeFileSync(join(dir, 'cellboard.db'), 'hello '.repeat(1_000));
    writeFileSync(log, 'what else was kept '.repeat(1_000));
    const before = readFileSync(log);
    expect(() => open(dir)).toThrow(/is broken/);
    expect(readFileSync(log).equals(before)).toBe(true);
  });

  it('refuses a database of a newer version', async () => {
    const dir = tempDir();
    const path = await filled(dir);
    const db = new Libsql(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => open(dir)).toThrow(/newer Cellboard/);
  });

  it('can be read by others while it is open', async () => {
    const dir = tempDir();
    const store = open(dir);
    await store.createBoard(newBoard());
    const reader = new Libsql(join(dir, 'cellboard.db'));
    expect(reader.prepare('SELECT id FROM boards').raw().all([])).toEqual([[BOARD]]);
    reader.close();
    await store.close();
  });

  it.each(['journal', 'activity'])(
    'loses nothing when a database error meets a commit at the table %s',
    async (table) => {
      const dir = tempDir();
      const store = open(dir);
      await store.createBoard(newBoard());
      const saboteur = new Libsql(join(dir, 'cellboard.db'));
      saboteur.exec(
        `CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
      );
      const row = {
        at: 1,
        session: 's',
        viewpoint: 'everyone',
        verb: 'change',
        element: null,
        fields: [],
      } as const;
      const isPlain = table === 'journal';
      const commit = boardCommit({
        put: [person('q')],
        ...(!isPlain && { removed: ['gone' as NodeId] }),
        activity: [row],
      });
      await expect(store.commit([commit])).rejects.toThrow('disk full');
      expect((await store.loadBoard(BOARD))?.nodes.map((node) => node.id)).not.toContain('q');
      saboteur.exec('DROP TRIGGER full');
      saboteur.close();
      await store.commit([commit]);
      expect((await store.loadBoard(BOARD))?.nodes.map((node) => node.id)).toContain('q');
      await store.close();
    },
  );

  it('does not load a row that is not as it was written, and quotes nothing of it', async () => {
    const dir = tempDir();
    const path = await filled(dir);
    const db = new Libsql(path);
    db.exec(`UPDATE elements SET body = '{"id":"n1","label":"mark"}' WHERE id = 'n1'`);
    db.exec(`INSERT INTO views VALUES ('${BOARD}', 'cell', '{"epoch":"mark"}')`);
    db.close();
    const lines: string[] = [];
    const store = openSqlite(dir, (line) => lines.push(line));
    expect((await store.loadBoard(BOARD))?.nodes.some(({ id }) => id === 'n1')).toBe(false);
    expect((await store.loadView(BOARD, 'cell' as NodeId))?.row).toBeNull();
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(/The database holds a row that cannot be read: /);
      expect(line).not.toContain('mark');
    }
    await store.close();
  });

  it('loads a board of 30,000 elements within seconds on a busy machine', async () => {
    const store = open(tempDir());
    await store.createBoard(
      newBoard({ elements: Array.from({ length: 30_000 }, (_, i) => person(`n${i}`)) }),
    );
    const start = performance.now();
    expect((await store.loadBoard(BOARD))?.nodes).toHaveLength(30_000);
    const took = performance.now() - start;
    expect(took).toBeLessThan(5_000);
    await store.close();
  });
});
