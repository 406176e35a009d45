/**
 * The laws of the two-way lens, over random acts of several clients at eight viewpoints of one board: offline
 * for a while, writing what they may not, now and then sending junk.
 *
 * CELLBOARD_SEEDS sets how many seeds are tried, CELLBOARD_SEED the first; a failure names its seed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedPolicy, POLICY_NAMES } from '../../shared/policies/policies.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { actAtRandom, junkFrame } from '../helpers/acts.ts';
import { Seeded, seeds } from '../helpers/seeded.ts';
import { smallBoard, VIEWPOINTS } from '../helpers/smallBoard.ts';
import { dueTo, World } from '../helpers/world.ts';

const STEPS = 80;

async function peopledWorld(seed: number): Promise<World> {
  const policy = namedPolicy(POLICY_NAMES[seed % POLICY_NAMES.length] ?? 'detached');
  const world = await World.create({ seed, policy, elements: smallBoard() });
  for (const viewpoint of VIEWPOINTS) {
    world.client(viewpoint);
    world.client(viewpoint);
  }
  for (const client of world.clients) await client.connect();
  await world.quiet();
  return world;
}

async function step(world: World, random: Seeded): Promise<void> {
  // Facilitators, the first two, change what others see: they are heard more often than their number.
  const client = random.pick(random.chance(0.35) ? world.clients.slice(0, 2) : world.clients);
  if (client === undefined || client.isOut) return;
  const draw = random.next();
  if (draw < 0.55) actAtRandom(client, random);
  else if (draw < 0.56) client.sendRaw(junkFrame(random));
  else if (draw < 0.6) client.disconnect();
  else if (draw < 0.7) {
    if (!client.isOnline) await client.connect();
  } else if (draw < 0.9) client.carry();
  else await world.turn();
  world.now += 1;
}

async function livedThrough(seed: number): Promise<World> {
  const world = await peopledWorld(seed);
  const random = new Seeded(seed);
  for (let count = 0; count < STEPS; count += 1) await step(world, random);
  return world;
}

/** Law 1, for every open view and every client that has settled. */
function expectEverybodyRight(world: World): void {
  for (const view of world.room.visibilityIndex.views()) {
    expect([...view.shown.keys()].sort()).toEqual(
      [...visibility(world.room.board.graph, view.viewpoint).keys()].sort(),
    );
    const { nodes, links } = dueTo(world, view.viewpoint);
    expect(view.doc.yDoc.getMap('nodes').toJSON()).toEqual(nodes);
    expect(view.doc.yDoc.getMap('links').toJSON()).toEqual(links);
    for (const client of world.clients) {
      if (client.viewpoint !== view.viewpoint || client.isOut) continue;
      expect(client.picture).toEqual({ nodes, links, board: view.doc.yDoc.getMap('board').toJSON() });
      expect(client.doc.store.pendingStructs).toBeNull();
      expect(client.doc.store.pendingDs).toBeNull();
    }
  }
}

describe.each(seeds(300))('[B-4.3] after any acts, once the network is quiet (seed %i)', (seed) => {
  let world: World | null = null;
  const lived = () => world ?? expect.fail('the acts were not lived through');
  beforeAll(async () => {
    world = await livedThrough(seed);
    await world.bringOnline();
  });
  afterAll(() => {
    world = null;
  });

  it('every view equals what is due and every client its view', () => {
    expectEverybodyRight(lived());
  });

  it('[B-4.4] projecting what has not changed writes no bytes', () => {
    for (const view of lived().room.visibilityIndex.views()) {
      view.markAll();
      view.catchUp();
      expect(view.drain()).toBeNull();
    }
  });

  it('it stays so through a restart', async () => {
    const world = lived();
    for (const client of world.clients) client.disconnect();
    await world.start();
    for (const client of world.clients) if (!client.isOut) await client.connect();
    await world.bringOnline();
    expectEverybodyRight(world);
  });
});
