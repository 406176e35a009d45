/**
 * A real server whose disk is full, whose database is locked or cut short, and that is stopped in the middle of
 * its work. Whatever it answered before is there afterwards.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Seeded } from '../helpers/seeded.ts';
import { type ServerProcess, startServer } from '../helpers/server.ts';
import { tempDir } from '../helpers/tempDir.ts';

const SEED = Number(process.env['CELLBOARD_SEED'] ?? 1);

/** A facilitator of a board, through the HTTP interface. */
class Desk {
  port: number;
  readonly board: string;
  readonly token: string;
  /** What it was told has been made, in order. */
  readonly made: string[] = [];

  private constructor(port: number, { board, token }: { board: string; token: string }) {
    this.port = port;
    this.board = board;
    this.token = token;
  }

  static async open({ port }: ServerProcess): Promise<Desk> {
    const board = await call(port, { path: '', body: {} });
    const { board: id, secret } = board.body as { board: string; secret: string };
    const session = await call(port, { path: `/${id}/session`, body: { secret } });
    return new Desk(port, { board: id, token: (session.body as { token: string }).token });
  }

  /** Adds a note; answers whether the server said that it is kept. */
  async add(id: string, notes = ''): Promise<boolean> {
    const body = { nodes: [{ id, kind: 'note', label: id, notes }] };
    const { status } = await call(this.port, { path: `/${this.board}/elements`, token: this.token, body });
    if (status === 200) this.made.push(id);
    return status === 200;
  }

  async found(): Promise<string[]> {
    const answer = await call(this.port, { path: `/${this.board}/elements`, token: this.token });
    return (answer.body as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
  }

  async expectAllThere(): Promise<void> {
    const found = new Set(await this.found());
    expect(this.made.filter((id) => !found.has(id))).toEqual([]);
  }
}

async function call(
  port: number,
  { path, token = '', body }: { path: string; token?: string; body?: unknown },
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/boards${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (answer === null) return { status: 0, body: null };
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

const isReady = async (port: number) => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
const mayMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;

it.skipIf(!mayMount)(
  '[B-8.2] a full disk: what was answered is there, the server lives, and goes on when there is room',
  async () => {
    const dir = tempDir();
    const disk = join(dir, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status !== 0) return;
    onTestFinished(() => {
      spawnSync('umount', [disk]);
    });
    const filler = join(disk, 'filler');
    writeFileSync(filler, new Uint8Array(2 * 1024 * 1024));
    const server = await startServer({ dataDir: disk });
    const desk = await Desk.open(server);
    let count = 0;
    while (await desk.add(`n${count}`, 'x'.repeat(9_000))) count += 1;
    expect(count).toBeGreaterThan(3);
    for (let refused = 0; refused < 20; refused += 1) await desk.add(`refused${refused}`, 'x'.repeat(9_000));
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    await desk.expectAllThere();
    rmSync(filler);
    await expect.poll(() => isReady(server.port), { timeout: 5_000 }).toBe(true);
    expect(await desk.add('afterwards')).toBe(true);
    await desk.expectAllThere();
    await server.kill('SIGKILL');
    const again = await startServer({ dataDir: disk });
    desk.port = again.port;
    await desk.expectAllThere();
    await again.stop();
  },
);

/** Another process that holds the database's write lock for a while. */
async function lockFor(dataDir: string, milliseconds: number): Promise<ChildProcess> {
  const script = `
    import Libsql from 'libsql';
    const db = new Libsql(process.argv[1]);
    db.exec('BEGIN IMMEDIATE');
    console.log('locked');
    setTimeout(() => { db.exec('ROLLBACK'); db.close(); }, Number(process.argv[2]));`;
  const args = ['--input-type=module', '-e', script, join(dataDir, 'cellboard.db'), String(milliseconds)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

it.each([1_000, 8_000])(
  '[B-8.3] a database that something else holds for %i ms: what is answered is kept, then or after it',
  async (milliseconds) => {
    const server = await startServer();
    const desk = await Desk.open(server);
    await desk.add('before');
    const holder = await lockFor(server.dataDir, milliseconds);
    const waited = await desk.add('meanwhile');
    if (milliseconds < 5_000) expect(waited).toBe(true);
    if (holder.exitCode === null) await once(holder, 'exit');
    expect(await desk.add('afterwards')).toBe(true);
    await desk.expectAllThere();
    expect(await isReady(server.port)).toBe(true);
    await server.stop();
  },
);

it('[B-8.4] a log cut short anywhere: the server starts, and holds what came before the cut, whole and in order', async () => {
  const random = new Seeded(SEED);
  const server = await startServer();
  const desk = await Desk.open(server);
  for (let count = 0; count < 60; count += 1) await desk.add(`n${count}`);
  const { dataDir } = server;
  await server.kill('SIGKILL');
  const wal = join(dataDir, 'cellboard.db-wal');
  expect(existsSync(wal)).toBe(true);
  const size = statSync(wal).size;
  for (let round = 0; round < 12; round += 1) {
    const dir = tempDir();
    for (const name of ['cellboard.db', 'cellboard.db-wal', 'secret.key'])
      copyFileSync(join(dataDir, name), join(dir, name));
    // The schema and the board itself are older than the last two thirds of the log.
    truncateSync(join(dir, 'cellboard.db-wal'), Math.floor(size * (0.4 + 0.6 * random.next())));
    const again = await startServer({ dataDir: dir });
    desk.port = again.port;
    const answer = await call(again.port, { path: `/${desk.board}/elements`, token: desk.token });
    if (answer.status === 200) {
      const found = new Set((answer.body as { nodes: { id: string }[] }).nodes.map(({ id }) => id));
      expect(desk.made.slice(0, found.size).filter((id) => !found.has(id))).toEqual([]);
    } else expect(answer.status).toBe(401);
    await again.kill('SIGKILL');
  }
});

it('[B-8.6] a process that stands still for a while: it goes on, and what was answered is there', async () => {
  const server = await startServer();
  const desk = await Desk.open(server);
  for (let round = 0; round < 5; round += 1) {
    const adding = Promise.all(Array.from({ length: 10 }, (_, index) => desk.add(`r${round}n${index}`)));
    process.kill(server.pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 700));
    process.kill(server.pid, 'SIGCONT');
    expect(await adding).not.toContain(false);
  }
  await desk.expectAllThere();
  await server.stop();
});

it('[B-2.13] a connection that does not say what it wants is hung up within twenty seconds', async () => {
  const server = await startServer();
  const began = performance.now();
  const silent = connect(server.port, '127.0.0.1');
  const halting = connect(server.port, '127.0.0.1');
  halting.write('GET /sync/x/y HTTP/1.1\r\nHost: x\r\n');
  for (const socket of [silent, halting]) socket.on('error', () => {}).resume();
  await Promise.all([once(silent, 'close'), once(halting, 'close')]);
  expect(performance.now() - began).toBeLessThan(20_000);
  await server.stop();
});
