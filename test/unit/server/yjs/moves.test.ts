import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readMoves, writeMoves } from '../../../../server/yjs/moves.ts';
import { trials } from '../../../helpers/randomBoards.ts';

const { numRuns, seed } = trials(300);

/** A doc with some nodes in it, and the updates that a change of it emits. */
function pageWith(names: readonly string[]): { doc: Y.Doc; emit: (change: () => void) => Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = 77;
  const nodes = doc.getMap<Y.Map<unknown>>('nodes');
  for (const name of names) {
    nodes.set(
      name,
      new Y.Map<unknown>([
        ['label', new Y.Text('Ada')],
        ['position', { x: 0, y: 0 }],
      ]),
    );
  }
  return {
    doc,
    emit: (change) => {
      const updates: Uint8Array[] = [];
      const hear = (update: Uint8Array) => updates.push(update);
      doc.on('update', hear);
      doc.transact(change);
      doc.off('update', hear);
      return updates;
    },
  };
}

const fieldsOf = (doc: Y.Doc, name: string) =>
  doc.getMap<Y.Map<unknown>>('nodes').get(name) as Y.Map<unknown>;

function drag(names: readonly string[], times = 1): Uint8Array[] {
  const { doc, emit } = pageWith(names);
  return Array.from({ length: times }, (_, time) =>
    emit(() => {
      for (const name of names) fieldsOf(doc, name).set('position', { x: time + 0.5, y: -time });
    }),
  ).flat();
}

describe('a drag', () => {
  it('is read as what it moves', () => {
    const { doc, emit } = pageWith(['ada']);
    const before = fieldsOf(doc, 'ada')._map.get('position')?.lastId;
    const clock = Y.getState(doc.store, 77);
    const [update] = emit(() => fieldsOf(doc, 'ada').set('position', { x: 3, y: 2.25 }));
    expect(readMoves(update as Uint8Array)).toEqual({
      client: 77,
      clock,
      replacements: [{ origin: { client: before?.client, clock: before?.clock }, value: { x: 3, y: 2.25 } }],
    });
  });

  it.each([
    ['one node', ['ada']],
    ['many', Array.from({ length: 200 }, (_, index) => `n${index}`)],
  ])('of %s is written as Yjs writes it', (_, names) => {
    for (const update of drag(names, 3)) {
      const moves = readMoves(update);
      expect(moves?.replacements).toHaveLength(names.length);
      expect(moves && writeMoves(moves)).toEqual(update);
    }
  });

  it.each([
    { x: 1e300, y: -0 },
    { x: 2 ** 40, y: -(2 ** 31) },
    { x: 1 / 3, y: Number.NaN },
    { width: 0.5, height: 64 },
  ])('keeps its numbers: %o', (value) => {
    const { doc, emit } = pageWith(['ada']);
    const [update] = emit(() => fieldsOf(doc, 'ada').set('position', value));
    const moves = readMoves(update as Uint8Array);
    expect(moves?.replacements[0]?.value).toEqual(value);
    expect(moves && writeMoves(moves)).toEqual(update);
  });

  it('through several hands names each item it replaces, client by client', () => {
    const { doc, emit } = pageWith(['ada', 'bo', 'cy']);
    for (const [client, name] of [
      [5, 'ada'],
      [4_000_000_000, 'bo'],
    ] as const) {
      const other = new Y.Doc();
      other.clientID = client;
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      fieldsOf(other, name).set('position', { x: client, y: 0 });
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
    }
    const [update] = emit(() => {
      for (const name of ['ada', 'bo', 'cy']) fieldsOf(doc, name).set('position', { x: 1, y: 1 });
    });
    const moves = readMoves(update as Uint8Array);
    expect(moves?.replacements.map(({ origin }) => origin.client)).toEqual([5, 4_000_000_000, 77]);
    expect(moves && writeMoves(moves)).toEqual(update);
  });
});

describe('what is no drag', () => {
  const changes: Record<string, (doc: Y.Doc) => void> = {
    'a name that is typed': (doc) => (fieldsOf(doc, 'ada').get('label') as Y.Text).insert(0, 'x'),
    'a value that is no object': (doc) => fieldsOf(doc, 'ada').set('position', 3),
    'a text beside the numbers': (doc) => fieldsOf(doc, 'ada').set('position', { x: 'far', y: 0 }),
    'a key no place has': (doc) => fieldsOf(doc, 'ada').set('position', { x: 1, y: 1, z: 1 }),
    'a first value': (doc) => fieldsOf(doc, 'ada').set('size', { width: 10, height: 10 }),
    'a value taken away': (doc) => fieldsOf(doc, 'ada').delete('position'),
    'a node taken away': (doc) => doc.getMap('nodes').delete('ada'),
    'a drag that also takes a node away': (doc) => {
      fieldsOf(doc, 'ada').set('position', { x: 1, y: 1 });
      doc.getMap('nodes').delete('bo');
    },
    'one node dragged twice at a time': (doc) => {
      fieldsOf(doc, 'ada').set('position', { x: 1, y: 1 });
      fieldsOf(doc, 'ada').set('position', { x: 2, y: 2 });
    },
  };

  it.each(Object.entries(changes))('%s is left to Yjs', (_, change) => {
    const { doc, emit } = pageWith(['ada', 'bo']);
    const [update] = emit(() => change(doc));
    expect(update).toBeDefined();
    expect(readMoves(update as Uint8Array)).toBeNull();
  });

  it('is a drag with anything behind it, or cut short anywhere', () => {
    const [update] = drag(['ada', 'bo']) as [Uint8Array];
    expect(readMoves(Uint8Array.of(...update, 0))).toBeNull();
    for (let length = 0; length < update.length; length += 1) {
      expect(readMoves(update.subarray(0, length))).toBeNull();
    }
  });

  it('is several pages’ drags in one', () => {
    const [one] = drag(['ada']) as [Uint8Array];
    const other = pageWith(['bo']);
    other.doc.clientID = 78;
    const [two] = other.emit(() => fieldsOf(other.doc, 'bo').set('position', { x: 1, y: 1 }));
    expect(readMoves(Y.mergeUpdates([one, two as Uint8Array]))).toBeNull();
  });

  it('[B-3.12] is never mistaken, whatever bytes are changed: what is read is what Yjs reads', () => {
    const updates = [...drag(['ada'], 2), ...drag(['ada', 'bo', 'cy'], 2)];
    const change = fc.record({ at: fc.nat(200), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.constantFrom(...updates), fc.array(change, { maxLength: 3 }), (update, mutations) => {
        const mutated = update.slice();
        for (const { at, byte } of mutations) mutated[at % mutated.length] = byte;
        const moves = readMoves(mutated);
        if (moves === null) return;
        const { structs, ds } = Y.decodeUpdate(mutated);
        const read = structs.map((struct) => {
          const { id, origin, rightOrigin, content } = struct as Y.Item;
          expect(rightOrigin).toBeNull();
          return { id: { ...id }, origin: { ...origin }, values: (content as Y.ContentAny).arr };
        });
        const { client, clock } = moves;
        expect(read).toEqual(
          moves.replacements.map(({ origin, value }, index) => {
            return { id: { client, clock: clock + index }, origin, values: [value] };
          }),
        );
        const deleted = [...ds.clients].flatMap(([of, ranges]) =>
          ranges.flatMap(({ clock: from, len }) =>
            Array.from({ length: len }, (_, at) => `${of} ${from + at}`),
          ),
        );
        const replaced = moves.replacements.map(({ origin }) => `${origin.client} ${origin.clock}`);
        expect(deleted.sort()).toEqual(replaced.sort());
      }),
      { numRuns: numRuns * 10, seed },
    );
  });
});
