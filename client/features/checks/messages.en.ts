/** What the panel of checks says, in English; findings and rules have catalogues of their own. Loaded with it. */

import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../../ui/translations.ts';

const n = numbers('en');
const many = plural('en');
export const en = {
  title: 'Checks',
  close: 'Close the checks',
  empty: 'Nothing to review.',
  running: 'Looking at the board…',
  off: 'No checks are on.',
  choose: 'Choose checks',
  found: (count: number) => many(count, { one: '# finding', other: '# findings' }),
  passed: (count: number) => many(count, { one: '# check passed', other: '# checks passed' }),
  source: (source: string, year: string) => `${source}, ${year}.`,
  show: 'Show',
  showing: 'Hide',
  more: (count: number) => `and ${n(count)} more`,
  done: (act: string) => `Done: ${act}.`,
  hindrances: {
    viewing: 'Editing is off while you view as somebody else.',
    viewer: 'You can look but not edit. Ask a facilitator for an editor link.',
    locked: 'This is locked. A facilitator can unlock it.',
    'not-yours': 'Only a facilitator can change this.',
    gone: 'This has changed meanwhile.',
  },
  ownView: 'Checks look at your own view alone.',
  switches: 'Which checks are on',
  switchesHint: 'Kept on this device, for this board.',
  automatic: (model: string | null) =>
    model === null ? 'By the model of the board (none found)' : `By the model of the board: ${model}`,
};

export type ChecksMessages = CatalogueShape<typeof en>;
