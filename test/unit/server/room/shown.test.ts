/** Things that come into view and go out of it: what is sent of them, and what never is. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { node } from '../../../helpers/smallBoard.ts';
import type { Client, World } from '../../../helpers/world.ts';
import {
  bareConnection,
  join,
  labelOf,
  openRoom,
  put,
  record,
  refusals,
  sentDuring,
  set,
  shows,
} from './openRoom.ts';

const OWN = node('own', 'person', { owner: 'cell1' as never });

async function boards(): Promise<{ world: World; cell: Client; facilitator: Client }> {
  const world = await openRoom({ more: [OWN] });
  const cell = await join(world, 'cell1');
  const facilitator = await join(world, 'facilitator');
  return { world, cell, facilitator };
}

/** Whether any frame a client was sent, from the one given on, holds the words. */
function heard(client: Client, words: string, from = 0): boolean {
  return client.received.slice(from).some((frame) => Buffer.from(frame).includes(words));
}

const hide = (facilitator: Client, id: string) => set(facilitator, id, 'audience', ['facilitator']);
const reveal = (facilitator: Client, id: string) => set(facilitator, id, 'audience', ['cell1']);
const write = (client: Client, id: string, words: string) => labelOf(client, id).insert(0, words);

it('[B-4.8] an edit of something hidden sends its viewers no frame', async () => {
  const { world, cell, facilitator } = await boards();
  expect(shows(cell, 'memo')).toBe(false);
  const sent = await sentDuring(cell, async () => {
    set(facilitator, 'memo', 'color', 3);
    await world.quiet();
    write(facilitator, 'memo', 'more');
    await world.quiet();
  });
  expect(sent).toEqual([]);
});

it.each<[string, (facilitator: Client, world: World) => void | Promise<void>]>([
  [
    'in one transaction',
    (facilitator) =>
      facilitator.act(() => {
        hide(facilitator, 'hana');
        write(facilitator, 'hana', 'unseen words ');
      }),
  ],
  [
    'in two of one turn',
    (facilitator) => {
      hide(facilitator, 'hana');
      write(facilitator, 'hana', 'unseen words ');
    },
  ],
  [
    'in two of two turns',
    async (facilitator, world) => {
      hide(facilitator, 'hana');
      await world.quiet();
      write(facilitator, 'hana', 'unseen words ');
    },
  ],
])('[B-4.9] hidden and edited %s: the edit is not sent', async (_how, act) => {
  const { world, cell, facilitator } = await boards();
  expect(shows(cell, 'hana')).toBe(true);
  await act(facilitator, world);
  await world.quiet();
  expect(shows(cell, 'hana')).toBe(false);
  expect(labelOf(facilitator, 'hana').toString()).toContain('unseen words');
  expect(heard(cell, 'unseen words')).toBe(false);
});

it.each<[string, (facilitator: Client) => void]>([
  [
    'in one transaction',
    (facilitator) =>
      facilitator.act(() => {
        reveal(facilitator, 'memo');
        labelOf(facilitator, 'memo').delete(0, 'label of memo'.length);
        write(facilitator, 'memo', 'as it is now');
      }),
  ],
  [
    'in two of one turn',
    (facilitator) => {
      reveal(facilitator, 'memo');
      facilitator.act(() => {
        labelOf(facilitator, 'memo').delete(0, 'label of memo'.length);
        write(facilitator, 'memo', 'as it is now');
      });
    },
  ],
])('[B-4.10] edited and revealed %s: only how it reads now is sent', async (_how, act) => {
  const { world, cell, facilitator } = await boards();
  write(facilitator, 'memo', 'a draft of ');
  await world.quiet();
  labelOf(facilitator, 'memo').delete(0, 'a draft of '.length);
  await world.quiet();
  act(facilitator);
  await world.quiet();
  expect(labelOf(cell, 'memo').toString()).toBe('as it is now');
  for (const before of ['a draft of', 'label of memo']) expect(heard(cell, before)).toBe(false);
});

it('[B-4.11] something visible for two reasons stays when one ends, and goes with the last', async () => {
  const { world, cell, facilitator } = await boards();
  expect(shows(cell, 'contact-ada-hana')).toBe(true);
  facilitator.act(() => facilitator.links.delete('contact-ada-hana'));
  await world.quiet();
  expect([shows(cell, 'hana'), shows(cell, 'contact-ada-hana')]).toEqual([true, false]);
  set(facilitator, 'union', 'disclosure', 'detached');
  await world.quiet();
  expect(shows(cell, 'hana')).toBe(false);
});

it('[B-4.12] who comes after something was shown and hidden again is sent nothing that stood in it', async () => {
  const { world, facilitator } = await boards();
  reveal(facilitator, 'memo');
  await world.quiet();
  write(facilitator, 'memo', 'shown once ');
  await world.quiet();
  hide(facilitator, 'memo');
  await world.quiet();
  const late = await join(world, 'cell1');
  for (const words of ['shown once', 'label of memo', 'caption of memo'])
    expect(heard(late, words)).toBe(false);
});

it('[B-5.9] a link to a guessed id is refused alike, whether the id is hidden or not there', async () => {
  const { world, cell } = await boards();
  const answers = [];
  for (const target of ['dara', 'zzzz']) {
    const from = cell.notices.length;
    put(cell, 'guess', { kind: 'contact', source: 'own', target, label: new Y.Text() });
    await world.quiet();
    answers.push(cell.notices.slice(from).filter(({ type }) => type === 'refused'));
    expect(shows(cell, 'guess')).toBe(false);
  }
  expect(answers[0]).toHaveLength(1);
  expect(answers[0]).toEqual(answers[1]);
});

it('[B-5.10] what was withdrawn does not come back by undo', async () => {
  const { world, cell, facilitator } = await boards();
  set(cell, 'own', 'color', 5);
  await world.quiet();
  hide(facilitator, 'own');
  await world.quiet();
  expect(shows(cell, 'own')).toBe(false);
  cell.undo.undo();
  await world.quiet();
  expect(record(world, 'own')).toMatchObject({ color: 5, audience: ['facilitator'] });
  expect(shows(cell, 'own')).toBe(false);
});

it.each<[string, (cell: Client) => void]>([
  ['owner', (cell) => set(cell, 'own', 'owner', 'everyone')],
  ['audience', (cell) => set(cell, 'own', 'audience', ['everyone'])],
  ['disclosure', (cell) => set(cell, 'cell1', 'disclosure', 'open')],
  ['lock', (cell) => set(cell, 'own', 'locked', true)],
])('[B-5.11] a participant does not change their own %s', async (_what, act) => {
  const { world, cell } = await boards();
  const before = JSON.stringify([record(world, 'own'), record(world, 'cell1'), record(world, 'mine')]);
  act(cell);
  await world.quiet();
  expect(JSON.stringify([record(world, 'own'), record(world, 'cell1'), record(world, 'mine')])).toBe(before);
  expect(refusals(cell)).toHaveLength(1);
});

it('[B-5.12] a membership that one draws oneself shows one nothing more', async () => {
  const { world, cell } = await boards();
  const before = Object.keys(cell.nodes.toJSON());
  put(cell, 'mine', { kind: 'membership', source: 'ada', target: 'centre', label: new Y.Text() });
  await world.quiet();
  expect(record(world, 'mine')).toMatchObject({ owner: 'cell1' });
  expect(Object.keys(cell.nodes.toJSON())).toEqual(before);
});

it('[B-3.9] a participant who asks for everything gets their own view and nothing besides', async () => {
  const { world, cell } = await boards();
  const connection = await bareConnection(world, cell);
  connection.handle.receive(Uint8Array.of(0, 0, 1, 0));
  await world.quiet();
  const bytes = Buffer.concat(connection.frames).toString('latin1');
  for (const hidden of ['cell2', 'dara', 'chen', 'label of memo']) expect(bytes).not.toContain(hidden);
  expect(bytes).toContain('label of ada');
});
