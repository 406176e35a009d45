/**
 * Updates that would keep the server busy: many items at one place, far neighbours, splits without end. What the
 * gate counts is never less than what Yjs does, and what pages write in a long absence passes.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspect } from '../../../../server/yjs/gate.ts';
import { checkIntegrationCost } from '../../../../server/yjs/integrationCost.ts';
import { repairTexts } from '../../../../server/yjs/textRepair.ts';
import { checkIntegrates, readUpdate } from '../../../../server/yjs/updateIntegrity.ts';
import { Seeded, seeds } from '../../../helpers/seeded.ts';
import { from, handmade, type Ref, type Section, type Struct } from './handmade.ts';
import { at, firstCharacter, sampleDoc, text } from './sampleDoc.ts';

const A = firstCharacter(sampleDoc(), 'ada');
const ADA = at(sampleDoc(), 'nodes', 'ada');
const TOO_MUCH = 'too much at one place';

function verdict(update: Uint8Array, doc = sampleDoc()): string {
  const judged = inspect(update, { doc, mayWriteAs: (client) => client > 2_000 });
  return judged.ok ? 'passes' : judged.error.violation;
}

const chain = (client: number, count: number): Struct[] =>
  Array.from({ length: count }, (_, index) => ({
    string: 'b',
    origin: index === 0 ? A : ([client, index - 1] as const),
  }));

/** Each between the same character and the one before: a page writes so with its cursor held in place. */
const prepends = (count: number): Struct[] =>
  Array.from({ length: count }, (_, index) => ({
    string: 'x',
    origin: A,
    right: index === 0 ? ([A[0], A[1] + 1] as const) : ([4_000, index - 1] as const),
  }));

function fromMany(clients: number, structsOf: (client: number) => Struct[]): Section[] {
  return Array.from({ length: clients }, (_, index) => {
    const client = 3_000 + clients - index;
    return { client, structs: structsOf(client) };
  });
}

describe('[B-3.5] an update that would keep the server busy is refused:', () => {
  it.each<[string, () => Uint8Array]>([
    [
      'at one place, each naming another right neighbour',
      () =>
        from(4_000, 0, ...chain(4_000, 2_000), ...Array.from({ length: 2_000 }, (_, index) => far(index))),
    ],
    [
      'by many client ids at one place',
      () =>
        handmade({
          sections: fromMany(90, () => Array.from({ length: 30 }, () => ({ string: 'x', origin: A }))),
        }),
    ],
    [
      'at the beginning of one text, again and again',
      () =>
        handmade({
          sections: fromMany(90, (client) =>
            Array.from({ length: 30 }, (_, index) => ({
              string: 'x',
              ...(index === 0
                ? { parent: at(sampleDoc(), 'nodes', 'ada', 'notes') }
                : { right: [client, index - 1] as const }),
            })),
          ),
        }),
    ],
    [
      'for one key of an element',
      () =>
        handmade({
          sections: fromMany(90, () =>
            Array.from({ length: 30 }, () => ({ any: [1], parent: ADA, key: 'color' })),
          ),
        }),
    ],
    [
      'to delete every other character',
      () => {
        const ranges = Array.from({ length: 120_000 }, (_, index) => [2 * index, 1] as const);
        const written = { client: 4_000, structs: [{ string: 'x'.repeat(240_000), origin: A }] };
        return handmade({ sections: [written], deletes: [[4_000, ranges]] });
      },
    ],
  ])('%s', (_what, update) => {
    expect(verdict(update())).toBe(TOO_MUCH);
  });

  it('also when the others are in the doc already', () => {
    const doc = sampleDoc();
    Y.applyUpdate(doc, from(4_000, 0, ...prepends(20_000)));
    const structs = Array.from({ length: 31 }, (): Struct => ({ string: 'c', origin: A, right: [4_000, 0] }));
    expect(verdict(from(5_000, 0, ...structs), doc)).toBe(TOO_MUCH);
  });
});

const far = (index: number): Struct => ({ string: 'c', origin: A, right: [4_000, index] });

/** Somebody writes a text for a long time, jumping about, while the server's doc is written to as well. */
function writeApart(random: Seeded, acts: number): { doc: Y.Doc; update: Uint8Array } {
  const doc = sampleDoc();
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
  const state = Y.encodeStateVector(page);
  for (const [writer, client] of [
    [doc, 6_000],
    [page, 7_000],
    [page, 7_001],
  ] as const) {
    writer.clientID = client;
    const label = text(writer, 'ada');
    let cursor = 1;
    for (let count = 0; count < acts; count += 1) {
      if (random.chance(0.2)) cursor = random.below(label.length + 1);
      if (random.chance(0.2) && cursor > 0) {
        cursor -= 1;
        label.delete(cursor, 1);
      } else {
        label.insert(cursor, 'x');
        cursor += 1;
      }
    }
  }
  return { doc, update: Y.encodeStateAsUpdate(page, state) };
}

describe('[B-3.5] what pages write passes:', () => {
  it.each(seeds(3))('thousands of changes of one text in a long absence (seed %i)', (seed) => {
    const { doc, update } = writeApart(new Seeded(seed), 3_000);
    expect(verdict(update, doc)).toBe('passes');
  });

  it('a drawing of five thousand elements, and its deletion', () => {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
    const state = Y.encodeStateVector(page);
    page.clientID = 7_000;
    const nodes = page.getMap('nodes');
    const names = Array.from({ length: 5_000 }, (_, index) => `n${index}`);
    page.transact(() => {
      for (const name of names) {
        const entries: [string, unknown][] = [
          ['kind', 'person'],
          ['label', new Y.Text(name)],
          ['position', { x: 1, y: 2 }],
        ];
        nodes.set(name, new Y.Map(entries));
      }
    });
    const doc = sampleDoc();
    const drawn = Y.encodeStateAsUpdate(page, state);
    expect(verdict(drawn, doc)).toBe('passes');
    Y.applyUpdate(doc, drawn);
    const before = Y.encodeStateVector(page);
    page.transact(() => {
      for (const name of names) if (name !== 'n7') nodes.delete(name);
    });
    expect(verdict(Y.encodeStateAsUpdate(page, before), doc)).toBe('passes');
  });
});

/** Items whose neighbours are chosen by chance, each client's in one section. */
function scattered(random: Seeded): Uint8Array {
  const known: Ref[] = [A];
  const sections = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const client = 3_000 + index * (random.chance(0.5) ? 1 : -1) * 7;
    const structs = Array.from({ length: 20 + random.below(60) }, (_, clock): Struct => {
      const origin = random.chance(0.5) ? A : (random.pick(known) ?? A);
      const right = random.chance(0.6) ? random.pick(known) : undefined;
      known.push([client, clock]);
      return { string: 'x', origin, ...(right !== undefined && { right }) };
    });
    return { client, structs };
  });
  return handmade({ sections });
}

/** How often Yjs looks at an item while it finds the places of others: it puts each into two sets. */
function looks(act: () => void): number {
  const { add } = Set.prototype;
  let count = 0;
  Set.prototype.add = function (this: Set<unknown>, value: unknown) {
    if (value instanceof Y.Item) count += 1;
    return add.call(this, value);
  };
  try {
    act();
  } finally {
    Set.prototype.add = add;
  }
  return count / 2;
}

describe('the count', () => {
  it.each(seeds(150))('[B-3.5] is never less than what Yjs does (seed %i)', (seed) => {
    const doc = sampleDoc();
    for (const update of [scattered(new Seeded(seed)), scattered(new Seeded(seed * 31 + 7))]) {
      const steps = count(update, doc);
      const done = looks(() => Y.applyUpdate(doc, update));
      expect(done).toBeLessThanOrEqual(steps);
    }
  });

  it('is small for what nobody else wrote at', () => {
    const { update } = writeApart(new Seeded(1), 1_000);
    expect(count(update, sampleDoc())).toBeLessThan(10_000);
  });
});

function count(update: Uint8Array, doc: Y.Doc): number {
  const read = readUpdate(update);
  const order = checkIntegrates(read, doc);
  const holder = text(doc, 'ada');
  return checkIntegrationCost({ read, order, doc, sequenceOf: () => ({ holder, key: null }) });
}

describe('a text of many claims', () => {
  it('is mended in one walk over it, and not at all when they are true', () => {
    const doc = sampleDoc();
    const update = from(4_000, 0, ...prepends(20_000));
    const judged = inspect(update, { doc, mayWriteAs: () => true });
    if (!judged.ok) throw new Error(judged.error.violation);
    Y.applyUpdate(doc, update);
    const label = text(doc, 'ada');
    repairTexts(doc, judged.value.claims);
    expect(text(doc, 'ada')).toBe(label);
    expect(label.length).toBe(20_003);
  });
});
