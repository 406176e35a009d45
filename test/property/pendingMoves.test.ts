/**
 * The law of pending moves: a doc that is told of moves later, and all at once, ends as one that is told of each
 * as it comes; and what each was said to do beforehand is what Yjs then does. A failure names its seed;
 * CELLBOARD_SEED repeats it, CELLBOARD_SEEDS sets how many runs.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readMoves } from '../../server/yjs/moves.ts';
import { type Moved, PendingMoves } from '../../server/yjs/pendingMoves.ts';
import { trials } from '../helpers/randomBoards.ts';

const { numRuns, seed } = trials(300);

const NAMES = ['ada', 'bo', 'cy', 'di'];
const SERVER = 9;
const PAGES = [3, 700, 4_000_000_000];

type Act =
  | { type: 'drag' | 'resize'; page: number; names: readonly string[]; at: number }
  | { type: 'type' | 'make' | 'delete' | 'undo' | 'sync'; page: number; name: string }
  | { type: 'serve'; names: readonly string[]; at: number }
  | { type: 'flush' | 'state' };

const page = fc.nat(PAGES.length - 1);
const names = fc.subarray(NAMES, { minLength: 1 });
const name = fc.constantFrom(...NAMES);
const at = fc.integer({ min: -1_000, max: 1_000 });
const of = <Type extends string>(...types: Type[]) => fc.constantFrom(...types);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: of('drag', 'drag', 'drag', 'resize'), page, names, at }) },
  { weight: 6, arbitrary: fc.record({ type: of('sync'), page, name }) },
  { weight: 4, arbitrary: fc.record({ type: of('type', 'make', 'delete', 'undo'), page, name }) },
  { weight: 5, arbitrary: fc.record({ type: of('serve'), names, at }) },
  { weight: 2, arbitrary: fc.record({ type: of('flush', 'state') }) },
);

type Nodes = Y.Map<Y.Map<unknown>>;
const nodesOf = (doc: Y.Doc): Nodes => doc.getMap('nodes');

class Page {
  readonly doc = new Y.Doc();
  readonly #undo = new Y.UndoManager(nodesOf(this.doc), {
    captureTimeout: 0,
    trackedOrigins: new Set(['page']),
  });
  #updates: Uint8Array[] = [];

  constructor(client: number, state: Uint8Array) {
    this.doc.clientID = client;
    Y.applyUpdate(this.doc, state, 'server');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#updates.push(update);
    });
  }

  /** What the act emits. */
  act(act: Act): Uint8Array[] {
    if (act.type === 'undo') this.#undo.undo();
    else this.doc.transact(() => this.#change(act), 'page');
    const updates = this.#updates;
    this.#updates = [];
    return updates;
  }

  #change(act: Act): void {
    const nodes = nodesOf(this.doc);
    switch (act.type) {
      case 'drag':
        for (const each of act.names) nodes.get(each)?.set('position', { x: act.at, y: 0.5 });
        return;
      case 'resize':
        for (const each of act.names) nodes.get(each)?.set('size', { width: act.at, height: 0.5 });
        return;
      case 'type':
        (nodes.get(act.name)?.get('label') as Y.Text | undefined)?.insert(0, 'x');
        return;
      case 'make':
        nodes.set(act.name, fresh());
        return;
      case 'delete':
        nodes.delete(act.name);
    }
  }
}

function fresh(): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['label', new Y.Text('Ada')],
    ['position', { x: 0, y: 0 }],
    ['size', { width: 1, height: 1 }],
  ]);
}

function begun(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = SERVER;
  for (const each of NAMES) nodesOf(doc).set(each, fresh());
  return doc;
}

class World {
  readonly told = new Y.Doc();
  readonly later = begun();
  readonly pendingMoves = new PendingMoves(this.later);
  readonly pages: Page[];
  followed = 0;

  constructor() {
    const state = Y.encodeStateAsUpdate(this.later);
    Y.applyUpdate(this.told, state);
    this.pages = PAGES.map((client) => new Page(client, state));
  }

  act(act: Act): void {
    switch (act.type) {
      case 'flush':
        return this.pendingMoves.flush('flush');
      case 'state': {
        expect(this.pendingMoves.encodeState()).toEqual(Y.encodeStateVector(this.told));
        return;
      }
      case 'sync': {
        const { doc } = this.pages[act.page] as Page;
        return Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.told, Y.encodeStateVector(doc)), 'server');
      }
      case 'serve':
        return this.#serve(
          act.names.map((each) => ({ name: each, field: 'position', value: { x: act.at, y: 1 } })),
        );
      default:
        for (const update of (this.pages[act.page] as Page).act(act)) this.#take(update);
    }
  }

  #take(update: Uint8Array): void {
    const moves = readMoves(update);
    const followed = moves === null ? null : this.pendingMoves.follow(moves);
    Y.applyUpdate(this.told, update);
    if (followed === null) {
      this.pendingMoves.flush('flush');
      Y.applyUpdate(this.later, update);
      return;
    }
    expect(followed.update).toEqual(update);
    this.#expectMoved(followed.moved);
  }

  #serve(moved: readonly Moved[]): void {
    const update = this.pendingMoves.move(moved, SERVER);
    if (update === null) return expect(moved.some((one) => !nodesOf(this.told).has(one.name))).toBe(true);
    Y.applyUpdate(this.told, update);
    this.#expectMoved(moved);
  }

  #expectMoved(moved: readonly Moved[]): void {
    for (const one of moved) {
      expect(nodesOf(this.told).get(one.name)?.get(one.field)).toEqual(one.value);
      const element = nodesOf(this.later).get(one.name) as Y.Map<unknown>;
      expect(this.pendingMoves.valueOf(element, one.field)).toEqual(one.value);
    }
    this.followed += 1;
  }
}

describe('moves that the doc is told of later', () => {
  it('[B-3.12] end as those it is told of at once, and do what was said beforehand', () => {
    let followed = 0;
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), (acts) => {
        const world = new World();
        for (const act of acts) world.act(act);
        world.pendingMoves.flush('flush');
        expect(Y.encodeStateAsUpdate(world.later)).toEqual(Y.encodeStateAsUpdate(world.told));
        expect(nodesOf(world.later).toJSON()).toEqual(nodesOf(world.told).toJSON());
        expect(world.later.clientID).toBe(SERVER);
        followed += world.followed;
      }),
      { numRuns, seed },
    );
    // Most drags are of this kind, or the law would say little.
    expect(followed).toBeGreaterThan(numRuns);
  });
});
