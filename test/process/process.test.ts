import { once } from 'node:events';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE } from '../../shared/closeCodes.ts';
import { SUBPROTOCOL, WIRE_LIMITS } from '../../shared/protocol.ts';
import { runServer, type ServerGiven, startServer } from '../helpers/server.ts';
import { closed } from '../helpers/socketBench.ts';
import { tempDir } from '../helpers/tempDir.ts';

async function started(given: ServerGiven = {}) {
  const server = await startServer({ dataDir: tempDir(), ...given });
  onTestFinished(() => server.stop());
  return server;
}

interface Link {
  readonly origin: string;
  readonly board: string;
  readonly secret: string;
}

function linkOf(link: string): Link {
  const { origin, pathname, hash } = new URL(link);
  return { origin, board: pathname.replace('/b/', ''), secret: hash.slice(1) };
}

async function enter({ origin, board, secret }: Link) {
  const response = await fetch(`${origin}/api/boards/${board}/session`, {
    method: 'POST',
    body: JSON.stringify({ secret }),
  });
  return { status: response.status, json: await response.json() };
}

/** A facilitator's session at the board of the link. */
async function facilitator(link: string): Promise<{ board: string; token: string }> {
  const { json } = await enter(linkOf(link));
  return { board: linkOf(link).board, token: json.token };
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('a server that starts', () => {
  it('[B-1.15] prints its address and where the link to the example board stands, and the link on a terminal alone', async () => {
    const server = await started();
    expect(server.lines).toEqual([
      `Cellboard is running at http://localhost:${server.port}`,
      `Example board (facilitator): its link stands in ${join(server.dataDir, 'example-board.url')}`,
    ]);
    const link = linkOf(server.exampleLink);
    const { status, json } = await enter(link);
    expect(status).toBe(200);
    expect(json).toMatchObject({ role: 'facilitator', viewpoint: 'facilitator' });
    const elements = await fetch(`${server.url}/api/boards/${link.board}/elements`, {
      headers: { Authorization: `Bearer ${json.token}` },
    });
    expect((await elements.json()).nodes.length).toBeGreaterThan(100);
  });

  it('prints the same link when it is started again on the same data', async () => {
    const first = await started();
    await first.kill('SIGTERM');
    const second = await started({ dataDir: first.dataDir });
    expect(linkOf(second.exampleLink)).toEqual({ ...linkOf(first.exampleLink), origin: second.url });
  });

  it('prints links of its public address where it has one', async () => {
    const server = await startServer({ dataDir: tempDir(), env: { PUBLIC_URL: 'https://board.example' } });
    onTestFinished(() => server.stop());
    expect(server.lines[0]).toBe('Cellboard is running at https://board.example');
    expect(server.exampleLink).toMatch(/^https:\/\/board\.example\/b\//);
  });

  it('takes up its data after it was killed', async () => {
    const first = await started();
    expect(await first.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    const second = await started({ dataDir: first.dataDir });
    expect((await enter(linkOf(second.exampleLink))).status).toBe(200);
  });

  it('keeps what it writes from other users', async () => {
    const server = await started();
    for (const file of readdirSync(server.dataDir)) {
      expect(statSync(join(server.dataDir, file)).mode & 0o077, file).toBe(0);
    }
  });

  it('keeps its key out of the database: with another key the old links open nothing', async () => {
    const dataDir = tempDir();
    const first = await started({ dataDir, env: { CELLBOARD_KEY: 'a'.repeat(32) } });
    expect(existsSync(join(dataDir, 'secret.key'))).toBe(false);
    await first.kill('SIGTERM');
    const second = await started({ dataDir, env: { CELLBOARD_KEY: 'b'.repeat(32) } });
    expect((await enter({ ...linkOf(first.exampleLink), origin: second.url })).status).toBe(403);
  });
});

describe('a server that cannot start says why in one line, ends with 1', () => {
  async function complaint(env: Record<string, string>): Promise<string> {
    const { code, stdout, stderr } = await runServer(env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    return stderr.trim();
  }

  it('for a bad value in the environment', async () => {
    expect(await complaint({ PORT: 'http', DATA_DIR: tempDir() })).toBe(
      'PORT is a number from 0 to 65535; 0 takes any free port.',
    );
  });

  it('for a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const dataDir = tempDir();
    expect(await complaint({ PORT: port, DATA_DIR: dataDir })).toMatch(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken: .* PORT\\.$`),
    );
  });

  it('for an address that is not of this machine', async () => {
    expect(await complaint({ PORT: '0', HOST: '192.0.2.1', DATA_DIR: tempDir() })).toMatch(
      /^This machine has no/,
    );
  });

  it('[B-8.7] for data that another server holds, and leaves that one alone', async () => {
    const server = await started();
    expect(await complaint({ PORT: '0', DATA_DIR: server.dataDir })).toMatch(
      /^Another Cellboard is running on /,
    );
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('for a data directory that cannot be made', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(await complaint({ PORT: '0', DATA_DIR: join(file, 'data') })).toMatch(
      /^Cannot make the data directory/,
    );
  });

  it('for a broken database', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'cellboard.db'), 'not a database '.repeat(1_000));
    expect(await complaint({ PORT: '0', DATA_DIR: dataDir })).toMatch(/is broken and was left as it is/);
  });
});

describe('[B-8.8] a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'with %s closes its sockets as restarting and ends with 0',
    async (signal) => {
      const server = await started();
      const link = linkOf(server.exampleLink);
      const { json } = await enter(link);
      const path = `${server.url.replace('http', 'ws')}/sync/${link.board}/facilitator`;
      const socket = new WebSocket(path, [SUBPROTOCOL, json.token]);
      await once(socket, 'message');
      const [end, exit] = await Promise.all([closed(socket), server.kill(signal)]);
      expect(end.code).toBe(CLOSE.restarting);
      expect(exit).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe('a running server', () => {
  it('[B-1.12] answers a body that is too large with 413, and then others as before', async () => {
    const server = await started();
    const { board, token } = await facilitator(server.exampleLink);
    const post = (path: string, bytes: number, headers = {}) =>
      fetch(`${server.url}/api/boards${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ nodes: ['x'.repeat(bytes)] }),
      });
    const large = await post(`/${board}/elements`, WIRE_LIMITS.bodyBytes, bearer(token));
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ error: { code: 'too-large' } });
    expect((await post('', 64 * 1024)).status).toBe(413);
    expect((await post(`/${board}/elements`, WIRE_LIMITS.bodyBytes)).status).toBe(401);
    expect((await post(`/${board}/elements`, 1_000_000, bearer(token))).status).toBe(200);
  });

  it('closes the sockets of an invite the moment it is revoked, and no others', async () => {
    const server = await started();
    const { board, token } = await facilitator(server.exampleLink);
    const invites = `${server.url}/api/boards/${board}/invites`;
    const body = JSON.stringify({ viewpoint: 'everyone', role: 'viewer' });
    const made = await (await fetch(invites, { method: 'POST', headers: bearer(token), body })).json();
    const guest = await enter({ origin: server.url, board, secret: made.secret });
    const sync = `${server.url.replace('http', 'ws')}/sync/${board}`;
    const mine = new WebSocket(`${sync}/facilitator`, [SUBPROTOCOL, token]);
    const theirs = new WebSocket(`${sync}/everyone`, [SUBPROTOCOL, guest.json.token]);
    await Promise.all([once(mine, 'message'), once(theirs, 'message')]);
    const end = closed(theirs);
    const revoked = await fetch(`${invites}/${made.id}`, { method: 'DELETE', headers: bearer(token) });
    expect(revoked.status).toBe(204);
    expect((await end).code).toBe(CLOSE.revoked);
    expect(mine.readyState).toBe(WebSocket.OPEN);
    mine.terminate();
    const again = new WebSocket(`${sync}/everyone`, [SUBPROTOCOL, guest.json.token]);
    expect((await closed(again)).code).toBe(CLOSE.unauthorized);
  });

  it('serves the page at / and /b/:board and nothing elsewhere', async () => {
    const server = await started();
    const get = async (path: string) => {
      const response = await fetch(server.url + path);
      return `${response.status} ${response.headers.get('Content-Type')}`;
    };
    expect(await get('/')).toBe('200 text/html; charset=utf-8');
    expect(await get('/b/whatever')).toBe('200 text/html; charset=utf-8');
    expect(await get('/nope')).toMatch(/^404 text\/plain/);
    expect(await get('/api/nope')).toMatch(/^404 application\/json/);
  });

  it('[B-2.14] answers an upgrade elsewhere than at /sync with 404', async () => {
    const server = await started();
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/elsewhere`);
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(404);
    socket.terminate();
  });
});
