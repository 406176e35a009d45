/** A facilitator at another viewpoint: looks, and edits only where asked for, with the rights that are held there. */
import { describe, expect, it } from 'vitest';
import { link, node } from '../../../helpers/smallBoard.ts';
import type { Client, World } from '../../../helpers/world.ts';
import { join, openRoom, refusals, set } from './openRoom.ts';

/** `own` is the cell's, `hana` is not. */
async function guestAt(given: {
  looksOnly: boolean;
}): Promise<{ world: World; guest: Client; cell: Client }> {
  const world = await openRoom({
    more: [
      node('own', 'person', { owner: 'cell1' as never }),
      link('contact', ['own', 'ada'], { owner: 'cell1' as never }),
    ],
  });
  const cell = await join(world, 'cell1');
  const guest = world.client('cell1' as never, 'facilitator');
  guest.looksOnly = given.looksOnly;
  await guest.connect();
  await world.quiet();
  return { world, guest, cell };
}

describe('a facilitator who looks through another viewpoint', () => {
  it('is shown exactly what that viewpoint is', async () => {
    const { guest, cell } = await guestAt({ looksOnly: true });
    expect(guest.picture).toEqual(cell.picture);
  });

  it('[B-5.8] changes, makes and deletes nothing there: all of it is set back, also what that viewpoint may do', async () => {
    const { world, guest, cell } = await guestAt({ looksOnly: true });
    const before = cell.picture;
    set(guest, 'own', 'color', 3);
    guest.act(() => guest.nodes.set('made', guest.nodes.get('own')?.clone() as never));
    guest.act(() => guest.nodes.delete('own'));
    guest.act(() => guest.doc.getMap('board').set('title', 'Taken over'));
    await world.quiet();
    expect(cell.picture).toEqual(before);
    expect(guest.picture).toEqual(before);
    expect(new Set(refusals(guest).map(({ reason }) => reason))).toEqual(new Set(['viewer']));
    expect(world.room.board.title).not.toBe('Taken over');
  });

  it('who asked to edit there has the rights of that viewpoint and no more', async () => {
    const { world, guest, cell } = await guestAt({ looksOnly: false });
    set(guest, 'own', 'color', 3);
    set(guest, 'hana', 'color', 3);
    set(guest, 'own', 'audience', ['everyone']);
    set(guest, 'own', 'owner', 'facilitator');
    guest.act(() => guest.nodes.set('made', guest.nodes.get('own')?.clone() as never));
    await world.quiet();
    expect(cell.nodes.get('own')?.get('color')).toBe(3);
    expect(world.room.board.graph.get('hana' as never)).not.toMatchObject({ color: 3 });
    expect(world.room.board.graph.get('own' as never)).toMatchObject({ owner: 'cell1' });
    expect(world.room.board.graph.get('own' as never)?.audience).toBeUndefined();
    expect(world.room.board.graph.get('made' as never)).toMatchObject({ owner: 'cell1' });
    expect(refusals(guest).map(({ reason }) => reason)).toContain('facilitator-only');
  });
});
