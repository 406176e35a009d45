/** A backup made while people draw, and what a server finds when it is started on it. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startServer } from '../helpers/server.ts';
import { tempDir } from '../helpers/tempDir.ts';

const run = promisify(execFile);

interface Said {
  readonly failed: boolean;
  readonly text: string;
}

async function command(name: 'backup' | 'restore', dataDir: string, ...args: string[]): Promise<Said> {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
  try {
    const { stdout, stderr } = await run(process.execPath, [`server/${name}.mjs`, ...args], { env });
    return { failed: false, text: stdout + stderr };
  } catch (error) {
    return { failed: true, text: String((error as { stderr?: string }).stderr) };
  }
}

async function api(
  port: number,
  path: string,
  { token, body }: { token?: string | undefined; body?: unknown } = {},
) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/boards${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Record<string, never> & { nodes: { id: string }[] };
}

it('[B-8.10] a backup made while boards are written to holds what was answered before, and serves with the old links', async () => {
  const dataDir = tempDir();
  const server = await startServer({ dataDir });
  const { board, secret } = await api(server.port, '', { body: { title: 'Kept' } });
  const { token } = await api(server.port, `/${board}/session`, { body: { secret } });
  const add = (id: string) =>
    api(server.port, `/${board}/elements`, { token, body: { nodes: [{ id, kind: 'person', label: id }] } });
  for (let count = 0; count < 20; count += 1) await add(`before${count}`);
  let isWriting = true;
  const writing = (async () => {
    for (let count = 0; isWriting; count += 1) await add(`meanwhile${count}`);
  })();
  const file = join(dataDir, 'kept.db');
  const made = await command('backup', dataDir, file, '--with-key');
  isWriting = false;
  await writing;
  expect(made).toMatchObject({ failed: false });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'latin1')).not.toContain(secret);
  await server.stop();

  const elsewhere = join(dataDir, 'elsewhere');
  expect(await command('restore', elsewhere, file)).toMatchObject({ failed: false });
  const restored = await startServer({ dataDir: elsewhere });
  const again = await api(restored.port, `/${board}/session`, { body: { secret } });
  const { nodes } = await api(restored.port, `/${board}/elements`, { token: again.token });
  const ids = new Set(nodes.map(({ id }) => id));
  for (let count = 0; count < 20; count += 1) expect(ids).toContain(`before${count}`);

  expect(await command('restore', elsewhere, file)).toEqual({
    failed: true,
    text: expect.stringContaining('is running'),
  });
  await restored.stop();
  expect(await command('restore', elsewhere, file)).toMatchObject({ failed: false });
  expect(readdirSync(elsewhere).some((name) => name.startsWith('cellboard.db.before-'))).toBe(true);
});

it('[B-8.10] a backup says plainly that the key is not in it, and writes over nothing', async () => {
  const dataDir = tempDir();
  await (await startServer({ dataDir })).stop();
  const file = join(dataDir, 'kept.db');
  expect((await command('backup', dataDir, file)).text).toMatch(/The key is not included/);
  expect(existsSync(`${file}.key`)).toBe(false);
  const size = statSync(file).size;
  expect(await command('backup', dataDir, file)).toMatchObject({ failed: true });
  expect(statSync(file).size).toBe(size);
});

it('[B-8.10] what is no sound backup is not restored, and nothing is touched', async () => {
  const dataDir = tempDir();
  await (await startServer({ dataDir })).stop();
  const before = readdirSync(dataDir).sort();
  const broken = join(tempDir(), 'broken.db');
  writeFileSync(broken, 'SQLite format 3\0 and then nothing');
  expect(await command('restore', dataDir, broken)).toMatchObject({ failed: true });
  expect(await command('restore', dataDir, join(dataDir, 'nowhere.db'))).toMatchObject({ failed: true });
  expect(readdirSync(dataDir).sort()).toEqual(before);
});
