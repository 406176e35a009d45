/** One room of fifty who all write, faster and faster, until an edit in a hundred takes a tenth of a second. */
import { nodeId, persons } from '../driver/content.ts';
import { heat } from '../driver/heat.ts';
import { measure, newWriter, pauseFor, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { startSubject } from '../driver/subjects.ts';

const CLIENTS = 50;
const LIMIT_MS = 100;
const FIRST_RATE = 1_500;
/** Upwards only: a server that was overwhelmed is busy with what it was sent for long. */
const GROWTH = 1.35;
const EARS = 4;
/** For what it was sent before it tries again. */
const RECOVERY_MS = 2_000;

export const saturation: Scenario = {
  name: `saturation (${CLIENTS} clients)`,
  about: `${CLIENTS} clients all write; delivered per second at the highest rate whose p99 was under ${LIMIT_MS} ms, in steps of ${GROWTH}`,
  subjects: ['cellboard', 'hocuspocus', 'y-websocket'],
  async run(name, { quick }) {
    const subject = await startSubject(name, { boards: 2, elements: persons(CLIENTS) });
    try {
      if (!quick) await heat(subject, 1);
      const room = subject.room(0);
      const members: Member[] = [];
      while (members.length < CLIENTS) members.push(await Member.enter(subject, room));
      const item = positionItems(members[0]?.state ?? new Uint8Array());
      subject.settle();
      const writers = members.map((member, index) => newWriter(member, item(nodeId(`p${index}`))));
      const listeners = members
        .slice(0, EARS)
        .map((member) => ({ member, hears: writers.filter((writer) => writer.member !== member) }));
      let last = {
        'delivered per second': 0,
        'server CPU': 0,
        'CPU ms per 1,000 delivered': 0,
        p99: 0,
        'driver CPU': 0,
      };
      /** Whether the server keeps up; what it measures then counts. */
      const stands = async (rate: number): Promise<boolean> => {
        const { latency, missing, ...measured } = await measure({
          process: subject.process,
          writers,
          listeners,
          receivers: CLIENTS - 1,
          editsPerSecond: rate,
          warmUpMs: 700,
          forMs: quick ? 1_000 : 1_500,
        });
        await pauseFor(200);
        if (latency.p99 > LIMIT_MS || missing > 0.02) return false;
        last = {
          'delivered per second': measured.deliveredPerSecond,
          'server CPU': measured.serverCpu,
          'CPU ms per 1,000 delivered': measured.cpuMsPerThousand,
          p99: latency.p99,
          'driver CPU': measured.driverCpu,
        };
        return true;
      };
      const growth = quick ? GROWTH ** 2 : GROWTH;
      // A stall of the machine is not the server's limit: what fails may try once more.
      for (let rate = FIRST_RATE; rate < 200_000; rate *= growth) {
        if (await stands(rate)) continue;
        await pauseFor(RECOVERY_MS);
        if (!(await stands(rate))) break;
      }
      for (const member of members) member.close();
      return last;
    } finally {
      await subject.stop();
    }
  },
};
