/**
 * Authority: whatever a participant's page sends, nothing outside the participant's rights changes. Stated
 * from what the view marked as editable, without asking the rules again.
 */
import { describe, expect, it } from 'vitest';
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import type { ElementId } from '../../shared/model/ids.ts';
import { namedPolicy, POLICY_NAMES } from '../../shared/policies/policies.ts';
import { actAtRandom, junkFrame } from '../helpers/acts.ts';
import { Seeded, seeds } from '../helpers/seeded.ts';
import { smallBoard, VIEWPOINTS } from '../helpers/smallBoard.ts';
import { type Client, World } from '../helpers/world.ts';

const NEVER = ['id', 'kind', 'source', 'target', 'disclosure', 'audience', 'owner', 'locked'] as const;

interface Snapshot {
  readonly elements: ReadonlyMap<ElementId, ElementRecord>;
  readonly editable: ReadonlySet<ElementId>;
  readonly ownersAllowed: ReadonlySet<string>;
  readonly policy: string;
  /** What facilitators alone set on the board itself. */
  readonly held: string;
  readonly title: string;
}

function snapshot(world: World, client: Client): Snapshot {
  const { graph, policy, title, isLocked, timer } = world.room.board;
  const view = world.room.visibilityIndex.view(client.viewpoint);
  const editable = [...(view?.shown ?? [])].filter(([, access]) => access === 'edit').map(([id]) => id);
  const standing = view?.visibility.scope.standing ?? [];
  return {
    elements: new Map<ElementId, ElementRecord>([...graph.nodes, ...graph.links]),
    editable: new Set(editable),
    ownersAllowed: new Set(policy.commons ? ['everyone'] : [client.viewpoint, ...standing]),
    policy: JSON.stringify(policy),
    held: JSON.stringify({ isLocked, timer }),
    title,
  };
}

function expectNothingElseChanged(
  world: World,
  { client, before }: { client: Client; before: Snapshot },
): void {
  const { graph, policy, title, isLocked, timer } = world.room.board;
  expect(JSON.stringify(policy)).toBe(before.policy);
  expect(JSON.stringify({ isLocked, timer })).toBe(before.held);
  if (!policy.commons) expect(title).toBe(before.title);
  const after = new Map<ElementId, ElementRecord>([...graph.nodes, ...graph.links]);
  for (const [id, was] of before.elements) {
    const is = after.get(id);
    if (is === was) continue;
    if (is === undefined) {
      const lostAnEnd = isLink(was) && !(after.has(was.source) && after.has(was.target));
      expect(before.editable.has(id) || lostAnEnd, `${client.name} deleted ${id}`).toBe(true);
      continue;
    }
    expect(before.editable.has(id), `${client.name} changed ${id}`).toBe(true);
    for (const field of NEVER) {
      const value = (element: ElementRecord) => element[field as keyof ElementRecord];
      expect(value(is), `${client.name} changed ${field} of ${id}`).toEqual(value(was));
    }
  }
  for (const [id, is] of after) {
    if (before.elements.has(id) || wasOnTheBoard(world, id)) continue;
    expect(before.ownersAllowed, `${client.name} made ${id}`).toContain(is.owner);
    expect(is.locked).toBe(false);
    expect(is.audience).toBeUndefined();
    expect('disclosure' in is ? is.disclosure : undefined).toBeUndefined();
  }
}

/** Elements of old that came back from the bin keep what they had. */
const known = new WeakMap<World, Set<ElementId>>();
function wasOnTheBoard(world: World, id: ElementId): boolean {
  return known.get(world)?.has(id) ?? false;
}

function remember(world: World): void {
  const seen = known.get(world) ?? new Set();
  for (const id of [...world.room.board.graph.nodes.keys(), ...world.room.board.graph.links.keys()])
    seen.add(id);
  known.set(world, seen);
}

describe('a participant, whatever their page sends,', () => {
  it.each(seeds(300))('[B-5.1] changes nothing outside their rights (seed %i)', async (seed) => {
    const random = new Seeded(seed);
    const policy = namedPolicy(POLICY_NAMES[seed % POLICY_NAMES.length] ?? 'detached');
    const world = await World.create({ seed, policy, elements: smallBoard() });
    for (const viewpoint of VIEWPOINTS) world.client(viewpoint);
    const viewer = world.client(VIEWPOINTS[2] ?? 'everyone', 'viewer');
    for (const client of world.clients) await client.connect();
    await world.quiet();
    for (let count = 0; count < 80; count += 1) {
      const client = random.pick(world.clients);
      if (client === undefined || client.isOut || !client.isOnline) continue;
      if (random.chance(0.05)) client.sendRaw(junkFrame(random));
      else actAtRandom(client, random);
      const before = snapshot(world, client);
      remember(world);
      client.carryAll();
      if (client.viewpoint !== 'facilitator') expectNothingElseChanged(world, { client, before });
      if (client === viewer) expect(snapshot(world, client).elements).toEqual(before.elements);
      await world.turn();
      for (const absent of world.clients) if (!absent.isOnline && !absent.isOut) await absent.connect();
    }
  });
});
