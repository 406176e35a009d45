import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { socketPath } from '../../server/admin/socketPath.mjs';
import { type ServerProcess, startServer } from '../helpers/server.ts';
import { tempDir } from '../helpers/tempDir.ts';

const run = promisify(execFile);

async function started(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServer({ dataDir: tempDir(), env });
  onTestFinished(() => server.stop());
  return server;
}

/** What the command prints; rejects with what it says on standard error. */
async function admin({ dataDir }: { dataDir: string }, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['server/admin.mjs', ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
  });
  return stdout;
}

const linkOf = (text: string) => {
  const { pathname, hash } = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
  return { board: pathname.split('/')[2] ?? '', secret: hash.slice(1) };
};

async function enter({ port }: ServerProcess, { board, secret }: { board: string; secret: string }) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/boards/${board}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, name: 'Noor\u001b[31m' }),
  });
  return { status: answer.status, ...((await answer.json()) as { token: string }) };
}

/** Joins a board by socket; answers the code with which it is closed one day. */
async function join({ port }: ServerProcess, { board, token }: { board: string; token: string }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${board}/facilitator`, ['cellboard.v1', token]);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.once('message', resolve));
  return { closed };
}

describe('[B-1.18] an operator', () => {
  it('makes a board, lists it with its size, sees who is there, and deletes it while people are in it', async () => {
    const server = await started();
    const link = linkOf(await admin(server, 'make', 'fractions'));
    const { token } = await enter(server, link);
    const { closed } = await join(server, { board: link.board, token });
    expect(await admin(server, 'boards')).toMatch(new RegExp(`^${link.board} +\\d{2,} +\\d+ kB `, 'm'));
    const sessions = await admin(server, 'sessions', link.board);
    expect(sessions).toMatch(/^yes +facilitator +facilitator .* Noor/m);
    expect(sessions).not.toContain('\u001b');
    await admin(server, 'delete-board', link.board);
    expect(await closed).toBe(4404);
    expect((await enter(server, link)).status).toBe(403);
    expect(await admin(server, 'boards')).not.toContain(link.board);
    await expect(admin(server, 'delete-board', link.board)).rejects.toThrow(/There is no such board/);
  });

  it('revokes every link of a board and gets a new one', async () => {
    const server = await started();
    const link = linkOf(await admin(server, 'make'));
    const { token } = await enter(server, link);
    const { closed } = await join(server, { board: link.board, token });
    const next = linkOf(await admin(server, 'revoke', link.board));
    expect(await closed).toBe(4403);
    expect((await enter(server, link)).status).toBe(403);
    expect((await enter(server, next)).status).toBe(200);
  });

  it('is told what to do where no server runs, and how a command is called', async () => {
    await expect(admin({ dataDir: tempDir() }, 'boards')).rejects.toThrow(
      /No server runs on this data directory/,
    );
    await expect(admin({ dataDir: tempDir() })).rejects.toThrow(/Usage: npm run admin/);
    await expect(admin({ dataDir: tempDir() }, 'delete-board')).rejects.toThrow(/Say which board/);
  });

  it('acts through a socket that the server’s own user alone can open', async () => {
    const server = await started();
    expect(statSync(socketPath(server.dataDir)).mode & 0o077).toBe(0);
  });
});

describe('[B-1.17] what anybody may make', () => {
  const post = ({ port }: ServerProcess, path: string, token?: string) =>
    fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(token ? { title: 'T', names: true } : {}),
    });

  it('is switched off: boards then come from the operator alone, and no templates are saved', async () => {
    const server = await started({ ANONYMOUS_BOARDS: 'off', ANONYMOUS_TEMPLATES: 'off' });
    const refused = await post(server, '/boards');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: 'boards-off' } });
    const link = linkOf(await admin(server, 'make', 'fractions'));
    const { token } = await enter(server, link);
    expect((await post(server, `/boards/${link.board}/templates`, token)).status).toBe(403);
  });
});
