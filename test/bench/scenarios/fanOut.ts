/** One room, some of whose clients write twenty times a second: how long an edit takes and what it costs. */
import { nodeId, persons } from '../driver/content.ts';
import { heat } from '../driver/heat.ts';
import { inTime, measure, newWriter, pauseFor, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { SUBJECTS, startSubject } from '../driver/subjects.ts';

const RATE = 20;
/** Those who listen closely; the others' frames go by unread. */
const EARS = 12;

export function fanOut(clients: number, writing: number): Scenario {
  return {
    name: `fan-out ${clients} clients, ${writing} writing`,
    about: `one room, ${clients} clients, ${writing} write ${RATE} times a second each`,
    // The floor is of interest where frames are many.
    subjects: clients < 200 ? SUBJECTS.filter((name) => name !== 'relay') : SUBJECTS,
    ...(writing > 20 && { runs: 1 }),
    async run(name, { quick }) {
      const subject = await startSubject(name, { boards: 2, elements: persons(writing) });
      try {
        const room = subject.room(0);
        const first = await Member.enter(subject, room);
        const item = positionItems(first.state);
        subject.settle();
        const empty = await subject.process.usage({ collect: true });
        const members = [first];
        while (members.length < clients) members.push(await Member.enter(subject, room));
        const full = await subject.process.usage({ collect: true });
        if (!quick) await heat(subject, 1);
        const writers = members
          .slice(0, writing)
          .map((member, index) => newWriter(member, item(nodeId(`p${index}`))));
        const step = Math.max(1, Math.floor(clients / EARS));
        const listeners = members
          .filter((_, index) => index % step === step - 1)
          .map((member) => ({ member, hears: writers.filter((writer) => writer.member !== member) }));
        const { latency, ...measured } = await measure({
          process: subject.process,
          writers,
          listeners,
          receivers: clients - 1,
          editsPerSecond: writing * RATE,
          warmUpMs: quick ? 500 : 2_000,
          forMs: quick ? 1_500 : 3_000,
        });
        await pauseFor(200);
        const after = await inTime(subject.process.usage({ collect: true }));
        for (const member of members) member.close();
        return {
          p50: latency.p50,
          p95: latency.p95,
          p99: latency.p99,
          'longest delay ms': measured.maxDelayMs,
          'CPU ms per 1,000 delivered': measured.cpuMsPerThousand,
          'server CPU': measured.serverCpu,
          'kB per connection': (full.memory - empty.memory) / (clients - 1) / 1_024,
          'MB after': (after?.memory ?? Number.NaN) / 2 ** 20,
          'RSS MB': (after?.rss ?? Number.NaN) / 2 ** 20,
          missing: measured.missing,
          'driver CPU': measured.driverCpu,
        };
      } finally {
        await subject.stop();
      }
    },
  };
}
