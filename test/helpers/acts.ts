/**
 * What people do at a board, and what a modified page may try, chosen at random. An act changes the client's
 * own doc, as a page would; the server hears of it when messages are carried.
 */
import * as Y from 'yjs';
import { LINK_KINDS, mayJoin, NODE_KINDS, type NodeKind } from '../../shared/model/kinds.ts';
import type { Seeded } from './seeded.ts';
import type { Client } from './world.ts';

type Act = (client: Client, random: Seeded) => void;

const ids = (map: { keys(): IterableIterator<string> }) => [...map.keys()].sort();

/** An element's map, unless junk stands in its place. */
function element(map: Y.Map<Y.Map<unknown>>, random: Seeded): [string, Y.Map<unknown>] | null {
  const id = random.pick(ids(map));
  const found = id === undefined ? undefined : map.get(id);
  return id !== undefined && found instanceof Y.Map ? [id, found] : null;
}

function draft(fields: Record<string, unknown>): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  for (const [field, value] of Object.entries(fields)) map.set(field, value);
  return map;
}

const create: Act = (client, random) => {
  const position = { x: random.below(1000), y: random.below(1000) };
  const kind = random.pick(NODE_KINDS);
  const fields = { kind, label: new Y.Text(random.word()), notes: new Y.Text(''), position };
  client.act(() => client.nodes.set(`new${random.word()}`, draft(fields)));
};

export const connect: Act = (client, random) => {
  const source = random.pick(ids(client.nodes));
  const target = random.pick(ids(client.nodes));
  if (source === undefined || target === undefined) return;
  const kindOf = (id: string) => client.nodes.get(id)?.get('kind') as NodeKind;
  const ends = { source: kindOf(source), target: kindOf(target) };
  const fitting = LINK_KINDS.filter((kind) => random.chance(0.05) || mayJoin(kind, ends));
  // Ties fit everywhere and tell little: the kinds that rules walk along are tried more often.
  const kind = random.pick(fitting.filter((known) => known !== 'tie' || random.chance(0.2)));
  const fields = { kind: kind ?? 'tie', source, target, label: new Y.Text('') };
  client.act(() => client.links.set(`link${random.word()}`, draft(fields)));
};

const move: Act = (client, random) => {
  const found = element(client.nodes, random);
  client.act(() => found?.[1].set('position', { x: random.below(1000), y: random.below(1000) }));
};

const type: Act = (client, random) => {
  const found = element(random.chance(0.7) ? client.nodes : client.links, random);
  const text = found?.[1].get(random.chance(0.7) ? 'label' : 'notes');
  if (!(text instanceof Y.Text)) return;
  client.act(() => {
    if (text.length > 0 && random.chance(0.4)) text.delete(random.below(text.length), 1);
    else text.insert(random.below(text.length + 1), random.chance(0.1) ? '🙂' : random.word().slice(0, 3));
  });
};

const caption: Act = (client, random) => {
  const found = element(random.chance(0.7) ? client.nodes : client.links, random);
  client.act(() => {
    if (random.chance(0.2)) found?.[1].delete('caption');
    else found?.[1].set('caption', random.word());
  });
};

export const erase: Act = (client, random) => {
  const id = random.pick(ids(client.nodes));
  if (id === undefined) return;
  client.act(() => {
    client.nodes.delete(id);
    for (const [name, found] of [...client.links.entries()]) {
      if (found instanceof Y.Map && (found.get('source') === id || found.get('target') === id)) {
        client.links.delete(name);
      }
    }
  });
};

export const cut: Act = (client, random) => {
  const id = random.pick(ids(client.links));
  if (id !== undefined) client.act(() => client.links.delete(id));
};

const undo: Act = (client, random) => {
  if (random.chance(0.8)) client.undo.undo();
  else client.undo.redo();
};

export const govern: Act = (client, random) => {
  const found = element(random.chance(0.6) ? client.nodes : client.links, random);
  if (found === null) return;
  const viewpoints = ['everyone', 'cell1', 'cell2', 'circle1', 'ada', 'facilitator'];
  client.act(() => {
    switch (random.below(7)) {
      case 0:
        found[1].set('disclosure', random.pick(['open', 'internal', 'detached']));
        return;
      case 1:
        if (random.chance(0.5)) found[1].delete('audience');
        else found[1].set('audience', [random.pick(viewpoints), random.pick(viewpoints)]);
        return;
      case 2:
        found[1].set('owner', random.pick(viewpoints));
        return;
      case 3:
        found[1].set('locked', random.chance(0.5));
        return;
      case 4:
        client.doc.getMap('board').set('locked', random.chance(0.3));
        return;
      case 5:
        client.doc.getMap('board').set('timer', { total: 60_000, left: random.below(9), ends: null });
        return;
      default: {
        const name = random.pick(['open', 'detached', 'territorial', 'fractions']);
        const policy = { name, guidesSeeMembers: random.chance(0.5), commons: random.chance(0.3) };
        client.doc.getMap('board').set('policy', policy);
      }
    }
  });
};

/** What no page does, but a sound update can hold. */
const meddle: Act = (client, random) => {
  const found = element(random.chance(0.6) ? client.nodes : client.links, random);
  if (found === null) return;
  const [id, map] = found;
  client.act(() => {
    switch (random.below(11)) {
      case 0:
        map.set('access', 'edit');
        return;
      case 1:
        map.set('kind', 'cell');
        return;
      case 2:
        map.set('position', { x: Number.POSITIVE_INFINITY, y: 'far' });
        return;
      case 3:
        map.delete(random.pick(['label', 'notes', 'position', 'kind', 'access', 'owner']) ?? 'label');
        return;
      case 4:
        (map.parent as Y.Map<unknown>).set(id, draft({ label: new Y.Text('bare') }));
        return;
      case 5:
        map.set('label', new Y.Text(random.word()));
        return;
      case 6: {
        const text = map.get('label');
        if (text instanceof Y.Text) text.insert(0, 'x'.repeat(600));
        return;
      }
      case 7:
        map.set('unconfirmed', random.chance(0.5));
        return;
      case 8:
        client.doc.getMap('board').set(random.pick(['locked', 'timer']) ?? 'locked', false);
        return;
      case 9:
        map.set('source', random.pick(ids(client.nodes)));
        return;
      default:
        map.set('color', 99);
    }
  });
};

/** Writes to an id that may be there and hidden. */
const probe: Act = (client, random) => {
  const hidden = ['cell1', 'cell2', 'chen', 'dara', 'circle2', 'membership-chen-cell2', 'centre'];
  const id = random.pick(hidden);
  if (id === undefined) return;
  const fields = {
    kind: 'person',
    label: new Y.Text('probe'),
    notes: new Y.Text(''),
    position: { x: 1, y: 1 },
  };
  client.act(() => {
    if (random.chance(0.7)) client.nodes.set(id, draft(fields));
    else {
      const target = random.pick(ids(client.nodes)) ?? 'ada';
      client.links.set(
        `probe${random.word()}`,
        draft({ kind: 'tie', source: id, target, label: new Y.Text('') }),
      );
    }
  });
};

const EVERYDAY: readonly Act[] = [
  create,
  connect,
  connect,
  move,
  move,
  type,
  type,
  caption,
  erase,
  cut,
  undo,
];

/** One random act: mostly what people do, now and then what they should not. */
export function actAtRandom(client: Client, random: Seeded): void {
  const draw = random.next();
  if (client.role === 'facilitator' && draw < 0.25) return govern(client, random);
  if (draw > 0.9) return meddle(client, random);
  if (draw > 0.85) return probe(client, random);
  random.pick(EVERYDAY)?.(client, random);
}

/** A frame no sound client sends. */
export function junkFrame(random: Seeded): Uint8Array {
  const bytes = new Uint8Array(2 + random.below(60));
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = random.below(256);
  if (random.chance(0.6)) bytes.set([0, 2], 0);
  return bytes;
}
