/**
 * The gate against updates nobody thought of: valid ones with bytes changed, and ones put together by chance
 * from parts that fit the doc. Whatever passes must leave a doc without a flaw.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Seeded, seeds } from '../../../helpers/seeded.ts';
import {
  type Content,
  type HandmadeUpdate,
  handmade,
  type Ref,
  type Section,
  type Struct,
} from './handmade.ts';
import { ALSO_MINE, clockOf, judge, MINE, SERVER, sampleDoc, THEIRS, text } from './sampleDoc.ts';

const UPDATES_PER_SEED = 100;

/** What a page may have sent after some work. */
function validUpdate(random: Seeded): Uint8Array {
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(sampleDoc()));
  page.clientID = random.pick([MINE, ALSO_MINE]) ?? MINE;
  const state = random.chance(0.8) ? Y.encodeStateVector(page) : undefined;
  const nodes = page.getMap('nodes') as Y.Map<Y.Map<unknown>>;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const name = random.pick(['ada', 'own', 'new', 'other']) ?? 'ada';
    const node = nodes.get(name);
    if (node === undefined) nodes.set(name, new Y.Map<unknown>([['label', new Y.Text('ab')]]));
    else if (random.chance(0.2)) nodes.delete(name);
    else if (random.chance(0.4)) text(page, name).insert(random.below(3), random.word());
    else node.set('position', { x: random.below(9), y: 1 });
  }
  return Y.encodeStateAsUpdate(page, state);
}

function mutated(update: Uint8Array, random: Seeded): Uint8Array {
  const bytes = [...update];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(bytes.length);
    const draw = random.next();
    if (draw < 0.4) bytes[at] = random.below(random.chance(0.7) ? 16 : 256);
    else if (draw < 0.6) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    else if (draw < 0.75) bytes.splice(at, 1 + random.below(3));
    else if (draw < 0.9) bytes.splice(at, 0, random.below(12));
    else bytes.splice(at, 0, ...bytes.slice(random.below(bytes.length)).slice(0, 12));
  }
  return Uint8Array.from(bytes);
}

const DOC = sampleDoc();
const KNOWN: readonly number[] = [MINE, ALSO_MINE, THEIRS, SERVER];

function ref(random: Seeded): Ref {
  const client = random.pick(KNOWN) ?? MINE;
  const known = clockOf(DOC, client);
  return [client, random.below(known + (random.chance(0.3) ? 4 : 0)) || 0];
}

function content(random: Seeded): Content {
  const draw = random.next();
  if (draw < 0.25) return { string: random.word().slice(0, 1 + random.below(4)) };
  if (draw < 0.5) return { any: random.chance(0.9) ? [random.below(5)] : [1, 2] };
  if (draw < 0.65) return { type: random.chance(0.5) ? 'Map' : 'Text' };
  if (draw < 0.75) return { deleted: 1 + random.below(3) };
  if (draw < 0.85) return { gc: 1 + random.below(3) };
  return (
    random.pick<Content>([
      { embed: 1 },
      { format: ['b', true] },
      { json: [1] },
      { binary: Uint8Array.of(1) },
      { doc: 'x' },
      { type: 'Array' },
      { type: 'XmlText' },
      { skip: 1 },
    ]) ?? { gc: 1 }
  );
}

function struct(random: Seeded): Struct {
  const made = content(random);
  const draw = random.next();
  if (draw < 0.35) return { ...made, origin: ref(random), ...(random.chance(0.5) && { right: ref(random) }) };
  if (draw < 0.45) return { ...made, right: ref(random) };
  const key = random.chance(0.75)
    ? random.pick(['ada', 'new', 'label', 'notes', 'caption', 'kind', 'title', 'two words'])
    : undefined;
  const parent = random.chance(0.4)
    ? (random.pick(['nodes', 'links', 'board', 'x']) ?? 'nodes')
    : ref(random);
  return { ...made, parent, ...(key !== undefined && { key }) };
}

function chanceUpdate(random: Seeded): HandmadeUpdate {
  const sections: Section[] = [];
  for (const client of random.chance(0.3) ? [ALSO_MINE, MINE] : [MINE]) {
    const known = clockOf(DOC, client);
    const clock = random.chance(0.6) ? known : random.below(known + 1);
    const structs = Array.from({ length: 1 + random.below(random.chance(0.8) ? 2 : 5) }, () =>
      struct(random),
    );
    sections.push({ client, clock, structs });
    if (random.chance(0.05)) sections.push({ client, clock: known + 1, structs: [struct(random)] });
  }
  const deletes: [number, [number, number][]][] = [];
  if (random.chance(0.3)) {
    const [client, clock] = ref(random);
    deletes.push([client, [[clock, 1 + random.below(3)]]]);
  }
  return { sections, deletes };
}

describe('[B-3.7] what the gate lets through leaves a doc without a flaw', () => {
  it.each(seeds(10))('for valid updates with bytes changed (seed %i)', (seed) => {
    const random = new Seeded(seed);
    for (let count = 0; count < UPDATES_PER_SEED; count += 1) {
      const update = mutated(validUpdate(random), random);
      const { ok, harm } = judge(update);
      if (ok) expect(harm, Buffer.from(update).toString('hex')).toEqual([]);
    }
  });

  it.each(seeds(30))('for updates put together by chance (seed %i)', (seed) => {
    const random = new Seeded(seed ^ 0xf00d);
    for (let count = 0; count < UPDATES_PER_SEED; count += 1) {
      const made = chanceUpdate(random);
      const { ok, harm } = judge(handmade(made));
      if (ok) expect(harm, JSON.stringify(made)).toEqual([]);
    }
  });
});

describe('the fuzzers', () => {
  it('make some updates that pass and are harmless, and some that are refused and harmful', () => {
    const random = new Seeded(1);
    const seen = { passed: 0, harmful: 0, refused: 0 };
    for (let count = 0; count < 600; count += 1) {
      const bytes = count % 2 === 0 ? handmade(chanceUpdate(random)) : mutated(validUpdate(random), random);
      const { ok, harm } = judge(bytes);
      if (ok) seen.passed += 1;
      else if (harm.length > 0) seen.harmful += 1;
      else seen.refused += 1;
    }
    expect(seen.passed).toBeGreaterThan(50);
    expect(seen.harmful).toBeGreaterThan(100);
  });

  it('never find a valid update refused', () => {
    const random = new Seeded(2);
    for (let count = 0; count < 300; count += 1) {
      const update = validUpdate(random);
      const { why } = judge(update);
      // Without a state vector a page repeats what others wrote, which the stock provider never does.
      if (why !== null) expect(why).toBe("somebody else's client id");
    }
  });
});
