import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isLink } from '../../../../shared/model/element.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import { type Client, dueTo, type World } from '../../../helpers/world.ts';
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

const text = (value = '') => new Y.Text(value);
const person = (label: string) => ({
  kind: 'person',
  label: text(label),
  notes: text(),
  position: { x: 1, y: 1 },
});

/** Cell 1 owns `own`, which also sits in cell 2: nobody in cell 1 knows. */
async function doubleLife(): Promise<{ world: World; cell: Client; facilitator: Client }> {
  const world = await openRoom({
    more: [
      node('own', 'person', { owner: 'cell1' as never, audience: ['cell1', 'cell2'] as never }),
      link('membership', ['own', 'cell2']),
      link('contact', ['own', 'dara']),
      link('contact', ['own', 'ada'], { owner: 'cell1' as never, audience: ['cell1'] as never }),
    ],
  });
  const cell = await join(world, 'cell1');
  const facilitator = await join(world, 'facilitator');
  return { world, cell, facilitator };
}

const UNSEEN = ['membership-own-cell2', 'contact-own-dara'];

/** Deletes as the page does: the links one sees, then the node, in one act. */
function erase(client: Client, id: string): void {
  client.act(() => {
    for (const [name, element] of [...client.links.entries()]) {
      if (element.get('source') === id || element.get('target') === id) client.links.delete(name);
    }
    client.nodes.delete(id);
  });
}

describe('[B-5.6] deleting what has links one cannot see', () => {
  it('goes through, takes them along, and says nothing of them', async () => {
    const { world, cell, facilitator } = await doubleLife();
    for (const id of UNSEEN) expect(shows(cell, id)).toBe(false);
    erase(cell, 'own');
    await world.quiet();
    expect(refusals(cell)).toEqual([]);
    for (const id of ['own', ...UNSEEN]) {
      expect(record(world, id)).toBeUndefined();
      expect(shows(facilitator, id)).toBe(false);
      expect(world.room.board.binned(id as never)).toMatchObject({ deletedBy: 'cell1' });
    }
  });

  it('is undone whole: the same id brings the unseen links back, and the page sees no more than before', async () => {
    const { world, cell, facilitator } = await doubleLife();
    const before = { cell: cell.picture, facilitator: facilitator.picture };
    erase(cell, 'own');
    await world.quiet();
    cell.undo.undo();
    await world.quiet();
    expect(cell.picture).toEqual(before.cell);
    expect(facilitator.picture).toEqual(before.facilitator);
    expect(refusals(cell)).toEqual([]);
    cell.undo.redo();
    await world.quiet();
    for (const id of ['own', ...UNSEEN]) expect(record(world, id)).toBeUndefined();
    cell.undo.undo();
    await world.quiet();
    expect(facilitator.picture).toEqual(before.facilitator);
  });

  it('is undone whole after a restart', async () => {
    const { world, cell, facilitator } = await doubleLife();
    const before = { cell: cell.picture, facilitator: facilitator.picture };
    erase(cell, 'own');
    await world.quiet();
    await restart(world);
    cell.undo.undo();
    await world.quiet();
    expect(cell.picture).toEqual(before.cell);
    expect(facilitator.picture).toEqual(before.facilitator);
    await restart(world);
    expect(facilitator.picture).toEqual(before.facilitator);
    expect((await world.store.loadBoard('board' as never))?.bin).toEqual([]);
  });

  it('is undone by a facilitator too', async () => {
    const { world, cell, facilitator } = await doubleLife();
    const before = facilitator.picture;
    erase(cell, 'own');
    await world.quiet();
    put(facilitator, 'own', { kind: 'person', label: text('label of own') });
    await world.quiet();
    for (const id of UNSEEN) expect(record(world, id)).toBeDefined();
    expect(record(world, 'own')).toMatchObject({ owner: 'cell1', audience: ['cell1', 'cell2'] });
    expect(Object.keys(before.nodes as object)).toContain('own');
  });

  it('is not undone by anybody else: the id makes something new, and the old stays in the bin', async () => {
    const { world, cell } = await doubleLife();
    const other = await join(world, 'cell2');
    expect(shows(other, 'own')).toBe(true);
    erase(cell, 'own');
    await world.quiet();
    put(other, 'own', person('mine'));
    await world.quiet();
    expect(other.nodes.get('own')?.toJSON()).toMatchObject({ label: 'mine', access: 'edit' });
    expect(shows(cell, 'own')).toBe(false);
    expect(record(world, 'own')).toBeUndefined();
    for (const id of UNSEEN) expect(record(world, id)).toBeUndefined();
    expect(world.room.board.binned('own' as never)).toBeDefined();
    cell.undo.undo();
    await world.quiet();
    for (const id of ['own', ...UNSEEN]) expect(record(world, id)).toBeDefined();
    expect(other.nodes.get('own')?.get('label')?.toString()).toBe('mine');
  });

  it('leaves out, when undone, a link whose other end has gone meanwhile', async () => {
    const { world, cell, facilitator } = await doubleLife();
    erase(cell, 'own');
    await world.quiet();
    erase(facilitator, 'dara');
    await world.quiet();
    cell.undo.undo();
    await world.quiet();
    expect(record(world, 'membership-own-cell2')).toBeDefined();
    expect(record(world, 'contact-own-dara')).toBeUndefined();
    expect(refusals(cell)).toEqual([]);
  });
});

describe('[B-5.5] making something under an id that exists and is hidden', () => {
  /** Everything a page at cell 1 is sent while it probes, on a board with and without the hidden thing. */
  async function framesOfProbe(hidden: boolean, act: (cell: Client) => void): Promise<unknown[]> {
    const world = await openRoom({ more: hidden ? [node('secret', 'person')] : [] });
    const cell = await join(world, 'cell1');
    expect(shows(cell, 'secret')).toBe(false);
    return sentDuring(cell, async () => {
      act(cell);
      await world.quiet();
      set(cell, 'secret', 'color', 3);
      await world.quiet();
      put(cell, 'tied', { kind: 'tie', source: 'secret', target: 'ada', label: text() });
      await world.quiet();
      cell.act(() => cell.nodes.delete('secret'));
      await world.quiet();
      cell.undo.undo();
      await world.quiet();
      await restart(world);
    });
  }

  it.each<[string, (cell: Client) => void]>([
    ['a node', (cell) => put(cell, 'secret', person('probe'))],
    [
      'a link',
      (cell) => put(cell, 'secret', { kind: 'tie', source: 'ada', target: 'bilal', label: text('probe') }),
    ],
    ['something refused', (cell) => put(cell, 'secret', { kind: 'nothing', label: text() })],
  ])('is answered, byte for byte, like a fresh one: %s', async (_what, act) => {
    const hidden = await framesOfProbe(true, act);
    expect(hidden).toEqual(await framesOfProbe(false, act));
    expect(hidden.length).toBeGreaterThan(4);
  });

  it('is answered the same when the id lies in somebody else’s bin', async () => {
    const frames = async (deleted: boolean) => {
      const world = await openRoom({ more: deleted ? [node('secret', 'person')] : [] });
      const facilitator = await join(world, 'facilitator');
      if (deleted) erase(facilitator, 'secret');
      await world.quiet();
      const cell = await join(world, 'cell1');
      return sentDuring(cell, async () => {
        put(cell, 'secret', person('probe'));
        await world.quiet();
        erase(cell, 'secret');
        await world.quiet();
        cell.undo.undo();
        await world.quiet();
      });
    };
    expect(await frames(true)).toEqual(await frames(false));
  });

  it('leaves the hidden one alone', async () => {
    const world = await openRoom();
    const [cell, facilitator] = [await join(world, 'cell1'), await join(world, 'facilitator')];
    const before = record(world, 'cell2');
    put(cell, 'cell2', person('probe'));
    await world.quiet();
    erase(cell, 'cell2');
    await world.quiet();
    expect(record(world, 'cell2')).toBe(before);
    expect(facilitator.nodes.get('cell2')?.get('label')?.toString()).toBe('label of cell2');
  });
});

describe('something hidden whose id has been taken, once it is shown,', () => {
  async function revealed() {
    const world = await openRoom({
      more: [
        node('secret', 'person', { audience: ['cell2'] as never }),
        link('contact', ['secret', 'ada'], { audience: ['everyone'] }),
      ],
    });
    const [cell, peer] = [await join(world, 'cell1'), await join(world, 'cell1')];
    const facilitator = await join(world, 'facilitator');
    put(cell, 'secret', person('probe'));
    await world.quiet();
    put(cell, 'mine', { kind: 'tie', source: 'secret', target: 'ada', label: text() });
    await world.quiet();
    set(facilitator, 'secret', 'audience', ['cell1', 'cell2']);
    await world.quiet();
    const name = [...cell.nodes.keys()].find((key) => labelOf(cell, key).toString() === 'label of secret');
    return { world, cell, peer, facilitator, name: name ?? 'not shown' };
  }

  it('has another name, and the one that was made keeps its own', async () => {
    const { world, cell, peer, name } = await revealed();
    expect(name).not.toBe('secret');
    expect(labelOf(cell, 'secret').toString()).toBe('probe');
    expect(peer.picture).toEqual(cell.picture);
    expect(dueTo(world, 'cell1' as never).nodes).toEqual(cell.picture.nodes);
  });

  it('is what links to it lead to, and links to the other lead to the other', async () => {
    const { world, cell, facilitator, name } = await revealed();
    expect(cell.links.get('contact-secret-ada')?.toJSON()).toMatchObject({ source: name, target: 'ada' });
    expect(cell.links.get('mine')?.toJSON()).toMatchObject({ source: 'secret', target: 'ada' });
    put(cell, 'more', { kind: 'tie', source: name, target: 'secret', label: text() });
    await world.quiet();
    const made = record(world, 'more');
    if (made === undefined || !isLink(made)) throw new Error('no link was made');
    expect(made.source).toBe('secret');
    expect(record(world, made.target)?.label).toBe('probe');
    expect(facilitator.links.get('more')?.get('source')).toBe('secret');
  });

  it('is edited under its name, and refusals name it so', async () => {
    const { world, cell, facilitator, name } = await revealed();
    set(cell, name, 'color', 3);
    set(cell, 'secret', 'color', 4);
    await world.quiet();
    expect(refusals(cell)).toEqual([{ elements: [name], reason: 'not-yours' }]);
    set(facilitator, 'secret', 'color', 5);
    await world.quiet();
    expect(cell.nodes.get(name)?.get('color')).toBe(5);
    expect(cell.nodes.get('secret')?.get('color')).toBe(4);
  });

  it('keeps its name through a restart', async () => {
    const { world, cell, name } = await revealed();
    const before = cell.picture;
    await restart(world);
    expect(cell.picture).toEqual(before);
    expect(labelOf(cell, name).toString()).toBe('label of secret');
  });
});

describe('a name used again for something new', () => {
  it('means the new thing only: what had it before comes back under another, also after a restart', async () => {
    const world = await openRoom();
    const [cell, facilitator] = [await join(world, 'cell1'), await join(world, 'facilitator')];
    put(cell, 'cell2', person('first'));
    await world.quiet();
    const first = [...facilitator.nodes.keys()].find((id) => labelOf(facilitator, id).toString() === 'first');
    if (first === undefined) throw new Error('the first was not made');
    erase(facilitator, first);
    await world.quiet();
    put(cell, 'cell2', person('second'));
    await world.quiet();
    const kept = cell.picture;
    await restart(world);
    expect(cell.picture).toEqual(kept);

    facilitator.undo.undo();
    await world.quiet();
    put(facilitator, first, { kind: 'person', label: text('first') });
    await world.quiet();
    const labels = [...cell.nodes.keys()].map((name) => labelOf(cell, name).toString());
    expect(labels).toContain('first');
    expect(labels).toContain('second');
    expect(labelOf(cell, 'cell2').toString()).toBe('second');
    expect(cell.picture.nodes).toEqual(dueTo(world, 'cell1' as never).nodes);
    const whole = cell.picture;
    await restart(world);
    expect(cell.picture).toEqual(whole);
  });
});
