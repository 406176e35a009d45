/** The states of a connection, driven by what its provider reports; no socket is opened. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import {
  type ConnectionEvent,
  type ConnectionState,
  ViewConnection,
} from '../../../../client/sync/connection.ts';
import { CLOSE } from '../../../../shared/closeCodes.ts';
import { MESSAGE, type Notice } from '../../../../shared/protocol.ts';
import { viewpoint } from '../../../helpers/boards.ts';

/** Never opens. */
class SilentSocket {
  readonly readyState = 0;
  close(): void {}
  send(): void {}
}

let connection: ViewConnection;
let states: ConnectionState[];
let events: ConnectionEvent[];
let renewed: string | null;

beforeEach(() => {
  vi.stubGlobal('WebSocket', SilentSocket);
  vi.stubGlobal('window', new EventTarget());
  vi.useFakeTimers();
  states = [];
  events = [];
  renewed = null;
  connection = new ViewConnection({
    serverUrl: 'ws://localhost/sync',
    board: 'board',
    viewpoint: viewpoint('cell'),
    token: 'token',
    renewToken: async () => renewed,
    onEvent: (event) => events.push(event),
  });
  connection.subscribe(() => states.push(connection.state));
});

afterEach(() => {
  connection.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const provider = () => connection.state.replica.provider;

function connect(): void {
  provider().emit('status', [{ status: 'connected' }]);
}

function open(): void {
  connect();
  provider().emit('sync', [true]);
}

function close(code: number): void {
  provider().emit('status', [{ status: 'disconnected' }]);
  provider().emit('closed', [{ code, reason: '' }, provider()]);
}

/** Lets the provider read a notice of the server. */
function notify(notice: Notice): void {
  const payload = encoding.encode((encoder) => encoding.writeVarString(encoder, JSON.stringify(notice)));
  const handler = provider().messageHandlers[MESSAGE.notice];
  handler?.(encoding.createEncoder(), decoding.createDecoder(payload), provider(), true, MESSAGE.notice);
}

/** Each state without its replica. */
const seen = () => states.map(({ replica: _, ...state }) => state);

describe('a connection', () => {
  it('is loading until the whole view has come, and then open', () => {
    expect(connection.state).toMatchObject({ phase: 'loading', saved: 'offline' });
    open();
    expect(seen()).toEqual([
      { phase: 'loading', saved: 'saved' },
      { phase: 'open', saved: 'saved' },
    ]);
  });

  it('stays open while the network is gone', () => {
    open();
    provider().emit('status', [{ status: 'disconnected' }]);
    expect(connection.state).toMatchObject({ phase: 'open', saved: 'offline' });
  });

  it('is saving from a change on until the server has called it durable', () => {
    open();
    const { doc } = connection.state.replica;
    doc.getMap('nodes').set('ada', 1);
    expect(connection.state).toMatchObject({ phase: 'open', saved: 'saving' });
    notify({ type: 'saved', state: btoa(String.fromCharCode(...Y.encodeStateVector(doc))) });
    expect(connection.state).toMatchObject({ phase: 'open', saved: 'saved' });
  });

  it('keeps the same state, and tells nobody, while nothing in it changes', () => {
    open();
    const { doc } = connection.state.replica;
    doc.getMap('nodes').set('ada', 1);
    const saving = connection.state;
    states.length = 0;
    doc.getMap('nodes').set('ada', 2);
    connect();
    expect(states).toEqual([]);
    expect(connection.state).toBe(saving);
  });
});

describe('a connection that is closed for good', () => {
  it.each([
    ['expired', CLOSE.revoked],
    ['not-found', CLOSE.notFound],
  ] as const)('has ended as %s', (reason, code) => {
    open();
    close(code);
    expect(connection.state).toMatchObject({ phase: 'ended', reason, wasOpen: true });
    connect();
    expect(connection.state).toMatchObject({ phase: 'ended', reason });
  });

  it('tells whether the view had ever come', () => {
    close(CLOSE.notFound);
    expect(connection.state).toMatchObject({ phase: 'ended', wasOpen: false });
  });

  it('for its token asks for another, once until the view has come', async () => {
    renewed = 'another';
    close(CLOSE.unauthorized);
    await vi.waitFor(() => expect(provider().protocols).toContain('another'));
    expect(connection.state.phase).toBe('loading');
    close(CLOSE.unauthorized);
    expect(connection.state).toMatchObject({ phase: 'ended', reason: 'link' });
  });

  it('whose link does not serve any more has ended', async () => {
    close(CLOSE.unauthorized);
    await vi.waitFor(() => expect(connection.state).toMatchObject({ phase: 'ended', reason: 'link' }));
  });
});

describe('a view that the server renews', () => {
  it('is loaded anew into another replica', () => {
    open();
    const before = connection.state.replica;
    close(CLOSE.renewed);
    const { state } = connection;
    expect(state).toMatchObject({ phase: 'loading', saved: 'offline' });
    expect([state.replica === before, state.replica.generation]).toEqual([false, 2]);
    expect(events).toEqual([{ type: 'restarted', cause: 'renewed' }]);
  });

  it('again and again ends the connection', () => {
    for (let count = 0; count < 4; count += 1) close(CLOSE.malformed);
    expect(connection.state).toMatchObject({ phase: 'ended', reason: 'broken' });
  });
});
