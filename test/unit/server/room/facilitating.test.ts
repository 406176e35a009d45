import { describe, expect, it } from 'vitest';
import { presenceFrame } from '../../../../server/room/messages.ts';
import type { ElementId, NodeId } from '../../../../shared/model/ids.ts';
import type { Role } from '../../../../shared/protocol.ts';
import type { Client, World } from '../../../helpers/world.ts';
import {
  join,
  labelOf,
  openRoom,
  put,
  record,
  refusals,
  restart,
  sentDuring,
  set,
  shows,
} from './openRoom.ts';

const boardOf = (client: Client) => client.doc.getMap('board');
const setBoard = (client: Client, field: string, value: unknown) =>
  client.act(() => boardOf(client).set(field, value));

async function people(): Promise<{ world: World; facilitator: Client; cell: Client; other: Client }> {
  const world = await openRoom();
  return {
    world,
    facilitator: await join(world, 'facilitator'),
    cell: await join(world, 'cell1'),
    other: await join(world, 'cell2'),
  };
}

describe('a board that is locked as a whole', () => {
  it('[B-5.13] says so in every view, and lets participants change, make and delete nothing', async () => {
    const { world, facilitator, cell } = await people();
    put(cell, 'mine', { kind: 'note', position: { x: 0, y: 0 } });
    await world.quiet();
    setBoard(facilitator, 'locked', true);
    await world.quiet();
    expect(boardOf(cell).get('locked')).toBe(true);
    expect([...cell.nodes.values(), ...cell.links.values()].map((map) => map.get('access'))).not.toContain(
      'edit',
    );
    set(cell, 'mine', 'caption', 'x');
    put(cell, 'new', { kind: 'note', position: { x: 0, y: 0 } });
    cell.act(() => cell.nodes.delete('mine'));
    await world.quiet();
    expect(record(world, 'mine')).toMatchObject({ caption: '' });
    expect(record(world, 'new')).toBeUndefined();
    expect(refusals(cell).map(({ reason }) => reason)).toEqual(['locked', 'locked', 'locked']);
  });

  it('goes on for facilitators, and for everybody once it is unlocked', async () => {
    const { world, facilitator, cell } = await people();
    setBoard(facilitator, 'locked', true);
    facilitator.act(() => labelOf(facilitator, 'ada').insert(0, 'Dear '));
    await world.quiet();
    expect(record(world, 'ada')?.label).toBe('Dear label of ada');
    facilitator.act(() => boardOf(facilitator).delete('locked'));
    await world.quiet();
    expect(cell.nodes.get('ada')?.get('access')).toBe('edit');
    expect(boardOf(cell).has('locked')).toBe(false);
  });

  it('stays locked through a restart', async () => {
    const { world, facilitator, cell } = await people();
    setBoard(facilitator, 'locked', true);
    await world.quiet();
    await restart(world);
    put(cell, 'new', { kind: 'note', position: { x: 0, y: 0 } });
    await world.quiet();
    expect(boardOf(cell).get('locked')).toBe(true);
    expect(record(world, 'new')).toBeUndefined();
  });

  it.each<[string, Role]>([
    ['cell1', 'editor'],
    ['cell1', 'viewer'],
    ['cell1', 'facilitator'],
    ['everyone', 'editor'],
  ])('is not for %s as %s to lock, unlock or time', async (viewpoint, role) => {
    const { world, facilitator } = await people();
    setBoard(facilitator, 'locked', true);
    setBoard(facilitator, 'timer', { total: 1, left: 1, ends: null });
    await world.quiet();
    const client = await join(world, viewpoint, role);
    setBoard(client, 'locked', false);
    client.act(() => boardOf(client).delete('timer'));
    await world.quiet();
    expect(world.room.board.isLocked).toBe(true);
    expect(boardOf(client).get('locked')).toBe(true);
    expect(boardOf(client).get('timer')).toEqual({ total: 1, left: 1, ends: null });
  });

  it('takes nothing but yes and no', async () => {
    const { world, facilitator } = await people();
    setBoard(facilitator, 'locked', 'perhaps');
    await world.quiet();
    expect(refusals(facilitator)).toEqual([{ elements: [], reason: 'invalid' }]);
    expect(boardOf(facilitator).has('locked')).toBe(false);
  });
});

describe('the timer', () => {
  it('is the same in every view, and its end is by the server\u2019s clock', async () => {
    const { world, facilitator, cell, other } = await people();
    const heard = await sentDuring(cell, async () => {
      setBoard(facilitator, 'timer', { total: 300_000, left: 300_000, ends: 5 });
      await world.quiet();
    });
    const timer = { total: 300_000, left: 300_000, ends: world.now + 300_000 };
    for (const client of [facilitator, cell, other]) expect(boardOf(client).get('timer')).toEqual(timer);
    expect(heard).toContainEqual({ type: 'notice', notice: { type: 'clock', now: world.now } });
  });

  it('survives a restart, and whoever comes learns what time it is', async () => {
    const { world, facilitator } = await people();
    setBoard(facilitator, 'timer', { total: 60_000, left: 60_000, ends: 1 });
    await world.quiet();
    const ends = world.now + 60_000;
    await restart(world);
    world.now += 1_000;
    const late = await join(world, 'circle1');
    expect(boardOf(late).get('timer')).toEqual({ total: 60_000, left: 60_000, ends });
    expect(late.notices).toContainEqual({ type: 'clock', now: world.now });
  });

  it.each([
    ['a span below nothing', { total: -1, left: 0, ends: null }],
    ['more than a day', { total: 1, left: 86_400_001, ends: null }],
    ['half a timer', { total: 1 }],
    ['no timer', 'soon'],
  ])('is refused with %s', async (_what, timer) => {
    const { world, facilitator } = await people();
    setBoard(facilitator, 'timer', timer);
    await world.quiet();
    expect(refusals(facilitator)).toEqual([{ elements: [], reason: 'invalid' }]);
    expect(world.room.board.timer).toBeNull();
  });
});

describe('a call to a place', () => {
  const call = async (world: World, elements: readonly string[]) => {
    world.room.call(
      { session: 'fay', invite: 'i', role: 'facilitator', home: 'facilitator', viewpoint: 'facilitator' },
      elements as ElementId[],
    );
    await world.quiet();
  };
  const called = (client: Client) =>
    client.notices.flatMap((notice) => (notice.type === 'called' ? [notice.elements] : []));

  it('names to each what they see of it, and sends those who see none of it no frame at all', async () => {
    const { world, cell, other } = await people();
    const heard = await sentDuring(other, () => call(world, ['ada', 'bilal', 'cell1', 'farid']));
    expect(called(cell)).toEqual([['ada', 'bilal', 'cell1']]);
    expect(heard).toEqual([]);
    expect(shows(other, 'ada')).toBe(false);
  });

  it('reaches other facilitators, but neither the caller nor whoever looks through a viewpoint', async () => {
    const { world, facilitator } = await people();
    const looking = world.client('cell1' as NodeId, 'facilitator');
    // A facilitator at home in the facilitator's viewpoint who opened another.
    await looking.connect();
    await world.quiet();
    await call(world, ['cell1']);
    expect(called(facilitator)).toEqual([['cell1']]);
  });

  it('to nothing that is there reaches nobody', async () => {
    const { world, facilitator, cell } = await people();
    const heard = await sentDuring(cell, () => call(world, ['nothing', 'membership-ada-cell1']));
    expect(heard).toEqual([]);
    expect(called(facilitator)).toEqual([]);
  });
});

describe('a raised hand', () => {
  const says = async (world: World, client: Client, state: object) => {
    const entry = { client: client.doc.clientID, clock: 1, state: JSON.stringify(state) };
    client.sendRaw(presenceFrame([entry]));
    await world.quiet();
  };
  const heard = async (client: Client, happening: () => Promise<void>) =>
    (await sentDuring(client, happening)).flatMap((frame) =>
      frame.type === 'presence' ? frame.entries.map(({ state }) => state) : [],
    );

  it('is seen by facilitators and by its own viewpoint, with when it was raised, and by nobody else', async () => {
    const { world, facilitator, cell, other } = await people();
    const second = await join(world, 'cell1');
    const raised = { name: 'Eli', hand: world.now, role: 'editor', viewpoint: 'cell1' };
    const raise = () => says(world, cell, { name: 'Eli', hand: true });
    expect(await heard(facilitator, raise)).toEqual([raised]);
    world.now += 5;
    expect(await heard(second, raise)).toEqual([raised]);
    expect(await heard(other, raise)).toEqual([]);
  });

  it('keeps its place when its connection breaks, and loses it when it was put down', async () => {
    const { world, facilitator, cell } = await people();
    const first = world.now;
    await says(world, cell, { hand: true });
    world.now += 10;
    cell.disconnect();
    await cell.connect();
    await world.quiet();
    expect(await heard(facilitator, () => says(world, cell, { hand: true }))).toMatchObject([
      { hand: first },
    ]);
    await says(world, cell, { hand: false });
    expect(await heard(facilitator, () => says(world, cell, { hand: true }))).toMatchObject([
      { hand: world.now },
    ]);
  });

  it('is taken down by a facilitator, which its owner is told, and stays down until raised anew', async () => {
    const { world, facilitator, cell } = await people();
    await says(world, cell, { hand: true });
    const down = await heard(facilitator, async () => {
      expect(world.room.lowerHand(cell.doc.clientID)).toBe(true);
      await world.quiet();
    });
    expect(down).toEqual([{ role: 'editor', viewpoint: 'cell1' }]);
    expect(cell.notices).toContainEqual({ type: 'hand-lowered' });
    expect(await heard(facilitator, () => says(world, cell, { hand: true, color: 1 }))).toEqual([
      { color: 1, role: 'editor', viewpoint: 'cell1' },
    ]);
    await says(world, cell, { hand: false });
    expect(await heard(facilitator, () => says(world, cell, { hand: true }))).toMatchObject([
      { hand: world.now },
    ]);
  });

  it('is not a facilitator\u2019s to raise, and there is none to lower where none is up', async () => {
    const { world, facilitator, cell } = await people();
    const second = await join(world, 'facilitator');
    expect(await heard(second, () => says(world, facilitator, { hand: true }))).toEqual([
      { role: 'facilitator', viewpoint: 'facilitator' },
    ]);
    expect(world.room.lowerHand(cell.doc.clientID)).toBe(false);
  });

  it('is taken at no other word than yes', async () => {
    const { world, facilitator, cell } = await people();
    expect(await heard(facilitator, () => says(world, cell, { name: 'Eli', hand: 1 }))).toEqual([
      { role: 'editor', viewpoint: 'cell1' },
    ]);
  });
});
