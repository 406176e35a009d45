import { expect, it } from 'vitest';
import { join, openRoom, put } from './openRoom.ts';

const QUERY = Uint8Array.of(3);

it('[B-2.17] who asks four hundred times who is here is told once a turn', async () => {
  const world = await openRoom();
  const [one, other] = [await join(world, 'cell1'), await join(world, 'cell1')];
  const state = JSON.stringify({ name: 'Noor' });
  const { presenceFrame } = await import('../../../../server/room/messages.ts');
  other.sendRaw(presenceFrame([{ client: other.doc.clientID, clock: 1, state }]));
  await world.quiet();
  const before = one.received.length;
  for (let count = 0; count < 400; count += 1) one.sendRaw(QUERY);
  await world.quiet();
  expect(one.received.length - before).toBe(1);
});

it('[B-4.18] an answer waits until what it read is durable, and fails where that cannot be kept', async () => {
  const world = await openRoom();
  const cell = await join(world, 'cell1');
  put(cell, 'fresh', { kind: 'note', position: { x: 1, y: 1 } });
  cell.carryAll();
  let isAnswered = false;
  const asked = world.room.elements('cell1' as never).then((answer) => {
    isAnswered = true;
    return answer;
  });
  for (let count = 0; count < 20; count += 1) await Promise.resolve();
  expect(isAnswered).toBe(false);
  await world.turnsUntil(asked);
  expect((await asked)?.nodes.map(({ id }) => id)).toContain('fresh');
  const failing = world.room.elements('cell1' as never);
  failing.catch(() => {});
  await Promise.resolve();
  await Promise.resolve();
  world.room.collect().fail(new Error('disk full'));
  await expect(failing).rejects.toThrow('disk full');
});
