/** What is kept: how fast, how large, and how long it takes to come back. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { movement, nodeId, persons } from '../driver/content.ts';
import { newWriter, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { seed, startOn } from '../driver/subjects.ts';
import { CELLBOARD, readSync } from '../driver/wire.ts';

export const storage: Scenario = {
  name: 'storage',
  about:
    'edits of one client as fast as they are said to be saved; a start with 1,000 boards; a board of 30,000 elements from disk',
  subjects: ['cellboard'],
  runs: 1,
  async run(_, { quick }) {
    const edits = quick ? 5_000 : 20_000;
    const saved = await saveMany(edits);
    const small = await seed({ boards: quick ? 100 : 1_000, elements: persons(20) }, []);
    const started = await startOn(small.dir);
    await started.stop();
    rmSync(small.dir, { recursive: true, force: true });
    return { ...saved, 'start with 1,000 boards ms': started.startedInMs, ...(await openLarge()) };
  },
};

const roomOf = (token: string, viewpoint: string) => ({ name: `board0/${viewpoint}`, token });

async function saveMany(edits: number) {
  const { dir, token } = await seed({ boards: 1, elements: persons(1) }, ['everyone']);
  const process = await startOn(dir);
  const subject = { name: 'cellboard', process, wire: CELLBOARD };
  const member = await Member.enter(subject, roomOf(token(0, 'everyone'), 'everyone'));
  const { maker } = newWriter(member, positionItems(member.state)(nodeId('p0')));
  const sizeBefore = sizeOf(dir);
  const began = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    // A window, so that the socket is never empty and never full.
    const more = () => {
      const batch = Array.from({ length: Math.min(500, edits - sent) }, () => maker.next());
      sent += batch.length;
      member.edit(batch);
    };
    member.raw.onMessage = (message) => {
      if (readSync(message, member.prefix) !== null || message[0] !== 16) return;
      const { type, state } = JSON.parse(message.subarray(message.indexOf(0x7b)).toString()) as {
        type: string;
        state: string;
      };
      if (type !== 'saved') return;
      if (clockIn(Buffer.from(state, 'base64'), maker.client) >= edits) resolve();
      else if (sent < edits) more();
    };
    more();
    more();
  });
  const seconds = (performance.now() - began) / 1_000;
  member.close();
  await process.stop();
  const bytes = (sizeOf(dir) - sizeBefore) / edits;
  rmSync(dir, { recursive: true, force: true });
  return { 'edits made durable per second': edits / seconds, 'bytes per edit on disk': bytes };
}

async function openLarge() {
  const elements = movement({ nodes: 10_000, links: 20_000, groups: 100 });
  const { dir, token } = await seed({ boards: 1, elements, policy: 'detached' }, [
    'facilitator',
    nodeId('cell3'),
  ]);
  const numbers: Record<string, number> = {};
  for (const when of ['first time', 'from disk'] as const) {
    const process = await startOn(dir);
    const subject = { name: 'cellboard', process, wire: CELLBOARD };
    const cell = await Member.enter(subject, roomOf(token(0, nodeId('cell3')), nodeId('cell3')));
    numbers[`30,000 elements, board and a cell's view, ${when}: ms`] = cell.joinedInMs;
    const all = await Member.enter(subject, roomOf(token(0, 'facilitator'), 'facilitator'));
    numbers[`30,000 elements, the facilitator's view, ${when}: ms`] = all.joinedInMs;
    cell.close();
    all.close();
    await process.stop();
  }
  rmSync(dir, { recursive: true, force: true });
  return numbers;
}

function sizeOf(dir: string): number {
  return ['cellboard.db', 'cellboard.db-wal']
    .map((name) => join(dir, name))
    .reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0);
}

/** The clock of a client in an encoded state vector. */
function clockIn(state: Uint8Array, wanted: number): number {
  let at = 0;
  const uint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = state[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  for (let left = uint(); left > 0; left -= 1) {
    const client = uint();
    const clock = uint();
    if (client === wanted) return clock;
  }
  return 0;
}
