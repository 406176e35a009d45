import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { InviteRow } from '../../../../server/store/store.ts';
import type { SocketLimits } from '../../../../server/ws/socket.ts';
import { CLOSE } from '../../../../shared/closeCodes.ts';
import { SUBPROTOCOL, WIRE_LIMITS } from '../../../../shared/protocol.ts';
import type { FakeHandle } from '../../../helpers/fakeRoom.ts';
import {
  closed,
  LIMITS,
  left,
  message,
  received,
  type SocketBench,
  socketBench,
} from '../../../helpers/socketBench.ts';

async function cellToken(bench: SocketBench, given: Partial<InviteRow> = {}): Promise<string> {
  const wish = { board: bench.board, viewpoint: 'cell', role: 'editor', ...given } as const;
  const invite = await bench.access.invite(wish as Parameters<typeof bench.access.invite>[0]);
  if (invite === null) throw new Error('No invite was made.');
  return bench.enter(invite);
}

describe('a socket with a token that serves', () => {
  it('is answered with our subprotocol and joined as who it is', async () => {
    const bench = await socketBench();
    const { client, handle } = await bench.joined();
    expect(client.protocol).toBe(SUBPROTOCOL);
    expect(client.extensions).toBe('');
    expect(handle.principal).toMatchObject({
      invite: bench.invite.id,
      role: 'facilitator',
      home: 'facilitator',
      viewpoint: 'facilitator',
    });
    expect(handle.principal.session).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of a facilitator opens any viewpoint and stays known as the facilitator', async () => {
    const bench = await socketBench();
    const { handle } = await bench.joined('cell');
    expect(handle.principal).toMatchObject({ role: 'facilitator', home: 'facilitator', viewpoint: 'cell' });
  });

  it('of a facilitator only looks through another viewpoint, unless it asks to edit there', async () => {
    const bench = await socketBench();
    const looking = await bench.joined('cell');
    expect(looking.handle.principal.looksOnly).toBe(true);
    for (const [query, looksOnly] of [
      ['?edit=1', undefined],
      ['?edit=0', true],
      ['?edit', true],
    ] as const) {
      const { handle } = await bench.joined(`cell${query}`);
      expect(handle.principal).toMatchObject({ role: 'facilitator', viewpoint: 'cell' });
      expect(handle.principal.looksOnly, query).toBe(looksOnly);
    }
    expect((await bench.joined()).handle.principal.looksOnly).toBeUndefined();
  });

  it('carries frames both ways as they are', async () => {
    const { client, handle } = await (await socketBench()).joined();
    const arrived = received(handle);
    client.send(Uint8Array.of(0, 1, 255));
    expect(await arrived).toEqual([0, 1, 255]);
    const answered = message(client);
    handle.transport.send(Uint8Array.of(9, 8));
    expect(await answered).toEqual([9, 8]);
  });

  it('loses nothing that is sent before the room is joined', async () => {
    const bench = await socketBench();
    const join = bench.roomApi.join.bind(bench.roomApi);
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    bench.roomApi.join = async (principal, transport) => {
      await opened;
      return join(principal, transport);
    };
    const token = await bench.enter(bench.invite);
    const client = bench.client(`/sync/${bench.board}/facilitator`, { token });
    await once(client, 'open');
    for (let i = 0; i < 100; i++) client.send(Uint8Array.of(i));
    const all = new Promise<number[][]>((resolve) => {
      bench.roomApi.onJoin = (handle) => {
        handle.onReceive = () => handle.received.length === 100 && resolve(handle.received);
      };
    });
    open();
    expect(await all).toEqual(Array.from({ length: 100 }, (_, i) => [i]));
  });

  it('leaves the room when it closes', async () => {
    const { client, handle } = await (await socketBench()).joined();
    const gone = left(handle);
    client.close();
    await gone;
  });

  it('leaves the room when it closes before the room is joined', async () => {
    const bench = await socketBench();
    const join = bench.roomApi.join.bind(bench.roomApi);
    const gone = new Promise<void>((resolve) => {
      bench.roomApi.join = async (principal, transport) => {
        if (client.readyState === client.CONNECTING) await once(client, 'open');
        const ended = closed(client);
        client.terminate();
        await ended;
        const handle = await join(principal, transport);
        if (handle !== null) {
          const { leave } = handle;
          handle.leave = () => {
            leave.call(handle);
            resolve();
          };
        }
        return handle;
      };
    });
    const token = await bench.enter(bench.invite);
    const client = bench.client(`/sync/${bench.board}/facilitator`, { token });
    await gone;
    expect(bench.roomApi.handles.size).toBe(0);
  });
});

describe('a socket that may not sit down', () => {
  it.each([
    ['without a token', undefined],
    ['with a token that was never given', 'wrong'],
  ])('[B-2.1] %s is closed as unauthorized, whether the board is there or not', async (_, token) => {
    const bench = await socketBench();
    for (const path of [`/sync/${bench.board}/cell`, '/sync/nowhere/cell']) {
      const client = bench.client(path, token === undefined ? {} : { token });
      expect(await closed(client)).toEqual({ code: CLOSE.unauthorized, reason: 'unauthorized' });
    }
  });

  it('[B-2.2] with a token that has expired is closed as expired', async () => {
    const bench = await socketBench();
    const token = await cellToken(bench, { expires: bench.clock() + 1_000 });
    bench.pass(1_000);
    const client = bench.client(`/sync/${bench.board}/cell`, { token });
    expect(await closed(client)).toEqual({ code: CLOSE.revoked, reason: 'revoked' });
  });

  it('[B-2.3] is answered alike for another viewpoint, one that is not there, another board and a malformed address', async () => {
    const bench = await socketBench();
    const token = await cellToken(bench);
    for (const path of [
      `/sync/${bench.board}/facilitator`,
      `/sync/${bench.board}/everyone`,
      `/sync/${bench.board}/nobody`,
      '/sync/nowhere/cell',
      `/sync/${bench.board}/no*body`,
      `/sync/${bench.board}`,
      `/sync/${bench.board}/cell/more`,
      '/sync/',
    ]) {
      expect(await closed(bench.client(path, { token }))).toEqual({
        code: CLOSE.notFound,
        reason: 'notFound',
      });
    }
    expect(bench.roomApi.handles.size).toBe(0);
  });

  it('because a facilitator asks for a viewpoint that is not there is closed as not found', async () => {
    const bench = await socketBench();
    const token = await bench.enter(bench.invite);
    expect((await closed(bench.client(`/sync/${bench.board}/nobody`, { token }))).code).toBe(CLOSE.notFound);
  });

  it('because its board cannot be opened is told to come back', async () => {
    const bench = await socketBench();
    bench.roomApi.join = () => Promise.reject(new Error('broken'));
    const token = await bench.enter(bench.invite);
    expect((await closed(bench.client(`/sync/${bench.board}/facilitator`, { token }))).code).toBe(
      CLOSE.restarting,
    );
  });

  it('[B-1.7] because a page of a foreign origin opened it is refused before it is one', async () => {
    const bench = await socketBench();
    const token = await bench.enter(bench.invite);
    const path = `/sync/${bench.board}/facilitator`;
    const foreign = bench.client(path, { token, options: { origin: 'https://evil.example' } });
    const [, response] = await once(foreign, 'unexpected-response');
    expect(response.statusCode).toBe(403);
    const own = bench.client(path, { token, options: { origin: `http://127.0.0.1:${bench.port}` } });
    await once(own, 'open');
  });

  it('[B-2.10] because too many of its address are there already is closed, and let in when one has gone', async () => {
    const bench = await socketBench({ limits: { ...LIMITS, maxConnectionsPerAddress: 1 } });
    const { client, handle } = await bench.joined();
    const token = await bench.enter(bench.invite);
    const path = `/sync/${bench.board}/facilitator`;
    expect((await closed(bench.client(path, { token }))).code).toBe(CLOSE.tooFast);
    const gone = left(handle);
    client.close();
    await Promise.all([gone, closed(client)]);
    await bench.joined();
  });
});

describe('a session, a board and a processor', () => {
  it.each<[string, Partial<SocketLimits>]>([
    ['of its session', { maxConnectionsPerSession: 2 }],
    ['at its board', { maxConnectionsPerBoard: 2 }],
  ])(
    '[B-2.10] a socket is closed when too many %s are there, and let in when one has gone',
    async (_whose, limit) => {
      const bench = await socketBench({ limits: { ...LIMITS, ...limit } });
      const { client, handle, token } = await bench.joined();
      const path = `/sync/${bench.board}/facilitator`;
      const second = bench.client(path, { token });
      await once(second, 'open');
      expect((await closed(bench.client(path, { token }))).code).toBe(CLOSE.tooFast);
      const gone = left(handle);
      client.close();
      await Promise.all([gone, closed(client)]);
      await once(bench.client(path, { token }), 'open');
    },
  );

  it('[B-2.11] a session whose messages keep the server busy is closed, and stays out until it has made up for it', async () => {
    const bench = await socketBench({ stopwatch: { start: () => {}, read: () => 6_000 } });
    const { client, handle, token } = await bench.joined();
    const gone = closed(client);
    const heard = new Promise<void>((resolve) => {
      handle.onReceive = () => resolve();
    });
    client.send(Uint8Array.of(3));
    await heard;
    client.send(Uint8Array.of(3));
    expect((await gone).code).toBe(CLOSE.tooFast);
    const path = `/sync/${bench.board}/facilitator`;
    expect((await closed(bench.client(path, { token }))).code).toBe(CLOSE.tooFast);
    // Two seconds were too much; a quarter of a processor makes up for them in eight.
    bench.pass(8_000);
    const back = bench.client(path, { token });
    await once(back, 'open');
    const other = await bench.joined();
    expect(other.client.readyState).toBe(other.client.OPEN);
  });
});

describe('[B-2.6] a joined socket is closed', () => {
  it.each<[string, number, (bench: SocketBench, client: import('ws').WebSocket) => void]>([
    ['as malformed when it sends text', CLOSE.malformed, (_, client) => client.send('hello')],
    [
      'as too large when a frame is',
      CLOSE.tooLarge,
      (_, client) => client.send(new Uint8Array(WIRE_LIMITS.frameBytes + 1)),
    ],
    [
      'as too fast when it sends more than a burst',
      CLOSE.tooFast,
      (_, client) => {
        for (let i = 0; i <= WIRE_LIMITS.messageBurst; i++) client.send(Uint8Array.of(1));
      },
    ],
    [
      'as revoked when its invite is',
      CLOSE.revoked,
      (bench) => bench.roomApi.dismiss(({ invite }) => invite === bench.invite.id, CLOSE.revoked),
    ],
  ])('%s', async (_, code, provoke) => {
    const bench = await socketBench();
    const { client, handle } = await bench.joined();
    const [gone, end] = [left(handle), closed(client)];
    provoke(bench, client);
    expect((await end).code).toBe(code);
    await gone;
  });

  it('[B-2.7] as malformed when it floods with tiny fragments', async () => {
    const { client } = await (await socketBench()).joined();
    const end = closed(client);
    for (let count = 0; count < 17_000; count += 1) client.send(Uint8Array.of(1), { fin: false });
    expect((await end).code).toBe(CLOSE.malformed);
  });

  it('[B-2.8] never compressed, whatever it offers', async () => {
    const bench = await socketBench();
    const token = await bench.enter(bench.invite);
    const options = { perMessageDeflate: true };
    const client = bench.client(`/sync/${bench.board}/facilitator`, { token, options });
    await once(client, 'open');
    expect(client.extensions).toBe('');
  });

  it('not for a frame of exactly the largest size', async () => {
    const { client, handle } = await (await socketBench()).joined();
    const arrived = received(handle);
    client.send(new Uint8Array(WIRE_LIMITS.frameBytes));
    expect(await arrived).toHaveLength(WIRE_LIMITS.frameBytes);
  });

  it('[B-2.7] as malformed when it breaks the protocol of sockets', async () => {
    const bench = await socketBench();
    const { client, handle } = await bench.joined();
    const [gone, end] = [left(handle), closed(client)];
    // A reserved bit and an unknown kind of frame.
    (client as unknown as { _socket: import('node:net').Socket })._socket.write(
      Buffer.from([0xff, 0x80, 0, 0, 0, 0]),
    );
    expect((await end).code).toBe(CLOSE.malformed);
    await gone;
  });

  it('[B-2.4] when its session expires, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const bench = await socketBench();
    const token = await cellToken(bench, { expires: bench.clock() + 1_000 });
    const taken = new Promise<FakeHandle>((resolve) => {
      bench.roomApi.onJoin = resolve;
    });
    const client = bench.client(`/sync/${bench.board}/cell`, { token });
    const [handle] = await Promise.all([taken, once(client, 'open')]);
    const arrived = received(handle);
    client.send(Uint8Array.of(1));
    await arrived;
    bench.pass(999);
    vi.advanceTimersByTime(999);
    const [end, again] = [closed(client), received(handle)];
    client.send(Uint8Array.of(2));
    expect(await again).toEqual([2]);
    bench.pass(1);
    vi.advanceTimersByTime(1);
    expect((await end).code).toBe(CLOSE.revoked);
  });

  it('[B-2.4] when it was revoked while the room was being joined', async () => {
    const bench = await socketBench();
    const join = bench.roomApi.join.bind(bench.roomApi);
    bench.roomApi.join = async (principal, transport) => {
      await bench.access.revoke(bench.board, bench.invite.id);
      bench.roomApi.dismiss(() => true, CLOSE.revoked);
      return join(principal, transport);
    };
    const token = await bench.enter(bench.invite);
    const client = bench.client(`/sync/${bench.board}/facilitator`, { token });
    expect((await closed(client)).code).toBe(CLOSE.revoked);
    expect(bench.roomApi.handles.size).toBe(0);
  });

  it('[B-2.9] as too slow when it does not read', async () => {
    const { client, handle } = await (await socketBench()).joined();
    const gone = left(handle);
    client.pause();
    const frame = new Uint8Array(1024 * 1024);
    // Enough for the kernel's buffers and for ours.
    for (let sent = 0; sent < 64; sent++) handle.transport.send(frame);
    await gone;
    client.resume();
    // The close waits behind what was not read.
    expect((await closed(client)).code).toBe(CLOSE.tooSlow);
  });

  it('and sent nothing more once it is', async () => {
    const { client, handle } = await (await socketBench()).joined();
    const heard: unknown[] = [];
    client.on('message', (data) => heard.push(data));
    handle.transport.close(CLOSE.renewed);
    handle.transport.send(Uint8Array.of(1));
    handle.transport.close(CLOSE.malformed);
    expect(await closed(client)).toEqual({ code: CLOSE.renewed, reason: 'renewed' });
    expect(heard).toEqual([]);
  });

  it('[B-2.12] when it answers no ping', async () => {
    const bench = await socketBench({ heartbeat: { keepAliveMs: 60_000, probeMs: 30 } });
    const { client, handle } = await bench.joined();
    const gone = left(handle);
    client.pause();
    await gone;
  });
});

describe('a quiet socket', () => {
  it('hears an awareness message without entries on every heartbeat', async () => {
    const bench = await socketBench({ heartbeat: { keepAliveMs: 20, probeMs: 60_000 } });
    const { client } = await bench.joined();
    expect(await message(client)).toEqual([1, 1, 0]);
    expect(await message(client)).toEqual([1, 1, 0]);
  });

  it('that answers pings stays', async () => {
    const bench = await socketBench({ heartbeat: { keepAliveMs: 60_000, probeMs: 20 } });
    const { client } = await bench.joined();
    for (let pings = 0; pings < 4; pings++) await once(client, 'ping');
    expect(client.readyState).toBe(client.OPEN);
  });
});

describe('an endpoint that closes', () => {
  it('tells every socket to come back, and ends one that does not answer', async () => {
    const bench = await socketBench();
    const { client } = await bench.joined();
    const mute = await bench.joined();
    mute.client.pause();
    const end = closed(client);
    await bench.endpoint.close();
    expect(await end).toEqual({ code: CLOSE.restarting, reason: 'restarting' });
    expect(await bench.metrics.metrics()).toContain('cellboard_sockets 0');
  });

  it('refuses new sockets', async () => {
    const bench = await socketBench();
    await bench.endpoint.close();
    const client = bench.client(`/sync/${bench.board}/facilitator`, {
      token: await bench.enter(bench.invite),
    });
    const [, response] = await once(client, 'unexpected-response');
    expect(response.statusCode).toBe(503);
  });
});

describe('an upgrade that is no sound one', () => {
  it('[B-2.14] is answered with an HTTP error and disturbs nobody', async () => {
    const bench = await socketBench();
    const { client, handle } = await bench.joined();
    const raw = connect(bench.port, '127.0.0.1');
    raw.write('GET /sync/a/b HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const [answer] = await once(raw, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400/);
    raw.destroy();
    const arrived = received(handle);
    client.send(Uint8Array.of(7));
    expect(await arrived).toEqual([7]);
  });
});

describe('metrics of sockets', () => {
  it('count frames, bytes and closes', async () => {
    const bench = await socketBench();
    const { client, handle } = await bench.joined();
    const arrived = received(handle);
    client.send(new Uint8Array(5));
    await arrived;
    expect(await bench.metrics.metrics()).toContain('cellboard_sockets 1');
    expect(await bench.metrics.metrics()).toContain('cellboard_frame_bytes_total{way="in"} 5');
    const [gone, end] = [left(handle), closed(client)];
    bench.roomApi.dismiss(() => true, CLOSE.renewed);
    await Promise.all([gone, end]);
    await bench.endpoint.close();
    expect(await bench.metrics.metrics()).toContain(
      `cellboard_sockets_closed_total{code="${CLOSE.renewed}"} 1`,
    );
  });
});
