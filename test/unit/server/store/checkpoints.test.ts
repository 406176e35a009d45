import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../../server/store/database.ts';
import { tempDir } from '../../../helpers/tempDir.ts';

const FILLER = 'x'.repeat(3_000);

it('a log grown long is carried over while commits go on', { timeout: 60_000 }, async () => {
  const path = join(tempDir(), 'test.db');
  const db = new Database(path);
  db.query('CREATE TABLE filler (a TEXT)').run([]);
  const insert = db.query('INSERT INTO filler (a) VALUES (?)');
  const before = statSync(path).size;
  const limit = Date.now() + 50_000;
  while (statSync(path).size <= before && Date.now() < limit) {
    for (let times = 0; times < 64; times += 1) db.transaction(() => insert.run([FILLER]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(statSync(path).size).toBeGreaterThan(before);
  await db.close();
  expect(existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0).toBe(0);
});
