/**
 * A room with clients on an imagined network: messages wait until they are carried, clients go offline and
 * come back, and every frame the room sends is written down. All of it repeats from a seed.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { ConnectionHandle } from '../../server/room/connectionHandle.ts';
import { Room } from '../../server/room/room.ts';
import type { InviteRow } from '../../server/store/store.ts';
import type { CloseCode } from '../../shared/closeCodes.ts';
import type { ElementRecord } from '../../shared/model/element.ts';
import { isLink } from '../../shared/model/element.ts';
import type { BoardId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Policy } from '../../shared/policies/policies.ts';
import { MESSAGE, type Notice, type Role } from '../../shared/protocol.ts';
import { MemoryStore } from './memoryStore.ts';
import { hash, Seeded } from './seeded.ts';

export const BOARD = 'board' as BoardId;

export interface WorldOptions {
  readonly seed: number;
  readonly policy: Policy;
  readonly elements: readonly ElementRecord[];
  readonly title?: string;
}

export class World {
  readonly store = new MemoryStore();
  readonly clients: Client[] = [];
  readonly random: Seeded;
  room!: Room;
  now = 1_000_000;
  readonly violations: string[] = [];
  readonly #options: WorldOptions;
  readonly #ids: Seeded;
  #isDue = false;
  #epochs = 0;

  private constructor(options: WorldOptions) {
    this.#options = options;
    this.random = new Seeded(options.seed);
    this.#ids = new Seeded(options.seed ^ 0x5eed);
  }

  static async create(options: WorldOptions): Promise<World> {
    const world = new World(options);
    const { elements, policy, title = 'A board' } = options;
    const invite = { id: 'invite', board: BOARD, viewpoint: 'facilitator' } as unknown as InviteRow;
    await world.store.createBoard({ id: BOARD, title, policy, created: 0, elements, invite });
    await world.start();
    return world;
  }

  /** Starts the room from what the store holds, as after a restart. */
  async start(): Promise<void> {
    const stored = await this.store.loadBoard(BOARD);
    if (stored === null) throw new Error('the board is gone');
    this.room = new Room(BOARD, stored, {
      now: () => this.now,
      newId: () => `n${this.#ids.word()}${this.#ids.word()}` as NodeId,
      newWriter: (viewpoint) => hash(`${viewpoint} ${this.#options.seed} ${this.#epochs++}`) || 1,
      requestTurn: () => {
        this.#isDue = true;
      },
      after: (_pause, run) => {
        this.#later.push(run);
        return () => {
          this.#later = this.#later.filter((known) => known !== run);
        };
      },
      loadView: (viewpoint) => this.store.loadView(BOARD, viewpoint),
      onFault: (cause) => {
        throw cause;
      },
      onViolation: (why) => this.violations.push(why),
    });
  }

  #later: (() => void)[] = [];

  /** Adds a client; it is offline until it connects. */
  client(viewpoint: Viewpoint, role: Role = viewpoint === 'facilitator' ? 'facilitator' : 'editor'): Client {
    const client = new Client(this, { viewpoint, role, name: `${viewpoint}#${this.clients.length}` });
    this.clients.push(client);
    return client;
  }

  /** One turn of the event loop: keep, then deliver. */
  async turn(): Promise<void> {
    const later = this.#later;
    this.#later = [];
    for (const run of later) run();
    if (!this.#isDue) return;
    this.#isDue = false;
    const turn = this.room.collect();
    if (turn.commit !== null) await this.store.commit([turn.commit]);
    turn.deliver();
  }

  /** Turns until something is settled that waits for work to be kept. */
  async turnsUntil(promise: Promise<unknown>): Promise<void> {
    let isSettled = false;
    const note = () => {
      isSettled = true;
    };
    promise.then(note, note);
    for (let count = 0; count < 100 && !isSettled; count += 1) {
      await this.turn();
      await Promise.resolve();
    }
  }

  /** Carries every message until nobody has anything to say. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      for (const client of this.clients) client.carryAll();
      await this.turn();
      if (!this.#isDue && this.#later.length === 0 && this.clients.every((client) => client.isQuiet)) return;
    }
    throw new Error('the network never becomes quiet');
  }

  /** Everybody who is not out for good comes online, and all is carried. */
  async bringOnline(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      await this.quiet();
      const absent = this.clients.filter((client) => !client.isOnline && !client.isOut);
      if (absent.length === 0) return;
      for (const client of absent) await client.connect();
    }
    throw new Error('somebody is thrown out again and again');
  }

  newClientId(name: string): number {
    return hash(`${name} ${this.#options.seed}`) || 1;
  }
}

export class Client {
  readonly name: string;
  readonly viewpoint: Viewpoint;
  readonly role: Role;
  /** A facilitator at another viewpoint who does not edit there; set before connecting. */
  looksOnly = false;
  doc!: Y.Doc;
  undo!: Y.UndoManager;
  readonly received: Uint8Array[] = [];
  readonly notices: Notice[] = [];
  readonly closes: CloseCode[] = [];
  /** Its viewpoint is gone, or its rights. */
  isOut = false;
  readonly #world: World;
  #handle: ConnectionHandle | null = null;
  #toServer: Uint8Array[] = [];
  #toClient: Uint8Array[] = [];
  #docs = 0;

  constructor(world: World, { viewpoint, role, name }: { viewpoint: Viewpoint; role: Role; name: string }) {
    this.#world = world;
    this.viewpoint = viewpoint;
    this.role = role;
    this.name = name;
    this.freshDoc();
  }

  get isOnline(): boolean {
    return this.#handle !== null;
  }

  get isQuiet(): boolean {
    return this.#toServer.length === 0 && this.#toClient.length === 0;
  }

  get nodes(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('nodes');
  }

  get links(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('links');
  }

  /** What the client holds, texts as strings. */
  get picture(): { nodes: unknown; links: unknown; board: unknown } {
    return {
      nodes: this.doc.getMap('nodes').toJSON(),
      links: this.doc.getMap('links').toJSON(),
      board: this.doc.getMap('board').toJSON(),
    };
  }

  freshDoc(): void {
    this.doc = new Y.Doc();
    this.doc.clientID = this.#world.newClientId(`${this.name} ${this.#docs++}`);
    this.undo = new Y.UndoManager([this.doc.getMap('nodes'), this.doc.getMap('links')], {
      trackedOrigins: new Set(['me']),
      captureTimeout: 0,
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this || this.#handle === null) return;
      this.#toServer.push(syncMessage((encoder) => sync.writeUpdate(encoder, update)));
    });
  }

  /** One act of its user. */
  act(change: () => void): void {
    this.doc.transact(change, 'me');
  }

  async connect(): Promise<void> {
    const { name, role, viewpoint } = this;
    const transport = {
      send: (frame: Uint8Array) => {
        this.received.push(frame);
        this.#toClient.push(frame);
      },
      close: (code: CloseCode) => this.#closed(code),
    };
    const looks = this.looksOnly ? ({ looksOnly: true } as const) : {};
    const principal = { session: name, invite: name, role, home: viewpoint, viewpoint, ...looks };
    this.#handle = await this.#world.room.join(principal, transport);
    if (this.#handle === null) {
      this.isOut = true;
      return;
    }
    this.#toServer.push(syncMessage((encoder) => sync.writeSyncStep1(encoder, this.doc)));
  }

  disconnect(): void {
    this.#handle?.leave();
    this.#hangUp();
  }

  sendRaw(frame: Uint8Array): void {
    if (this.#handle !== null) this.#toServer.push(frame);
  }

  /** Carries the oldest message in each direction. */
  carry(): void {
    const up = this.#toServer.shift();
    if (up !== undefined) this.#handle?.receive(up);
    const down = this.#toClient.shift();
    if (down !== undefined) this.#read(down);
  }

  carryAll(): void {
    while (!this.isQuiet) this.carry();
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MESSAGE.sync);
      sync.readSyncMessage(decoder, encoder, this.doc, this);
      if (encoding.length(encoder) > 1) this.#toServer.push(encoding.toUint8Array(encoder));
    } else if (type === MESSAGE.notice) {
      this.notices.push(JSON.parse(decoding.readVarString(decoder)));
    }
  }

  #closed(code: CloseCode): void {
    this.closes.push(code);
    this.#hangUp();
    if (code === 4400 || code === 4410) this.freshDoc();
    else if (isFinal(code)) this.isOut = true;
  }

  #hangUp(): void {
    this.#handle = null;
    this.#toServer = [];
    this.#toClient = [];
  }
}

/** The rule of y-websocket. */
function isFinal(code: CloseCode): boolean {
  return code >= 4400 && code < 4500;
}

function syncMessage(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    write(encoder);
  });
}

/** What a viewpoint's doc must hold, from the board alone. */
export function dueTo(world: World, viewpoint: Viewpoint): { nodes: unknown; links: unknown } {
  const view = world.room.visibilityIndex.view(viewpoint);
  if (view === undefined) throw new Error(`${viewpoint} is not open`);
  const nodes: Record<string, unknown> = {};
  const links: Record<string, unknown> = {};
  for (const id of view.shown.keys()) {
    const element = world.room.board.graph.get(id);
    if (element === undefined) throw new Error(`${id} is shown to ${viewpoint} and not on the board`);
    (isLink(element) ? links : nodes)[view.idAliases.of(id)] = JSON.parse(
      JSON.stringify(view.projection(id)),
    );
  }
  return { nodes, links };
}
