/** What comes over a socket: updates before the gate, messages, and whole frames at a room with people in it. */
import * as encoding from 'lib0/encoding';
import { equalityDeep } from 'lib0/function';
import * as v from 'valibot';
import * as Y from 'yjs';
import { presenceFrame, read, updateFrame } from '../../../server/room/messages.ts';
import { inspect } from '../../../server/yjs/gate.ts';
import { readMoves } from '../../../server/yjs/moves.ts';
import { PendingMoves } from '../../../server/yjs/pendingMoves.ts';
import { CLOSE } from '../../../shared/closeCodes.ts';
import { NoticeSchema } from '../../../shared/protocol.ts';
import { bareConnection, join, openRoom, readFrame } from '../../unit/server/room/openRoom.ts';
import { from } from '../../unit/server/yjs/handmade.ts';
import { at, clockOf, judge, MINE, sampleDoc, text } from '../../unit/server/yjs/sampleDoc.ts';
import { must, type Target } from '../target.ts';

function edited(change: (nodes: Y.Map<Y.Map<unknown>>, page: Y.Doc) => void): Uint8Array {
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
  page.clientID = MINE;
  const state = Y.encodeStateVector(page);
  page.transact(() => change(page.getMap('nodes'), page));
  return Y.encodeStateAsUpdate(page, state);
}

const ADA = at(sampleDoc(), 'nodes', 'ada');
const NEXT = clockOf(sampleDoc(), MINE);

const UPDATES = [
  edited((nodes) => nodes.get('ada')?.set('position', { x: 1, y: 2 })),
  edited((nodes) => nodes.set('new', new Y.Map<unknown>([['label', new Y.Text('ab')]]))),
  edited((_nodes, page) => text(page, 'ada').insert(1, 'xyz')),
  edited((_nodes, page) => text(page, 'own').delete(1, 4)),
  edited((nodes) => nodes.delete('other')),
  from(MINE, NEXT, { any: [{ x: 1, y: [1] }], parent: ADA, key: 'position' }),
  from(MINE, NEXT, { string: 'x', origin: ADA }, { deleted: 3, origin: ADA }),
  from(MINE, NEXT, { gc: 3 }, { type: 'Map', parent: 'nodes', key: 'n' }),
];

const gate: Target = {
  name: 'gate',
  seeds: UPDATES,
  words: ['nodes', 'links', 'board', 'label', 'notes', 'position', 'ada'],
  run(input) {
    // Yjs itself makes room for whatever number of structs is claimed: what is refused is not shown to it.
    if (!inspect(input, { doc: sampleDoc(), mayWriteAs: (client) => client === MINE }).ok) return;
    const { harm } = judge(input);
    must(harm.length === 0, `passed, and did harm: ${harm.join('; ')}`);
  },
};

const moves: Target = {
  name: 'moves',
  seeds: [
    edited((nodes) => nodes.get('ada')?.set('position', { x: 1, y: 2 })),
    edited((nodes) => {
      for (const name of ['ada', 'own', 'other']) nodes.get(name)?.set('position', { x: 0.5, y: -3 });
    }),
  ],
  words: ['x', 'y', 'width', 'height'],
  run(input) {
    const read = readMoves(input);
    if (read === null) return;
    const [later, told] = [sampleDoc(), sampleDoc()];
    const pendingMoves = new PendingMoves(later);
    const followed = pendingMoves.follow(read);
    if (followed === null) return;
    Y.applyUpdate(told, input);
    for (const { name, field, value } of followed.moved) {
      const element = told.getMap('nodes').get(name) as Y.Map<unknown>;
      must(equalityDeep(element.get(field), value), 'a move to elsewhere');
    }
    pendingMoves.flush('flush');
    const [one, other] = [later, told].map((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)));
    must(one !== undefined && other?.equals(one) === true, 'a doc told later that ends otherwise');
  },
};

const step1 = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint8Array(encoder, Y.encodeStateVector(sampleDoc()));
});
const state = JSON.stringify({
  name: 'Ada',
  cursor: { x: 1, y: 2 },
  selection: ['c', 'd'],
  drag: { ids: ['c'], dx: 1, dy: 2 },
  editing: { id: 'c', field: 'label' },
  viewport: { x: 0, y: 0, zoom: 1 },
});
const FRAMES = [
  step1,
  presenceFrame([{ client: 4_711, clock: 1, state }]),
  presenceFrame([{ client: 4_711, clock: 2, state: 'null' }]),
  ...UPDATES.map(updateFrame),
  Uint8Array.of(3),
];

const messages: Target = {
  name: 'messages',
  seeds: FRAMES,
  run(input) {
    const message = read(input);
    if (message?.type === 'presence')
      must(message.entries.length <= 5_000, 'more entries than a message holds');
  },
};

/** A board with a cell and a watcher, made anew now and then. */
let world = await openRoom();
let frames = 0;
let cell = await join(world, 'cell1').catch(() => join(world, 'everyone'));
let watcher = await join(world, 'facilitator');

const room: Target = {
  name: 'room',
  seeds: FRAMES,
  words: ['nodes', 'label', 'position', 'selection', 'drag', 'editing', 'cursor'],
  async run(input) {
    frames += 1;
    if (frames % 500 === 0) {
      world = await openRoom();
      cell = await join(world, 'everyone');
      watcher = await join(world, 'facilitator');
    }
    const connection = await bareConnection(world, cell);
    const seen = watcher.received.length;
    connection.handle.receive(step1);
    connection.handle.receive(input);
    await world.quiet();
    connection.handle.leave();
    for (const code of connection.closes)
      must(Object.values(CLOSE).includes(code), `an unknown close code ${code}`);
    for (const frame of [...connection.frames, ...watcher.received.slice(seen)]) {
      const got = readFrame(frame);
      if (got.type === 'notice') must(v.is(NoticeSchema, got.notice), 'a notice of no known shape');
      if (got.type === 'update' || got.type === 'step2') Y.decodeUpdate(got.update);
    }
    watcher.received.length = 0;
    cell.received.length = 0;
    must(watcher.closes.length === 0, 'somebody else was sent away');
    must(watcher.doc.store.pendingStructs === null, 'something pending was handed on');
  },
};

export const wireTargets: readonly Target[] = [gate, moves, messages, room];
