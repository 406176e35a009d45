/**
 * View isolation: what a viewpoint is sent depends only on what it may see and on what it sends. Two boards
 * that differ only in what is hidden from it are lived through with the same acts; the frames must be equal
 * byte for byte. And marks in everything hidden must never turn up in any frame or answer.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { presenceFrame } from '../../server/room/messages.ts';
import { Graph } from '../../shared/graph/graph.ts';
import type { ElementRecord } from '../../shared/model/element.ts';
import { isLink } from '../../shared/model/element.ts';
import type { ElementId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { namedPolicy, POLICY_NAMES } from '../../shared/policies/policies.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { actAtRandom } from '../helpers/acts.ts';
import { Seeded, seeds } from '../helpers/seeded.ts';
import { link, node, smallBoard, VIEWPOINTS } from '../helpers/smallBoard.ts';
import { type Client, World } from '../helpers/world.ts';

const POLICY = namedPolicy('detached');
const WATCHED: readonly Viewpoint[] = ['cell1', 'cell2', 'circle1', 'circle2', 'ada', 'everyone'] as NodeId[];

/** The same board with more in it, and with everything hidden from the viewpoint written differently. */
function withHiddenDifferences(elements: readonly ElementRecord[], viewpoint: Viewpoint): ElementRecord[] {
  const graph = new Graph(POLICY);
  for (const element of elements) graph.put(element);
  const visible = visibility(graph, viewpoint);
  const rewritten = elements.map((element) => {
    if (visible.has(element.id)) return element;
    const text = { label: 'something quite different', caption: 'else' };
    return isLink(element) ? { ...element, ...text } : { ...element, ...text, position: { x: 77, y: 7 } };
  });
  const more = [
    node('extra1', 'person'),
    node('extra2', 'person'),
    node('extra3', 'note'),
    link('contact', ['extra1', 'extra2']),
    link('tie', ['extra1', 'extra3']),
  ];
  const all = [...rewritten, ...more];
  const bigger = new Graph(POLICY);
  for (const element of all) bigger.put(element);
  expect([...visibility(bigger, viewpoint)]).toEqual([...visible]);
  return all;
}

interface Run {
  readonly elements: readonly ElementRecord[];
  readonly viewpoint: Viewpoint;
  readonly seed: number;
  /** Whether the facilitator is also busy with what the viewpoint does not see. */
  readonly withHiddenActs: boolean;
}

async function framesOf({ elements, viewpoint, seed, withHiddenActs }: Run): Promise<string[][]> {
  const world = await World.create({ seed, policy: POLICY, elements });
  const facilitator = world.client('facilitator');
  const watched = [world.client(viewpoint), world.client(viewpoint)];
  const unseen = withHiddenActs ? unseenPeople(world, viewpoint) : [];
  for (const client of world.clients) await client.connect();
  await world.quiet();
  const random = new Seeded(seed);
  const hiddenRandom = new Seeded(seed + 1);
  for (let count = 0; count < 50; count += 1) {
    facilitator.carryAll();
    if (withHiddenActs) {
      actOnHidden(world, { facilitator, viewpoint, random: hiddenRandom });
      await beUnseen(world, { facilitator, viewpoint, unseen, random: hiddenRandom });
    }
    const draw = random.next();
    const client = random.pick(watched) ?? facilitator;
    if (draw < 0.25) actAtRandom(client, random);
    else if (draw < 0.35) probeExtra(client, random);
    else if (draw < 0.5) actOnVisible(world, { facilitator, viewpoint, random });
    else if (draw < 0.6) bePresent(client, random);
    else if (draw < 0.7) bePresent(facilitator, new Seeded(count));
    else if (draw < 0.75) client.disconnect();
    else if (draw < 0.85) {
      if (!client.isOnline && !client.isOut) await client.connect();
    } else {
      for (const each of world.clients) each.carryAll();
      await world.turn();
    }
    world.now += 1;
  }
  await world.bringOnline();
  const late = world.client(viewpoint);
  await late.connect();
  await world.bringOnline();
  return [...watched, late].map((client) =>
    client.received.map((frame) => Buffer.from(frame).toString('base64')),
  );
}

interface Doing {
  readonly facilitator: Client;
  readonly viewpoint: Viewpoint;
  readonly random: Seeded;
}

function actOnVisible(world: World, { facilitator, viewpoint, random }: Doing): void {
  const view = world.room.visibilityIndex.view(viewpoint);
  // Chosen by the name in the view: on the board, what the viewpoint made may be called otherwise.
  const name = random.pick([...(view?.shown.keys() ?? [])].map((id) => view?.idAliases.of(id) ?? id).sort());
  const id = name === undefined ? undefined : view?.idAliases.boardId(name);
  change(facilitator, { id, random });
}

/** Changes, makes and deletes things nothing of which concerns the viewpoint. */
function actOnHidden(world: World, { facilitator, viewpoint, random }: Doing): void {
  const view = world.room.visibilityIndex.view(viewpoint);
  const hidden = [...facilitator.nodes.keys(), ...facilitator.links.keys()].filter(
    (id) => !view?.shows(id as ElementId) && world.room.board.graph.has(id),
  );
  const draw = random.next();
  if (draw < 0.6) change(facilitator, { id: random.pick(hidden.sort()) as ElementId, random });
  else if (draw < 0.8) {
    const id = `hidden${random.word()}`;
    facilitator.act(() => facilitator.nodes.set(id, fresh({ kind: 'person', position: { x: 1, y: 2 } })));
  } else {
    const made = hidden.filter((id) => id.startsWith('hidden') || id.startsWith('tie-extra'));
    const id = random.pick(made.sort());
    if (id !== undefined)
      facilitator.act(() => (facilitator.nodes.has(id) ? facilitator.nodes : facilitator.links).delete(id));
  }
  facilitator.carryAll();
}

/** People whom the viewpoint is not told of: at viewpoints of others, and a facilitator who looks through its own. */
function unseenPeople(world: World, viewpoint: Viewpoint): Client[] {
  const elsewhere = VIEWPOINTS.filter((other) => other !== viewpoint && other !== 'facilitator');
  const people = elsewhere.map((other) => world.client(other));
  const looking = world.client(viewpoint, 'facilitator');
  looking.looksOnly = true;
  return [...people, looking];
}

/** They point, raise hands, come and go; the facilitator calls people to what the viewpoint does not see. */
async function beUnseen(
  world: World,
  { facilitator, viewpoint, unseen, random }: Doing & { readonly unseen: readonly Client[] },
): Promise<void> {
  const client = random.pick(unseen) ?? facilitator;
  const draw = random.next();
  if (draw < 0.5) bePresent(client, random);
  else if (draw < 0.6) bePresent(client, random, { hand: random.chance(0.5) });
  else if (draw < 0.7 && client.viewpoint !== viewpoint) client.disconnect();
  else if (draw < 0.8 && !client.isOnline && !client.isOut) await client.connect();
  else if (draw < 0.9) {
    const view = world.room.visibilityIndex.view(viewpoint);
    const hidden = [...world.room.board.graph.nodes.keys()].filter((id) => !view?.shows(id));
    const { viewpoint: home } = facilitator;
    const principal = { session: 'caller', invite: 'i', role: 'facilitator', home, viewpoint: home } as const;
    world.room.call(principal, hidden);
  } else if (draw < 0.95) world.room.lowerHand(client.doc.clientID);
  client.carryAll();
}

function change(client: Client, { id, random }: { id: ElementId | undefined; random: Seeded }): void {
  const found = id === undefined ? undefined : (client.nodes.get(id) ?? client.links.get(id));
  const text = found?.get('label');
  if (found === undefined || !(text instanceof Y.Text)) return;
  client.act(() => {
    if (random.chance(0.5)) text.insert(0, random.word());
    else found.set('caption', random.word());
  });
  client.carryAll();
}

/** Makes something under an id that exists on one of the two boards, hidden, and not on the other. */
function probeExtra(client: Client, random: Seeded): void {
  const id =
    random.pick(['extra1', 'extra2', 'extra3', 'contact-extra1-extra2', 'tie-extra1-extra3']) ?? 'extra1';
  const map = random.chance(0.7) ? client.nodes : client.links;
  const target = random.pick([...client.nodes.keys()].sort()) ?? 'ada';
  const fields =
    map === client.nodes ? { kind: 'note', position: { x: 0, y: 0 } } : { kind: 'tie', source: id, target };
  client.act(() => map.set(id, fresh(fields)));
}

function fresh(fields: Record<string, unknown>): Y.Map<unknown> {
  const map = new Y.Map<unknown>(Object.entries(fields));
  map.set('label', new Y.Text(''));
  if (!('source' in fields)) map.set('notes', new Y.Text(''));
  return map;
}

function bePresent(client: Client, random: Seeded, more: object = {}): void {
  const selection = [random.pick(['ada', 'cell1', 'extra1', 'chen']) ?? 'ada'];
  const state = JSON.stringify({
    name: 'somebody',
    cursor: { x: random.below(9), y: 0 },
    selection,
    ...more,
  });
  client.sendRaw(presenceFrame([{ client: client.doc.clientID, clock: random.below(1000), state }]));
}

/** Which frame of which client differs first, readably; null when none does. */
function firstDifference(one: string[][], other: string[][]): object | null {
  for (const [client, frames] of one.entries()) {
    for (let index = 0; index < Math.max(frames.length, other[client]?.length ?? 0); index += 1) {
      const [a, b] = [frames[index], other[client]?.[index]];
      if (a !== b) return { client, index, one: readable(a), other: readable(b) };
    }
  }
  return null;
}

const readable = (frame: string | undefined) =>
  frame === undefined
    ? 'nothing'
    : Buffer.from(frame, 'base64')
        .toString('latin1')
        .replace(/[^ -~]+/g, ' ');

describe('two boards that differ only in what a viewpoint may not see', () => {
  it.each(seeds(300))('[B-4.1] give it the same frames, byte for byte (seed %i)', async (seed) => {
    const viewpoint = WATCHED[seed % WATCHED.length] ?? 'everyone';
    const elements = smallBoard();
    const one = await framesOf({ elements, viewpoint, seed, withHiddenActs: false });
    const other = await framesOf({
      elements: withHiddenDifferences(elements, viewpoint),
      viewpoint,
      seed,
      withHiddenActs: true,
    });
    expect(firstDifference(one, other)).toBeNull();
  });
});

/** The small board with an unguessable mark in every id and text. */
function markedBoard(random: Seeded): { elements: ElementRecord[]; marks: Map<ElementId, string> } {
  const marks = new Map<ElementId, string>();
  const idOf = new Map<string, string>();
  const mark = (id: string) => {
    const known = idOf.get(id) ?? `q${random.word()}${random.word()}`;
    idOf.set(id, known);
    return known;
  };
  const elements = smallBoard().map((element) => {
    const id = mark(element.id) as never;
    marks.set(id, id);
    const texts = { id, label: `l ${id} l`, caption: `c ${id}` };
    if (!isLink(element)) return { ...element, ...texts, notes: `n ${id} n` };
    return {
      ...element,
      ...texts,
      source: mark(element.source) as NodeId,
      target: mark(element.target) as NodeId,
    };
  });
  for (const viewpoint of VIEWPOINTS) mark(viewpoint);
  MARKED.clear();
  for (const viewpoint of VIEWPOINTS) {
    MARKED.set(
      viewpoint,
      viewpoint === 'facilitator' || viewpoint === 'everyone' ? viewpoint : (mark(viewpoint) as NodeId),
    );
  }
  return { elements, marks };
}
const MARKED = new Map<Viewpoint, Viewpoint>();

describe('[B-4.2] a mark in anything hidden', () => {
  it.each(seeds(300))(
    'never turns up in what a viewpoint is sent or what is kept for it (seed %i)',
    async (seed) => {
      const random = new Seeded(seed);
      const { elements, marks } = markedBoard(random);
      const policy = namedPolicy(POLICY_NAMES[1 + (seed % (POLICY_NAMES.length - 1))] ?? 'detached');
      const world = await World.create({ seed, policy, elements });
      for (const viewpoint of MARKED.values()) world.client(viewpoint);
      const known = new Map<Viewpoint, Set<ElementId>>();
      const takeNote = () => {
        for (const { viewpoint, shown } of world.room.visibilityIndex.views()) {
          const seen = known.get(viewpoint) ?? new Set();
          for (const id of shown.keys()) seen.add(id);
          known.set(viewpoint, seen);
        }
      };
      for (const client of world.clients) await client.connect();
      takeNote();
      await world.quiet();
      for (let count = 0; count < 50; count += 1) {
        const client = random.pick(random.chance(0.4) ? world.clients.slice(0, 1) : world.clients);
        if (client === undefined || client.isOut) continue;
        if (random.chance(0.6)) actAtRandom(client, random);
        else client.carry();
        takeNote();
        if (random.chance(0.2)) await world.turn();
        takeNote();
      }
      for (let round = 0; round < 400 && !world.clients.every((client) => client.isQuiet); round += 1) {
        for (const client of world.clients) {
          client.carry();
          takeNote();
        }
        await world.turn();
      }
      await world.bringOnline();
      takeNote();
      for (const viewpoint of MARKED.values()) await world.client(viewpoint).connect();
      await world.bringOnline();

      for (const client of world.clients) {
        if (client.viewpoint === 'facilitator') continue;
        const seen = known.get(client.viewpoint) ?? new Set();
        const asked = world.room.elements(client.viewpoint);
        // An answer waits until what it read is durable.
        await world.turnsUntil(asked);
        const answer = Buffer.from(JSON.stringify((await asked) ?? {}));
        const stored = (await world.store.loadView('board' as never, client.viewpoint))?.updates ?? [];
        const sent = Buffer.concat([answer, ...client.received, ...stored]);
        for (const [id, mark] of marks) {
          if (!seen.has(id) && sent.includes(mark)) throw new Error(`${client.name} was sent ${mark}`);
        }
      }
    },
  );
});
