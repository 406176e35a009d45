import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { ConnectionHandle } from '../../../../server/room/connectionHandle.ts';
import { type Room, VIEW_IDLE_MS } from '../../../../server/room/room.ts';
import type { RoomApi } from '../../../../server/room/roomApi.ts';
import { RoomRegistry } from '../../../../server/room/roomRegistry.ts';
import type { BoardCommit, InviteRow } from '../../../../server/store/store.ts';
import { CLOSE, type CloseCode } from '../../../../shared/closeCodes.ts';
import type { BoardId, Viewpoint } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { MESSAGE } from '../../../../shared/protocol.ts';
import { MemoryStore } from '../../../helpers/memoryStore.ts';
import { smallBoard } from '../../../helpers/smallBoard.ts';

const A = 'a' as BoardId;
const B = 'b' as BoardId;

/** Keeps what it is given when told to, or fails to. */
class HeldStore extends MemoryStore {
  readonly batches: (readonly BoardCommit[])[] = [];
  readonly waiting: { keep(): Promise<void>; fail(): void }[] = [];
  holds = false;
  breaks = false;

  override commit(batch: readonly BoardCommit[]): Promise<void> {
    this.batches.push(batch);
    if (this.breaks) return Promise.reject(new Error('The disk is full.'));
    if (!this.holds) return super.commit(batch);
    return new Promise((resolve, reject) => {
      this.waiting.push({
        keep: () => super.commit(batch).then(resolve, reject),
        fail: () => reject(new Error('The disk is full.')),
      });
    });
  }
}

/** A page with the protocol of the stock provider, whose messages arrive at once. */
class Page {
  readonly doc = new Y.Doc();
  readonly frames: Uint8Array[] = [];
  readonly closes: CloseCode[] = [];
  #handle: ConnectionHandle | null = null;

  constructor() {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#handle?.receive(message((encoder) => sync.writeUpdate(encoder, update)));
    });
  }

  get nodes(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('nodes');
  }

  async connect(roomApi: RoomApi | null, viewpoint: Viewpoint = 'facilitator'): Promise<this> {
    const role = viewpoint === 'facilitator' ? 'facilitator' : 'editor';
    const principal = { session: 's', invite: 'i', role, home: viewpoint, viewpoint } as const;
    const transport = {
      send: (frame: Uint8Array) => {
        this.frames.push(frame);
        queueMicrotask(() => this.#read(frame));
      },
      close: (code: CloseCode) => {
        this.closes.push(code);
        this.#handle = null;
      },
    };
    this.#handle = (await roomApi?.join(principal, transport)) ?? null;
    this.#handle?.receive(message((encoder) => sync.writeSyncStep1(encoder, this.doc)));
    return this;
  }

  leave(): void {
    this.#handle?.leave();
    this.#handle = null;
  }

  move(id: string, x: number): void {
    this.nodes.get(id)?.set('position', { x, y: 0 });
  }

  at(id: string): unknown {
    return (this.nodes.get(id)?.get('position') as { x: number } | undefined)?.x;
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return;
    const reply = encoding.createEncoder();
    encoding.writeVarUint(reply, MESSAGE.sync);
    sync.readSyncMessage(decoder, reply, this.doc, this);
    if (encoding.length(reply) > 1) this.#handle?.receive(encoding.toUint8Array(reply));
  }
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    write(encoder);
  });
}

/** Lets turns of the event loop pass until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it never came to be');
}

async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

let store: HeldStore;
let now: number;
let errors: unknown[];
const registries: RoomRegistry[] = [];

function open(): RoomRegistry {
  const log = { error: (what: unknown) => errors.push(what), warn: () => undefined };
  const registry = new RoomRegistry({ store, log: log as never, now: () => now });
  registries.push(registry);
  return registry;
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  store = new HeldStore();
  now = 1_000_000;
  errors = [];
  for (const id of [A, B]) {
    const invite = { id, board: id, viewpoint: 'facilitator' } as unknown as InviteRow;
    await store.createBoard({
      id,
      title: `Board ${id}`,
      policy: namedPolicy('detached'),
      created: 0,
      elements: smallBoard(),
      invite,
    });
  }
});

afterEach(async () => {
  store.holds = false;
  store.breaks = false;
  for (const { keep } of store.waiting.splice(0)) await keep();
  for (const registry of registries.splice(0)) await registry.close();
  vi.useRealTimers();
});

/** Time enough to count as idle, and the sweep that follows. */
function pass(milliseconds = VIEW_IDLE_MS + 1): void {
  now += milliseconds;
  vi.advanceTimersByTime(60_000);
}

describe('a room registry', () => {
  it('opens one room for all who ask, and none where there is no board', async () => {
    const registry = open();
    const [one, two, none] = await Promise.all([
      registry.room(A),
      registry.room(A),
      registry.room('x' as BoardId),
    ]);
    expect(one).toBe(two);
    expect(one?.title).toBe('Board a');
    expect(none).toBeNull();
    expect(registry.roomCount).toBe(1);
  });

  it('keeps what several boards did in one turn in one batch, and then delivers to all', async () => {
    const registry = open();
    const [one, two] = [
      await new Page().connect(await registry.room(A)),
      await new Page().connect(await registry.room(B)),
    ];
    const peers = [
      await new Page().connect(await registry.room(A)),
      await new Page().connect(await registry.room(B)),
    ];
    await until(() => [one, two, ...peers].every(({ nodes }) => nodes.size > 0));
    await turns();
    store.holds = true;
    store.batches.length = 0;
    one.move('ada', 11);
    two.move('ada', 22);
    one.move('bilal', 33);
    await until(() => store.waiting.length > 0);
    expect(store.batches.map((batch) => batch.map(({ board }) => board))).toEqual([[A, B]]);
    expect(store.batches[0]?.[0]?.put.map(({ id }) => id)).toEqual(['ada', 'bilal']);
    await turns();
    expect(peers.map((peer) => peer.at('ada'))).not.toContain(11);
    await store.waiting.shift()?.keep();
    await until(() => peers[0]?.at('ada') === 11 && peers[1]?.at('ada') === 22);
  });

  it('takes further edits while a commit is under way, and keeps them with the next', async () => {
    const registry = open();
    const [one, peer] = [
      await new Page().connect(await registry.room(A)),
      await new Page().connect(await registry.room(A)),
    ];
    await until(() => peer.nodes.size > 0 && one.nodes.size > 0);
    await turns();
    store.holds = true;
    one.move('ada', 1);
    await until(() => store.waiting.length === 1);
    for (let x = 2; x < 10; x += 1) one.move('ada', x);
    await turns();
    expect(store.waiting).toHaveLength(1);
    await store.waiting.shift()?.keep();
    await until(() => store.waiting.length === 1);
    expect(peer.at('ada')).toBe(1);
    await store.waiting.shift()?.keep();
    await until(() => peer.at('ada') === 9);
  });
});

describe('a room without connections', () => {
  it('is closed after a while, and opened again with everything', async () => {
    const registry = open();
    const page = await new Page().connect(await registry.room(A));
    await until(() => page.nodes.size > 0);
    page.move('ada', 77);
    page.nodes.delete('memo');
    await turns();
    page.leave();
    pass(VIEW_IDLE_MS - 1);
    expect(registry.roomCount).toBe(1);
    pass(2);
    expect(registry.roomCount).toBe(0);
    page.move('bilal', 88);
    await page.connect(await registry.room(A));
    const late = await new Page().connect(await registry.room(A));
    await until(() => late.at('bilal') === 88);
    expect(late.at('ada')).toBe(77);
    expect(late.nodes.has('memo')).toBe(false);
    expect(late.nodes.toJSON()).toEqual(page.nodes.toJSON());
    expect(page.closes).toEqual([]);
  });

  it('stays while somebody is there, and for who is just coming', async () => {
    const registry = open();
    const page = await new Page().connect(await registry.room(A));
    await until(() => page.nodes.size > 0);
    pass(10 * VIEW_IDLE_MS);
    expect(registry.roomCount).toBe(1);
    page.leave();
    const roomApi = await registry.room(A);
    pass(VIEW_IDLE_MS);
    expect(await registry.room(A)).toBe(roomApi);
  });

  it('is not closed while its work is being saved', async () => {
    const registry = open();
    const page = await new Page().connect(await registry.room(A));
    await until(() => page.nodes.size > 0);
    await turns();
    store.holds = true;
    page.move('ada', 5);
    await until(() => store.waiting.length === 1);
    page.leave();
    pass();
    const late = await new Page().connect(await registry.room(A));
    await store.waiting.shift()?.keep();
    store.holds = false;
    await turns();
    for (const { keep } of store.waiting.splice(0)) await keep();
    await until(() => late.nodes.size > 0);
    expect(late.at('ada')).toBe(5);
    expect(page.nodes.toJSON()).toEqual(late.nodes.toJSON());
  });

  it('leaves nobody waiting who still holds it', async () => {
    const registry = open();
    const roomApi = await registry.room(A);
    if (roomApi === null) throw new Error('there is no room');
    pass();
    const principal = { session: 's', invite: 'i', role: 'facilitator', home: 'facilitator' } as const;
    const call = roomApi.create(
      { ...principal, viewpoint: 'facilitator' },
      { nodes: [{ kind: 'note' }], links: [] },
    );
    await expect(call).rejects.toThrow();
  });
});

describe('a view without readers', () => {
  it('is not evicted while its bytes are being saved', async () => {
    const registry = open();
    const page = await new Page().connect(await registry.room(A));
    const cell = await new Page().connect(await registry.room(A), 'cell1' as Viewpoint);
    await until(() => page.nodes.size > 0 && cell.nodes.size > 0);
    await turns();
    cell.leave();
    store.holds = true;
    page.move('ada', 5);
    await until(() => store.waiting.length === 1);
    const room = (await registry.room(A)) as Room;
    const view = room.visibilityIndex.view('cell1' as Viewpoint);
    pass();
    expect(room.visibilityIndex.view('cell1' as Viewpoint)).toBe(view);
    const back = cell.connect(await registry.room(A), 'cell1' as Viewpoint);
    await turns();
    await store.waiting.shift()?.keep();
    store.holds = false;
    await back;
    await turns();
    for (const { keep } of store.waiting.splice(0)) await keep();
    await until(() => cell.at('ada') === 5);
    page.move('ada', 6);
    page.move('bilal', 7);
    await until(() => cell.at('bilal') === 7);
    expect(cell.closes).toEqual([]);
    const late = await new Page().connect(await registry.room(A), 'cell1' as Viewpoint);
    await until(() => late.nodes.size > 0);
    expect(late.nodes.toJSON()).toEqual(cell.nodes.toJSON());
  });
});

describe('a commit that fails', () => {
  it('[B-8.9] delivers nothing, closes with "restarting", and the edits come again when their pages do', async () => {
    const registry = open();
    const [one, two] = [
      await new Page().connect(await registry.room(A)),
      await new Page().connect(await registry.room(A), 'cell1' as Viewpoint),
    ];
    const elsewhere = await new Page().connect(await registry.room(B));
    await until(() => [one, two, elsewhere].every(({ nodes }) => nodes.size > 0));
    await turns();
    const before = two.frames.length;
    store.breaks = true;
    one.move('ada', 42);
    await until(() => one.closes.length > 0);
    expect([one.closes, two.closes, elsewhere.closes]).toEqual([[CLOSE.restarting], [CLOSE.restarting], []]);
    expect(two.frames.length).toBe(before);
    expect(errors).toHaveLength(1);

    store.breaks = false;
    await two.connect(await registry.room(A), 'cell1' as Viewpoint);
    await turns();
    expect(two.at('ada')).not.toBe(42);
    await one.connect(await registry.room(A));
    await until(() => two.at('ada') === 42);
    const kept = await store.loadBoard(A);
    expect(kept?.nodes.find(({ id }) => id === 'ada')?.position).toEqual({ x: 42, y: 0 });
  });

  it('fails the calls that waited for it, and those that came while it was under way', async () => {
    const registry = open();
    const roomApi = await registry.room(A);
    if (roomApi === null) throw new Error('there is no room');
    const principal = { session: 's', invite: 'i', role: 'facilitator', home: 'facilitator' } as const;
    const create = () =>
      roomApi.create({ ...principal, viewpoint: 'facilitator' }, { nodes: [{ kind: 'note' }], links: [] });
    await create();
    store.holds = true;
    const first = create();
    const failing = expect(first).rejects.toThrow();
    await until(() => store.waiting.length === 1);
    const second = expect(create()).rejects.toThrow();
    await turns();
    store.waiting.shift()?.fail();
    await failing;
    await second;
    await expect(create()).rejects.toThrow();
    expect((await store.loadBoard(A))?.nodes.filter(({ kind }) => kind === 'note')).toHaveLength(2);
  });

  it('sends away who joins the room that was given up', async () => {
    const registry = open();
    const roomApi = await registry.room(A);
    const page = await new Page().connect(roomApi);
    await until(() => page.nodes.size > 0);
    store.breaks = true;
    page.move('ada', 1);
    await until(() => page.closes.length > 0);
    const late = await new Page().connect(roomApi);
    expect(late.closes).toEqual([CLOSE.restarting]);
    expect(await registry.room(A)).not.toBe(roomApi);
  });
});

describe('a board that fails', () => {
  it('starts again from what is kept, and leaves the others alone', async () => {
    const registry = open();
    const room = (await registry.room(A)) as Room;
    const [page, elsewhere] = [
      await new Page().connect(room),
      await new Page().connect(await registry.room(B)),
    ];
    await until(() => page.nodes.size > 0 && elsewhere.nodes.size > 0);
    vi.spyOn(room.board, 'put').mockImplementation(() => {
      throw new Error('a fault of ours');
    });
    page.move('ada', 1);
    expect(page.closes).toEqual([CLOSE.restarting]);
    elsewhere.move('ada', 2);
    await page.connect(await registry.room(A));
    const late = await new Page().connect(await registry.room(A));
    await until(() => late.at('ada') === 1);
    expect(elsewhere.closes).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('while its work is being kept is loaded again only after that', async () => {
    const registry = open();
    const room = (await registry.room(A)) as Room;
    const page = await new Page().connect(room);
    await until(() => page.nodes.size > 0);
    await turns();
    store.holds = true;
    page.move('ada', 1);
    await until(() => store.waiting.length === 1);
    vi.spyOn(room.board, 'put').mockImplementation(() => {
      throw new Error('a fault of ours');
    });
    page.move('bilal', 2);
    const again = registry.room(A);
    await turns();
    store.holds = false;
    await store.waiting.shift()?.keep();
    const late = await new Page().connect(await again);
    await until(() => late.nodes.size > 0);
    expect(late.at('ada')).toBe(1);
    await page.connect(await registry.room(A));
    await until(() => late.at('bilal') === 2);
    expect(page.nodes.toJSON()).toEqual(late.nodes.toJSON());
  });
});

describe('closing', () => {
  it('keeps everything, and closes every connection with "restarting"', async () => {
    const registry = open();
    const pages = [
      await new Page().connect(await registry.room(A)),
      await new Page().connect(await registry.room(B)),
    ];
    await until(() => pages.every(({ nodes }) => nodes.size > 0));
    pages[0]?.move('ada', 1);
    pages[1]?.move('ada', 2);
    await registry.close();
    expect(pages.map(({ closes }) => closes)).toEqual([[CLOSE.restarting], [CLOSE.restarting]]);
    for (const [board, x] of [
      [A, 1],
      [B, 2],
    ] as const) {
      const kept = await store.loadBoard(board);
      expect(kept?.nodes.find(({ id }) => id === 'ada')?.position.x).toBe(x);
    }
  });

  it('waits for the commit that is under way', async () => {
    const registry = open();
    const page = await new Page().connect(await registry.room(A));
    await until(() => page.nodes.size > 0);
    await turns();
    store.holds = true;
    page.move('ada', 1);
    await until(() => store.waiting.length === 1);
    page.move('ada', 2);
    let isClosed = false;
    const closing = registry.close().then(() => {
      isClosed = true;
    });
    await turns();
    expect(isClosed).toBe(false);
    store.holds = false;
    await store.waiting.shift()?.keep();
    await closing;
    expect((await store.loadBoard(A))?.nodes.find(({ id }) => id === 'ada')?.position.x).toBe(2);
  });
});
