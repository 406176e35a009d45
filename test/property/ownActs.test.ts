/**
 * Nobody's view grows by their own act. Editors add, delete, undo and redo on boards where facilitators change
 * policy, disclosures, audiences, owners, locks and memberships in between; whatever an editor's act shows them
 * anew is what they put there, what an act of their own took from them, or, on a commons, what drawing it anew
 * would show.
 */
import { describe, expect, it } from 'vitest';
import { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import { namedPolicy, POLICY_NAMES } from '../../shared/policies/policies.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { actAtRandom, connect, cut, erase, govern } from '../helpers/acts.ts';
import { Seeded, seeds } from '../helpers/seeded.ts';
import { smallBoard, VIEWPOINTS } from '../helpers/smallBoard.ts';
import { type Client, World } from '../helpers/world.ts';

interface Moment {
  readonly elements: ReadonlyMap<ElementId, ElementRecord>;
  readonly visible: ReadonlySet<ElementId>;
}

function momentOf(world: World, viewpoint: Viewpoint): Moment {
  const { graph } = world.room.board;
  return {
    elements: new Map<ElementId, ElementRecord>([...graph.nodes, ...graph.links]),
    visible: new Set(visibility(graph, viewpoint).keys()),
  };
}

/** What the viewpoint would see had everything that is new to the board been drawn by it, on a commons, a moment ago. */
function seenIfDrawn(
  world: World,
  { before, after }: { before: Moment; after: Moment },
  viewpoint: Viewpoint,
) {
  const graph = new Graph(world.room.board.policy);
  const drawn = [...after.elements.values()].filter(
    ({ id }) => !before.elements.has(id) && after.visible.has(id),
  );
  const anew = drawn.map((element): ElementRecord => {
    const { audience: _audience, ...record } = element;
    if (isLink(record)) return { ...record, owner: 'everyone', locked: false };
    return withoutDisclosure({ ...record, owner: 'everyone', locked: false } as NodeRecord);
  });
  const kept = [...before.elements.values()].filter(({ id }) => after.elements.has(id));
  for (const element of [...kept, ...anew].sort((a, b) => Number(isLink(a)) - Number(isLink(b)))) {
    if (!isLink(element) || (graph.nodes.has(element.source) && graph.nodes.has(element.target)))
      graph.put(element);
  }
  return visibility(graph, viewpoint);
}

function withoutDisclosure({ disclosure: _disclosure, ...node }: NodeRecord): NodeRecord {
  return node;
}

/** The map that stands under each name in a client's doc: one put anew is another map. */
function mapsOf(client: Client): Map<string, unknown> {
  return new Map<string, unknown>([...client.nodes.entries(), ...client.links.entries()]);
}

describe('an editor’s own act', () => {
  it.each(seeds(300))('[B-5.15] shows them nothing that was hidden from them (seed %i)', async (seed) => {
    const random = new Seeded(seed);
    const policy = namedPolicy(POLICY_NAMES[seed % POLICY_NAMES.length] ?? 'detached');
    const world = await World.create({ seed, policy, elements: smallBoard() });
    for (const viewpoint of VIEWPOINTS) world.client(viewpoint);
    for (const client of world.clients) await client.connect();
    await world.quiet();
    const facilitator = world.clients[0] as Client;
    /** By what an editor deleted, everything its act took from its view. */
    const lost = new Map<string, ReadonlySet<ElementId>>();
    const act = async (client: Client, change: () => void) => {
      if (client.isOut || !client.isOnline) return;
      const held = mapsOf(client);
      change();
      const put = [...mapsOf(client)].filter(([name, map]) => held.get(name) !== map).map(([name]) => name);
      const before = momentOf(world, client.viewpoint);
      client.carryAll();
      const after = momentOf(world, client.viewpoint);
      const view = world.room.visibilityIndex.view(client.viewpoint);
      if (client !== facilitator && view !== undefined) {
        const own = put.map((name) => view.idAliases.boardId(name));
        const due = new Set(own.flatMap((id) => [id, ...(lost.get(`${client.viewpoint} ${id}`) ?? [])]));
        const came = [...after.visible].filter((id) => !before.visible.has(id) && !due.has(id));
        const { commons } = world.room.board.policy;
        const excused =
          came.length > 0 && commons ? seenIfDrawn(world, { before, after }, client.viewpoint) : null;
        expect(
          came.filter((id) => excused?.has(id) !== true),
          `${client.name} put ${own}`,
        ).toEqual([]);
        const went = new Set([...before.visible].filter((id) => !after.visible.has(id)));
        for (const id of went) if (!after.elements.has(id)) lost.set(`${client.viewpoint} ${id}`, went);
      }
      await world.turn();
      for (const other of world.clients) if (!other.isOnline && !other.isOut) await other.connect();
    };
    for (let round = 0; round < 14; round += 1) {
      const editor = random.pick(world.clients.slice(1)) ?? facilitator;
      for (let count = random.below(3); count > 0; count -= 1)
        await act(editor, () => actAtRandom(editor, random));
      await act(editor, () => (random.chance(0.5) ? erase : cut)(editor, random));
      await world.quiet();
      for (let count = random.below(4); count > 0; count -= 1) {
        await act(facilitator, () => (random.chance(0.5) ? govern : connect)(facilitator, random));
        if (random.chance(0.3)) await act(facilitator, () => flipPolicy(facilitator, random));
        if (random.chance(0.7)) await world.quiet();
      }
      for (let count = 1 + random.below(3); count > 0; count -= 1)
        await act(editor, () => editor.undo.undo());
      if (random.chance(0.3)) await act(editor, () => editor.undo.redo());
      await world.quiet();
    }
  });
});

function flipPolicy(facilitator: Client, random: Seeded): void {
  const name = random.pick(POLICY_NAMES) ?? 'open';
  const policy = { name, guidesSeeMembers: random.chance(0.5), commons: random.chance(0.5) };
  facilitator.act(() => facilitator.doc.getMap('board').set('policy', policy));
}
