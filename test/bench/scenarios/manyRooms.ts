/** Hundreds of boards with two people at each, who write now and then. */
import { nodeId, persons } from '../driver/content.ts';
import { type Listener, measure, newWriter, positionItems, type Writer } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { startSubject } from '../driver/subjects.ts';

const RATE = 2;

export function manyRooms(boards: number): Scenario {
  return {
    name: `many rooms (${boards} of two)`,
    about: `${boards} boards, two clients at each, each writes ${RATE} times a second`,
    subjects: ['cellboard', 'hocuspocus', 'y-websocket', 'relay'],
    async run(name, { quick }) {
      const subject = await startSubject(name, { boards, elements: persons(2) });
      try {
        const empty = await subject.process.usage({ collect: true });
        const members: Member[] = [];
        const writers: Writer[] = [];
        const listeners: Listener[] = [];
        for (let board = 0; board < boards; board += 1) {
          const room = subject.room(board);
          const [a, b] = [await Member.enter(subject, room), await Member.enter(subject, room)];
          members.push(a, b);
          const item = positionItems(a.state);
          const pair = [newWriter(a, item(nodeId('p0'))), newWriter(b, item(nodeId('p1')))] as const;
          writers.push(...pair);
          if (board % 5 === 0) listeners.push({ member: b, hears: [pair[0]] });
        }
        subject.settle();
        const full = await subject.process.usage({ collect: true });
        const { latency, ...measured } = await measure({
          process: subject.process,
          writers,
          listeners,
          receivers: 1,
          editsPerSecond: boards * 2 * RATE,
          // Long enough for the compiler: each edit is little work, and what it takes to compile would be most of it.
          warmUpMs: quick ? 1_000 : 4_000,
          forMs: quick ? 1_500 : 5_000,
        });
        for (const member of members) member.close();
        return {
          p50: latency.p50,
          p95: latency.p95,
          p99: latency.p99,
          'worst ms': latency.max,
          'longest delay ms': measured.maxDelayMs,
          'CPU ms per 1,000 delivered': measured.cpuMsPerThousand,
          'server CPU': measured.serverCpu,
          'kB per board with two': (full.memory - empty.memory) / boards / 1_024,
          missing: measured.missing,
          'driver CPU': measured.driverCpu,
        };
      } finally {
        await subject.stop();
      }
    },
  };
}
