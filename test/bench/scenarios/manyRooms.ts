/** Hundreds of boards with two people at each, who write now and then. */
import { nodeId, persons } from '../driver/content.ts';
import { heat } from '../driver/heat.ts';
import { measure, newWriter, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { type Subject, type SubjectName, startSubject } from '../driver/subjects.ts';

const RATE = 2;
/** With so many all code has run, so that what more of them take is the boards' own. */
const FEWER = 100;
/** One board in so many has a close listener. */
const EARS_APART = 5;

export function manyRooms(boards: number): Scenario {
  return {
    name: `many rooms (${boards} of two)`,
    about: `${boards} boards, two clients at each, each writes ${RATE} times a second; a board's memory is what each beyond ${FEWER} adds`,
    subjects: ['cellboard', 'hocuspocus', 'y-websocket', 'relay'],
    async run(name, { quick }) {
      const fewer = await memoryOf(name, FEWER);
      const subject = await startSubject(name, { boards: boards + 1, elements: persons(2) });
      try {
        const pairs = await enterInPairs(subject, boards);
        const full = await subject.process.usage({ collect: true });
        if (!quick) await heat(subject, boards);
        const writing = pairs.map(([a, b]) => {
          const item = positionItems(a.state);
          return [newWriter(a, item(nodeId('p0'))), newWriter(b, item(nodeId('p1')))] as const;
        });
        const { latency, ...measured } = await measure({
          process: subject.process,
          writers: writing.flat(),
          listeners: writing
            .filter((_, board) => board % EARS_APART === 0)
            .map(([a, b]) => ({ member: b.member, hears: [a] })),
          receivers: 1,
          editsPerSecond: boards * 2 * RATE,
          warmUpMs: quick ? 1_000 : 2_000,
          forMs: quick ? 1_500 : 5_000,
        });
        for (const member of pairs.flat()) member.close();
        return {
          p50: latency.p50,
          p95: latency.p95,
          p99: latency.p99,
          'worst ms': latency.max,
          'longest delay ms': measured.maxDelayMs,
          'CPU ms per 1,000 delivered': measured.cpuMsPerThousand,
          'server CPU': measured.serverCpu,
          'kB per board with two': (full.memory - fewer) / (boards - FEWER) / 1_024,
          missing: measured.missing,
          'driver CPU': measured.driverCpu,
        };
      } finally {
        await subject.stop();
      }
    },
  };
}

/** Two for each board; whoever brought the content has left. */
async function enterInPairs(subject: Subject, boards: number): Promise<(readonly [Member, Member])[]> {
  const pairs: (readonly [Member, Member])[] = [];
  for (let board = 0; board < boards; board += 1) {
    const room = subject.room(board);
    pairs.push([await Member.enter(subject, room), await Member.enter(subject, room)]);
  }
  subject.settle();
  return pairs;
}

/** Bytes that a server uses with so many boards of two. */
async function memoryOf(name: SubjectName, boards: number): Promise<number> {
  const subject = await startSubject(name, { boards, elements: persons(2) });
  try {
    const pairs = await enterInPairs(subject, boards);
    const { memory } = await subject.process.usage({ collect: true });
    for (const member of pairs.flat()) member.close();
    return memory;
  } finally {
    await subject.stop();
  }
}
