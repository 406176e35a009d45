/** What the facilitators' ways of looking say, in English: previews, lens, why, reveals, exposure. Loaded with them. */

import type { Shape } from './en.ts';

const elements = (count: number) => (count === 1 ? '1 element' : `${count} elements`);
const viewpoints = (count: number) => (count === 1 ? '1 viewpoint' : `${count} viewpoints`);

export const seeingEn = {
  preview: {
    working: 'Working out who sees what…',
    failed: 'Who sees what could not be worked out.',
    shows: (count: number, whom: string) => `Shows ${elements(count)} to ${whom}`,
    hides: (count: number, whom: string) => `hides ${count} from ${whom}`,
    hidesFirst: (count: number, whom: string) => `Hides ${elements(count)} from ${whom}`,
    showsMany: (count: number) => `Shows more to ${viewpoints(count)}`,
    hidesMany: (count: number) => `hides something from ${viewpoints(count)}`,
    hidesManyFirst: (count: number) => `Hides something from ${viewpoints(count)}`,
    and: ', ',
    end: '.',
    nobody: 'Nobody sees more or less than before.',
    sent: 'What somebody has been sent stays sent: they may have read, copied or remembered it. Hiding only ends what comes from now on.',
    list: 'Who gains and loses what',
    gained: (count: number) => `${count} more`,
    lost: (count: number) => `${count} less`,
    gains: 'Will see',
    loses: 'Will no longer see',
    andMore: (count: number) => `and ${count} more`,
    others: (first: string, count: number) =>
      count === 1 ? `${first} and 1 other` : `${first} and ${count} others`,
    showAll: (count: number) => `Show all ${count}`,
    apply: 'Apply',
  },

  lens: {
    label: 'Lens',
    as: 'as',
    choose: (name: string) => `Lens as ${name}. Choose another viewpoint`,
    visible: 'visible',
    hidden: 'hidden',
    counts: (visible: number, hidden: number) => `${visible} visible, ${hidden} hidden`,
    compare: 'Compare',
    compareWith: 'Compare with another viewpoint',
    uncompare: 'Stop comparing',
    with: 'with',
    both: 'both',
    onlyA: (name: string) => `only ${name}`,
    neither: 'neither',
    close: 'Take the lens away',
    viewAs: (name: string) => `View as ${name}`,
    strip: 'Step through viewpoints',
    kind: 'Kind of viewpoint',
    previous: 'Previous viewpoint',
    next: 'Next viewpoint',
    working: 'Working out what is seen…',
  },
};

export type SeeingMessages = Shape<typeof seeingEn>;
