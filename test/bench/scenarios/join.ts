/** Entering a large board: what it costs the server, how long it takes, and what people elsewhere feel of it. */
import * as Y from 'yjs';
import { movement, nodeId } from '../driver/content.ts';
import { EditMaker } from '../driver/edits.ts';
import { pauseFor, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Numbers, Scenario } from '../driver/scenario.ts';
import { median } from '../driver/statistics.ts';
import { type Subject, startCellboard, startSubject } from '../driver/subjects.ts';
import type { Room } from '../driver/wire.ts';

const ELEMENTS = movement({ nodes: 10_000, links: 20_000, groups: 100 });
const AT_ONCE = 20;
const COLD_VIEWS = 9;

export const join: Scenario = {
  name: 'join (10,000 nodes, 20,000 links)',
  about: `entering a large open board, alone (median of 5) and ${AT_ONCE} at once`,
  subjects: ['cellboard', 'hocuspocus', 'y-websocket'],
  runs: 2,
  async run(name) {
    const subject = await startSubject(name, { boards: 2, elements: ELEMENTS });
    try {
      return await enter(subject, { large: subject.room(0), other: subject.room(1) });
    } finally {
      await subject.stop();
    }
  },
};

export const joinCell: Scenario = {
  name: "join, a cell's view of the same board",
  about: `the same board with detached cells, through the eyes of a cell of a hundred`,
  subjects: ['cellboard'],
  runs: 2,
  async run() {
    const cell = nodeId('cell3');
    const others = Array.from({ length: COLD_VIEWS }, (_, index) => nodeId(`cell${10 + index}`));
    const wish = { boards: 2, elements: ELEMENTS, policy: 'detached' } as const;
    const subject = await startCellboard(wish, [cell, nodeId('cell4'), ...others, 'facilitator']);
    try {
      // Somebody else opened the board: what is measured cold is the view.
      const warm = await Member.enter(subject, subject.room(0, nodeId('cell4')));
      const first = await enterCold(subject, cell);
      const next: Cold[] = [];
      for (const other of others) next.push(await enterCold(subject, other));
      const numbers = await enter(subject, {
        large: subject.room(0, cell),
        other: subject.room(1, 'facilitator'),
      });
      warm.close();
      return {
        'cold, the first after a start: ms to enter': first.ms,
        'cold, the first after a start: server ms': first.cpu,
        [`cold, median of the next ${COLD_VIEWS}: ms to enter`]: median(next.map(({ ms }) => ms)),
        [`cold, median of the next ${COLD_VIEWS}: server ms`]: median(next.map(({ cpu }) => cpu)),
        ...numbers,
      };
    } finally {
      await subject.stop();
    }
  },
};

interface Cold {
  readonly ms: number;
  readonly cpu: number;
}

/** Into a view that nobody has opened before. */
async function enterCold(subject: Subject, viewpoint: string): Promise<Cold> {
  const before = await subject.process.usage();
  const began = performance.now();
  const member = await Member.enter(subject, subject.room(0, viewpoint));
  const ms = performance.now() - began;
  const after = await subject.process.usage();
  member.close();
  return { ms, cpu: after.cpuMs - before.cpuMs };
}

async function enter(subject: Subject, { large, other }: { large: Room; other: Room }): Promise<Numbers> {
  const first = await Member.enter(subject, large);
  const [writer, reader] = [await Member.enter(subject, other), await Member.enter(subject, other)];
  subject.settle();
  await pauseFor(1_500);
  const alone: { ms: number; cpu: number }[] = [];
  for (let times = 0; times < 5; times += 1) {
    const before = await subject.process.usage();
    const member = await Member.enter(subject, large);
    await pauseFor(50);
    const after = await subject.process.usage();
    alone.push({ ms: member.joinedInMs, cpu: after.cpuMs - before.cpuMs });
    member.close();
  }
  const calm = await subject.process.usage({ collect: true });
  const probe = startProbe(writer, { reader, item: positionItems(writer.state)(nodeId('p0')) });
  await pauseFor(300);
  probe.reset();
  const before = await subject.process.usage();
  const members = await Promise.all(Array.from({ length: AT_ONCE }, () => Member.enter(subject, large)));
  await pauseFor(100);
  const after = await subject.process.usage();
  const worst = probe.stop();
  const full = await subject.process.usage({ collect: true });
  for (const member of [...members, first, writer, reader]) member.close();
  return {
    'one: ms to enter': median(alone.map(({ ms }) => ms)),
    'one: server ms': median(alone.map(({ cpu }) => cpu)),
    'all at once: ms until the last is in': Math.max(...members.map(({ joinedInMs }) => joinedInMs)),
    'all at once: server ms': after.cpuMs - before.cpuMs,
    'worst wait in another room ms': worst,
    'kB sent to each': first.state.length / 1_024,
    'MB of memory before': calm.memory / 2 ** 20,
    'kB of memory for each': (full.memory - calm.memory) / AT_ONCE / 1_024,
    ...applied(first.state),
  };
}

/** Edits in another room every few milliseconds, and the longest that one took. */
function startProbe(
  writer: Member,
  { reader, item }: { reader: Member; item: { client: number; clock: number } },
): { reset(): void; stop(): number } {
  const maker = new EditMaker(77, item);
  const sent: number[] = [];
  let heard = 0;
  let worst = 0;
  reader.listen(() => {
    const now = performance.now();
    // Frames may hold several edits; the oldest not yet heard has waited longest.
    worst = Math.max(worst, now - (sent[heard] ?? now));
    heard = sent.length;
  });
  const timer = setInterval(() => {
    sent.push(performance.now());
    writer.edit([maker.next()]);
  }, 5);
  return {
    reset: () => {
      worst = 0;
    },
    stop: () => {
      clearInterval(timer);
      return worst;
    },
  };
}

/** What the page needs to take it in, in Node. */
function applied(state: Uint8Array): Numbers {
  const took = [1, 2, 3].map(() => {
    const began = performance.now();
    Y.applyUpdate(new Y.Doc(), state);
    return performance.now() - began;
  });
  return { 'client: doc ms': median(took) };
}
