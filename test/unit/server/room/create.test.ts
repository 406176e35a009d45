import { describe, expect, it } from 'vitest';
import type { CreateResult } from '../../../../server/room/roomApi.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import type { Role } from '../../../../shared/protocol.ts';
import { dueTo, type World } from '../../../helpers/world.ts';
import { join, labelOf, openRoom, record, restart, shows } from './openRoom.ts';

interface Drafts {
  readonly nodes?: unknown;
  readonly links?: unknown;
}

function ask(world: World, viewpoint: string, { nodes, links }: Drafts, role: Role = 'editor') {
  const principal = { session: 's', invite: 'i', role, home: viewpoint, viewpoint } as never;
  return world.room.create(principal, { nodes, links });
}

async function create(world: World, viewpoint: string, drafts: Drafts, role?: Role): Promise<CreateResult> {
  const asked = ask(world, viewpoint, drafts, role);
  for (let turn = 0; turn < 5; turn += 1) {
    await world.turn();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return asked;
}

describe('elements sent in one call', () => {
  it('are made under the caller’s rights, links to nodes of the same call too, and seen by all at once', async () => {
    const world = await openRoom();
    const cell = await join(world, 'cell1');
    const result = await create(world, 'cell1', {
      nodes: [{ id: 'n1', kind: 'person', label: 'New' }, { kind: 'note' }],
      links: [{ id: 'l1', kind: 'membership', source: 'n1', target: 'cell1' }],
    });
    expect(result.refused).toEqual([]);
    expect(result.created).toHaveLength(3);
    expect(result.created).toContain('n1');
    await world.quiet();
    for (const name of result.created) expect(shows(cell, name)).toBe(true);
    expect(record(world, 'n1')).toMatchObject({ owner: 'cell1', label: 'New', position: { x: 0, y: 0 } });
  });

  it('that do not serve are refused each for itself, with a reason, and do not spoil the rest', async () => {
    const world = await openRoom();
    const result = await create(world, 'cell1', {
      nodes: [
        { id: 'good', kind: 'person' },
        { id: 'bad', kind: 'dragon' },
        { id: 'long', kind: 'note', label: 'x'.repeat(LIMITS.labelLength + 1) },
        { kind: 'note', secret: 1 },
        5,
      ],
      links: [
        { id: 'lost', kind: 'tie', source: 'good', target: 'cell2' },
        { id: 'odd', kind: 'guidance', source: 'good', target: 'ada' },
      ],
    });
    expect(result).toEqual({
      created: ['good'],
      refused: [
        { id: 'bad', reason: 'invalid' },
        { id: 'long', reason: 'too-long' },
        { id: 'nodes/3', reason: 'invalid' },
        { id: 'nodes/4', reason: 'invalid' },
        { id: 'lost', reason: 'missing-end' },
        { id: 'odd', reason: 'not-joinable' },
      ],
    });
  });

  it('are all refused to a viewer', async () => {
    const world = await openRoom();
    const result = await create(world, 'cell1', { nodes: [{ id: 'n', kind: 'person' }] }, 'viewer');
    expect(result).toEqual({ created: [], refused: [{ id: 'n', reason: 'viewer' }] });
  });

  it('that are no lists are the caller’s mistake', async () => {
    const world = await openRoom();
    await expect(ask(world, 'cell1', { nodes: {} })).rejects.toThrow(TypeError);
    await expect(ask(world, 'cell1', { links: 'x' })).rejects.toThrow(TypeError);
  });

  it('do not touch what is there and visible, and are answered as fresh where it is hidden', async () => {
    const world = await openRoom();
    const cell = await join(world, 'cell1');
    const before = [record(world, 'ada'), record(world, 'cell2')];
    const result = await create(world, 'cell1', {
      nodes: [
        { id: 'ada', kind: 'person', label: 'Other' },
        { id: 'cell2', kind: 'person', label: 'Probe' },
      ],
    });
    expect(result).toEqual({ created: ['cell2'], refused: [{ id: 'ada', reason: 'invalid' }] });
    expect([record(world, 'ada'), record(world, 'cell2')]).toEqual(before);
    await world.quiet();
    expect(labelOf(cell, 'cell2').toString()).toBe('Probe');
  });

  it('are answered only when they are kept', async () => {
    const world = await openRoom();
    await join(world, 'cell1');
    let isAnswered = false;
    const asked = ask(world, 'cell1', { nodes: [{ id: 'n', kind: 'note' }] }).then(() => {
      isAnswered = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    const turn = world.room.collect();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isAnswered).toBe(false);
    turn.deliver();
    await asked;
  });

  it('with half a surrogate pair in a text read the same on the board, in every view and after a restart', async () => {
    const world = await openRoom();
    const [cell, facilitator] = [await join(world, 'cell1'), await join(world, 'facilitator')];
    await create(world, 'cell1', {
      nodes: [{ id: 'n', kind: 'note', label: 'a\ud83d', caption: '\udc00b', notes: '\ud83d' }],
    });
    await world.quiet();
    const expectSame = () => {
      const { label, caption, notes } = record(world, 'n') as never;
      for (const client of [cell, facilitator])
        expect(client.nodes.get('n')?.toJSON()).toMatchObject({ label, caption, notes });
      expect(cell.picture.nodes).toEqual(dueTo(world, 'cell1' as never).nodes);
    };
    expectSame();
    await restart(world);
    expectSame();
  });
});
