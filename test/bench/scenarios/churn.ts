/** An hour of people coming, going, editing and looking through other viewpoints, as fast as it goes. */
import { movement, nodeId } from '../driver/content.ts';
import { newWriter, pauseFor, positionItems } from '../driver/load.ts';
import { Member } from '../driver/member.ts';
import type { Scenario } from '../driver/scenario.ts';
import { startCellboard } from '../driver/subjects.ts';

const TENTHS = 10;
/** What twenty people do in an hour, roughly: each comes or goes or changes views forty times and edits more often. */
const ROUNDS = 80;
const EDITS = 40;
const SEATS = 20;

export const churn: Scenario = {
  name: 'churn (an hour compressed)',
  about: `${TENTHS * ROUNDS} times somebody of ${SEATS} leaves, another enters through another viewpoint and makes ${EDITS} edits; memory after collection at each tenth`,
  subjects: ['cellboard'],
  runs: 1,
  async run(_, { quick }) {
    const cells = Array.from({ length: 10 }, (_cell, index) => nodeId(`cell${index}`));
    const wish = {
      boards: 1,
      elements: movement({ nodes: 600, links: 1_000, groups: 10 }),
      policy: 'detached',
    } as const;
    const viewpoints = [...cells, 'facilitator'] as const;
    const subject = await startCellboard(wish, viewpoints);
    try {
      const seats: Member[] = [];
      const samples: number[] = [];
      for (let tenth = 0; tenth < TENTHS; tenth += 1) {
        for (let round = 0; round < (quick ? 10 : ROUNDS); round += 1) {
          const turn = tenth * ROUNDS + round;
          const viewpoint = viewpoints[turn % viewpoints.length] ?? 'facilitator';
          const member = await Member.enter(subject, subject.room(0, viewpoint));
          seats.push(member);
          if (seats.length > SEATS) seats.shift()?.close();
          if (viewpoint !== 'facilitator') continue;
          const { maker } = newWriter(member, positionItems(member.state)(nodeId(`p${turn % 300}`)));
          for (let edit = 0; edit < EDITS; edit += 1) member.edit([maker.next()]);
          await pauseFor(5);
        }
        samples.push((await subject.process.usage({ collect: true })).memory / 2 ** 20);
      }
      for (const seat of seats) seat.close();
      const [first = 0, second = 0] = samples;
      const last = samples.at(-1) ?? 0;
      return {
        'MB after the first tenth': first,
        'MB after the second': second,
        'MB at the end': last,
        'growth after the first tenth, %': ((last - first) / first) * 100,
      };
    } finally {
      await subject.stop();
    }
  },
};
