import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isConfirmed, type NodeRecord } from '../../../../shared/model/element.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import type { Client, World } from '../../../helpers/world.ts';
import { join, openRoom, record, refusals, restart, shows } from './openRoom.ts';

const OPEN = { name: 'open', guidesSeeMembers: true, commons: true } as const;
const CLOSED = { name: 'detached', guidesSeeMembers: true, commons: false } as const;

/** Deletes as the page does: the links one sees, then the node, in one act. */
function erase(client: Client, id: string): void {
  client.act(() => {
    for (const [name, element] of [...client.links.entries()]) {
      if (element.get('source') === id || element.get('target') === id) client.links.delete(name);
    }
    client.nodes.delete(id);
  });
}

const govern = async (world: World, facilitator: Client, policy: object) => {
  facilitator.act(() => facilitator.doc.getMap('board').set('policy', policy));
  await world.quiet();
};

const seenBy = (client: Client) => new Set([...client.nodes.keys(), ...client.links.keys()]);

describe('[B-5.15] what an editor deleted while the board was a commons', () => {
  async function closedMeanwhile(id: string) {
    const world = await openRoom({ policy: OPEN });
    const editor = await join(world, 'cell1');
    const facilitator = await join(world, 'facilitator');
    erase(editor, id);
    await world.quiet();
    await govern(world, facilitator, CLOSED);
    const before = seenBy(editor);
    editor.undo.undo();
    await world.quiet();
    const came = [...seenBy(editor)].filter((each) => !before.has(each));
    return { world, editor, facilitator, came };
  }

  it('comes back once it is closed as a drawing that waits, with nothing that was not the editor’s to draw', async () => {
    const { world, came, facilitator } = await closedMeanwhile('centre');
    const centre = record(world, 'centre');
    expect(centre).toMatchObject({ label: 'label of centre', owner: 'cell1' });
    expect(centre !== undefined && isConfirmed(centre)).toBe(false);
    // Links to what the cell does not see any more stay away.
    expect(came.filter((id) => ['cell2', 'circle2', 'guidance-centre-cell2'].includes(id))).toEqual([]);
    for (const id of came) expect(record(world, id)?.owner).toBe('cell1');
    expect(shows(facilitator, 'centre')).toBe(true);
  });

  it('counts as confirmed again once a facilitator says so', async () => {
    const { world, facilitator } = await closedMeanwhile('centre');
    facilitator.act(() => facilitator.nodes.get('centre')?.set('owner', 'facilitator'));
    await world.quiet();
    expect(record(world, 'centre')?.owner).toBe('facilitator');
  });

  it('is the facilitator’s in the bin from that moment on, also after a restart', async () => {
    const world = await openRoom({ policy: OPEN });
    const editor = await join(world, 'cell1');
    const facilitator = await join(world, 'facilitator');
    editor.act(() => {
      const position = { x: 1, y: 1 };
      const fields = { kind: 'person', label: new Y.Text('mine'), notes: new Y.Text(''), position };
      editor.nodes.set('mine', new Y.Map<unknown>(Object.entries(fields)));
    });
    await world.quiet();
    expect(record(world, 'mine')?.owner).toBe('everyone');
    editor.act(() => editor.nodes.delete('mine'));
    await world.quiet();
    await govern(world, facilitator, CLOSED);
    expect(world.room.board.binned('mine' as NodeId)?.element.owner).toBe('facilitator');
    await restart(world);
    expect(world.room.board.binned('mine' as NodeId)?.element.owner).toBe('facilitator');
  });

  it('comes back whole while it still is a commons', async () => {
    const world = await openRoom({ policy: OPEN });
    const editor = await join(world, 'cell1');
    const before = editor.picture;
    const centre = record(world, 'centre');
    erase(editor, 'centre');
    await world.quiet();
    editor.undo.undo();
    await world.quiet();
    expect(editor.picture).toEqual(before);
    expect(record(world, 'centre')).toEqual(centre);
    expect(refusals(editor)).toEqual([]);
  });
});

describe('[B-5.15] what an editor may take away as ever', () => {
  it('comes back as it was: a membership at one’s own door, with all that one saw through it', async () => {
    const world = await openRoom({ policy: CLOSED });
    const cell = await join(world, 'cell1');
    const before = cell.picture;
    cell.act(() => cell.links.delete('membership-ada-cell1'));
    await world.quiet();
    expect(shows(cell, 'membership-ada-circle1')).toBe(false);
    cell.undo.undo();
    await world.quiet();
    expect(cell.picture).toEqual(before);
    expect(record(world, 'membership-ada-cell1')?.owner).toBe('facilitator');
    expect(refusals(cell)).toEqual([]);
  });

  it('comes back as it was after a restart, too', async () => {
    const world = await openRoom({ policy: CLOSED });
    const cell = await join(world, 'cell1');
    cell.act(() => cell.links.delete('membership-ada-cell1'));
    await world.quiet();
    await restart(world);
    cell.undo.undo();
    await world.bringOnline();
    expect(record(world, 'membership-ada-cell1')?.owner).toBe('facilitator');
    expect(shows(cell, 'membership-ada-circle1')).toBe(true);
  });

  it('stays away where it would show more than went: the person met others meanwhile', async () => {
    const world = await openRoom({ policy: CLOSED });
    const cell = await join(world, 'cell1');
    const facilitator = await join(world, 'facilitator');
    cell.act(() => cell.links.delete('membership-ada-cell1'));
    await world.quiet();
    facilitator.act(() => {
      const fields = { kind: 'contact', source: 'ada', target: 'goran', label: new Y.Text('') };
      facilitator.links.set('met', new Y.Map<unknown>(Object.entries(fields)));
    });
    await world.quiet();
    const before = seenBy(cell);
    cell.undo.undo();
    await world.quiet();
    expect([...seenBy(cell)].filter((id) => !before.has(id))).toEqual([]);
    expect(refusals(cell)).toEqual([{ elements: ['membership-ada-cell1'], reason: 'missing-end' }]);
    // Answered like one whose other end is gone.
    expect(record(world, 'membership-ada-cell1')).toBeUndefined();
  });

  it('comes back as the maker’s own drawing where the maker has left the group that owned it', async () => {
    const memo = node('plan', 'note', { owner: 'cell1' as NodeId });
    const world = await openRoom({ policy: CLOSED, more: [memo] });
    const ada = await join(world, 'ada');
    const facilitator = await join(world, 'facilitator');
    ada.act(() => ada.nodes.delete('plan'));
    await world.quiet();
    expect(record(world, 'plan')).toBeUndefined();
    facilitator.act(() => facilitator.links.delete('membership-ada-cell1'));
    await world.quiet();
    ada.undo.undo();
    await world.quiet();
    expect(record(world, 'plan')?.owner).toBe('ada');
  });

  it('loses what only facilitators give when it comes back as a drawing', async () => {
    const shown = node('shown', 'cell', { disclosure: 'open', audience: ['cell1', 'cell2'] as NodeId[] });
    const world = await openRoom({ policy: OPEN, more: [shown, link('contact', ['ada', 'dara'])] });
    const editor = await join(world, 'cell1');
    const facilitator = await join(world, 'facilitator');
    editor.act(() => editor.nodes.delete('shown'));
    await world.quiet();
    await govern(world, facilitator, CLOSED);
    editor.undo.undo();
    await world.quiet();
    const back = record(world, 'shown') as NodeRecord;
    expect(back).toMatchObject({ owner: 'cell1', locked: false });
    expect(back.audience).toBeUndefined();
    expect(back.disclosure).toBeUndefined();
  });

  it('comes back as it was for a facilitator, whoever deleted it', async () => {
    const world = await openRoom({ policy: OPEN });
    const facilitator = await join(world, 'facilitator');
    const before = facilitator.picture;
    erase(facilitator, 'centre');
    await world.quiet();
    await govern(world, facilitator, CLOSED);
    facilitator.undo.undo();
    await world.quiet();
    expect(facilitator.picture.nodes).toEqual(before.nodes);
  });

  it('is not asked for by a guessed id where it was never seen', async () => {
    const hidden = link('tie', ['ada', 'bilal'], { audience: ['cell2'] as NodeId[] });
    const world = await openRoom({ policy: OPEN, more: [hidden] });
    const editor = await join(world, 'cell1');
    expect(shows(editor, hidden.id)).toBe(false);
    erase(editor, 'ada');
    await world.quiet();
    expect(world.room.board.binned(hidden.id)).toMatchObject({ deletedBy: 'cell1', wasSeen: false });
    editor.act(() => {
      const person = {
        kind: 'person',
        label: new Y.Text('Ada'),
        notes: new Y.Text(''),
        position: { x: 1, y: 1 },
      };
      const tie = { kind: 'tie', source: 'ada', target: 'bilal', label: new Y.Text('mine') };
      editor.nodes.set('ada', new Y.Map<unknown>(Object.entries(person)));
      editor.links.set(hidden.id, new Y.Map<unknown>(Object.entries(tie)));
    });
    await world.quiet();
    const label = editor.links.get(hidden.id)?.get('label');
    expect(String(label)).toBe('mine');
    expect(record(world, hidden.id)?.label).toBe(hidden.label);
  });
});
