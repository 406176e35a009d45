import { describe, expect, it } from 'vitest';
import type { ElementId, LinkId, NodeId } from '../../../../shared/model/ids.ts';
import type { Notice } from '../../../../shared/protocol.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import { BOARD, type Client, type World } from '../../../helpers/world.ts';
import { join, openRoom, put, record, restart, sentDuring, set, shows } from './openRoom.ts';

const marks = (client: Client) =>
  [...client.nodes.entries(), ...client.links.entries()]
    .filter(([, map]) => map.get('unconfirmed') === true)
    .map(([id]) => id)
    .sort();

const FACILITATOR = {
  session: 'fay',
  invite: 'i',
  role: 'facilitator',
  home: 'facilitator',
  viewpoint: 'facilitator',
} as const;

const declines = (client: Client) =>
  client.notices.filter(
    (notice): notice is Extract<Notice, { type: 'declined' }> => notice.type === 'declined',
  );

/** Declines as the facilitator, and lets everything settle. */
async function decline(world: World, elements: readonly string[], word = ''): Promise<void> {
  const done = world.room.decline(FACILITATOR, { elements: elements as ElementId[], word });
  await world.turn();
  await done;
  await world.quiet();
}

async function drawn(): Promise<{ world: World; cell: Client; facilitator: Client }> {
  const world = await openRoom();
  const facilitator = await join(world, 'facilitator');
  const cell = await join(world, 'cell1');
  put(cell, 'zoe', { kind: 'person', position: { x: 1, y: 1 } });
  put(cell, 'zoe-in', { kind: 'membership', source: 'zoe', target: 'cell1' });
  await world.quiet();
  return { world, cell, facilitator };
}

describe('a drawing that awaits confirmation', () => {
  it('is marked for its owner and for those who guide the owner, and for nobody else', async () => {
    const { world, cell } = await drawn();
    const centre = await join(world, 'centre');
    const ada = await join(world, 'ada');
    expect(marks(cell)).toEqual(['zoe', 'zoe-in']);
    expect(marks(centre)).toEqual(['zoe', 'zoe-in']);
    expect(marks(ada)).toEqual(['zoe', 'zoe-in']);
    expect(marks(await join(world, 'cell2'))).toEqual([]);
  });

  it('is told to facilitators by its owner alone', async () => {
    const { facilitator } = await drawn();
    expect(marks(facilitator)).toEqual([]);
    expect(facilitator.nodes.get('zoe')?.get('owner')).toBe('cell1');
  });

  it('loses its mark the moment it is confirmed', async () => {
    const { world, cell, facilitator } = await drawn();
    facilitator.act(() => {
      facilitator.nodes.get('zoe')?.set('owner', 'facilitator');
      facilitator.links.get('zoe-in')?.set('owner', 'facilitator');
    });
    await world.quiet();
    expect(marks(cell)).toEqual([]);
    expect(shows(cell, 'zoe')).toBe(true);
  });

  it('gains and loses the mark as its viewer comes to stand where its owner is', async () => {
    const more = [
      node('plan', 'note', { owner: 'circle1' as NodeId, audience: ['farid' as NodeId] }),
      link('membership', ['farid', 'circle1'], { id: 'joins' as LinkId, audience: [] }),
    ];
    const world = await openRoom({ more });
    const facilitator = await join(world, 'facilitator');
    const farid = await join(world, 'farid');
    expect(shows(farid, 'plan')).toBe(true);
    expect(marks(farid)).toEqual([]);
    facilitator.act(() => facilitator.links.get('joins')?.delete('audience'));
    await world.quiet();
    expect(marks(farid)).toEqual(['plan']);
    facilitator.act(() => facilitator.links.delete('joins'));
    await world.quiet();
    expect(marks(farid)).toEqual([]);
  });

  it('is not marked on a board where what people add is everybody\u2019s', async () => {
    const world = await openRoom({ policy: { name: 'open', commons: true, guidesSeeMembers: true } });
    const cell = await join(world, 'cell1');
    put(cell, 'zoe', { kind: 'person', position: { x: 1, y: 1 } });
    await world.quiet();
    expect(marks(cell)).toEqual([]);
  });

  it('[B-5.14] cannot be marked or unmarked by whoever draws it', async () => {
    const { world, cell } = await drawn();
    set(cell, 'zoe', 'unconfirmed', false);
    set(cell, 'ada', 'unconfirmed', true);
    put(cell, 'yan', { kind: 'person', position: { x: 1, y: 1 }, unconfirmed: false });
    await world.quiet();
    expect(marks(cell)).toEqual(['yan', 'zoe', 'zoe-in']);
    expect(record(world, 'yan')).not.toHaveProperty('unconfirmed');
  });

  it('keeps its mark when its deletion is undone', async () => {
    const { world, cell } = await drawn();
    cell.act(() => cell.nodes.delete('zoe'));
    await world.quiet();
    cell.undo.undo();
    await world.quiet();
    expect(cell.notices.filter(({ type }) => type === 'refused')).toEqual([]);
    expect(marks(cell)).toContain('zoe');
  });
});

describe('declining', () => {
  it('takes the drawing off the board and tells everybody of its viewpoint, and nobody else', async () => {
    const { world, cell } = await drawn();
    const [second, other] = [await join(world, 'cell1'), await join(world, 'cell2')];
    const heard = await sentDuring(other, () => decline(world, ['zoe', 'zoe-in'], 'Not in this round'));
    const told = {
      type: 'declined',
      drawings: [
        { kind: 'person', label: '' },
        { kind: 'membership', label: '' },
      ],
      word: 'Not in this round',
      at: world.now,
    };
    expect(declines(cell)).toEqual([told]);
    expect(declines(second)).toEqual([told]);
    expect(heard).toEqual([]);
    expect(shows(cell, 'zoe')).toBe(false);
    expect(record(world, 'zoe')).toBeUndefined();
  });

  it('leaves it in the bin, from which a facilitator brings it back with its links', async () => {
    const { world, cell, facilitator } = await drawn();
    await decline(world, ['zoe']);
    put(facilitator, 'zoe', { kind: 'person', position: { x: 1, y: 1 } });
    await world.quiet();
    expect(record(world, 'zoe')).toMatchObject({ owner: 'cell1' });
    expect(marks(cell)).toEqual(['zoe', 'zoe-in']);
  });

  it('touches nothing that is confirmed or is not there', async () => {
    const { world, cell } = await drawn();
    await decline(world, ['ada', 'nothing', 'cell1']);
    expect(record(world, 'ada')).toBeDefined();
    expect(declines(cell)).toEqual([]);
  });

  it('is told to each owner of their own alone, and of no more than they saw', async () => {
    const { world, cell, facilitator } = await drawn();
    const circle = await join(world, 'circle2');
    put(circle, 'tom', { kind: 'person', position: { x: 1, y: 1 } });
    put(cell, 'withheld', { kind: 'note', position: { x: 1, y: 1 } });
    await world.quiet();
    facilitator.act(() => facilitator.nodes.get('withheld')?.set('audience', ['cell2']));
    await world.quiet();
    await decline(world, ['zoe', 'tom', 'withheld'], 'no');
    expect(declines(cell).map(({ drawings }) => drawings)).toEqual([[{ kind: 'person', label: '' }]]);
    expect(declines(circle).map(({ drawings }) => drawings)).toEqual([[{ kind: 'person', label: '' }]]);
    expect(record(world, 'withheld')).toBeUndefined();
  });

  it('waits as a notice until a participant of the viewpoint connects, also through a restart, and is told once', async () => {
    const { world, cell } = await drawn();
    cell.disconnect();
    const looking = world.client('cell1' as NodeId, 'facilitator');
    await looking.connect();
    await decline(world, ['zoe'], 'Ask Ada first');
    expect(declines(looking)).toEqual([]);
    expect((await world.store.loadBoard(BOARD))?.pendingNotices).toMatchObject([
      { to: 'cell1', word: 'Ask Ada first' },
    ]);
    await restart(world);
    expect(declines(cell)).toMatchObject([{ word: 'Ask Ada first', drawings: [{ kind: 'person' }] }]);
    expect((await world.store.loadBoard(BOARD))?.pendingNotices).toBeUndefined();
    expect(declines(await join(world, 'cell1'))).toEqual([]);
    expect(declines(looking)).toEqual([]);
  });

  it('drops a notice for a viewpoint that is deleted', async () => {
    const { world, cell, facilitator } = await drawn();
    cell.disconnect();
    await decline(world, ['zoe'], 'Ask Ada first');
    facilitator.act(() => facilitator.nodes.delete('cell1'));
    await world.quiet();
    expect((await world.store.loadBoard(BOARD))?.pendingNotices).toBeUndefined();
  });

  it('closes the connections of a viewpoint that was itself declined', async () => {
    const world = await openRoom();
    const circle = await join(world, 'circle2');
    put(circle, 'team', { kind: 'circle', position: { x: 1, y: 1 } });
    await world.quiet();
    const team = await join(world, 'team');
    await decline(world, ['team']);
    expect(team.closes).toEqual([4404]);
  });
});
