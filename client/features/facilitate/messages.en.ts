/** What a session says, in English: lock, timer, hands, calls, presenting, drawings to confirm, who one is. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../../ui/translations.ts';

const n = numbers('en');
const many = plural('en');

const drawings = (count: number) => many(count, { one: '# drawing', other: '# drawings' });

const seesAs: Readonly<Record<NodeKind, string>> = {
  person: 'You see yourself, the groups you belong to, and what the board lets you know of others.',
  circle: 'You see your circle, who belongs to it, and what the board lets its members know.',
  cell: 'You see your cell, its members, and what the board lets its members know.',
  area: 'You see your area, who belongs to it, and what the board lets it know.',
  organization: 'You see your organization, who belongs to it, and what the board lets its members know.',
  body: 'You see your body, who belongs to it, the groups it guides, and what the board lets it know.',
  note: '',
};

export const en = {
  strip: 'Session',
  menu: 'Facilitate',
  lock: 'Lock the board for participants',
  locked: 'Locked',
  lockedForOthers: 'The board is locked for participants',
  unlock: 'Unlock',

  call: 'Call everyone here',
  callSelection: 'Call everyone to the selection',
  called: 'Called. Those who see none of this were told nothing.',
  callEmpty: 'There is nothing here to call anybody to.',
  callsYou: 'A facilitator calls you here.',
  goThere: 'Go there',
  followCalls: 'Go along at once when a facilitator calls',

  timer: 'Timer',
  minutes: 'Minutes',
  start: 'Start',
  pause: 'Pause',
  pauseFirst: 'Pause it to set another time.',
  timerThere: 'It is on the board already.',
  resume: 'Go on',
  reset: 'Reset',
  remove: 'Remove',
  timeLeft: (time: string) => `${time} left`,
  timeUp: 'Time is up',

  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  handLowered: 'A facilitator has lowered your hand.',
  hands: (count: number) => many(count, { one: '# hand raised', other: '# hands raised' }),
  lowerOf: (name: string) => `Lower the hand of ${name}`,
  lowerAll: 'Lower all hands',

  presenting: 'Presenting',
  presentingFirst: 'This is the beginning.',
  presentingLast: 'This is the last group.',
  step: (index: number, count: number) => `${n(index)} of ${n(count)}`,
  whole: 'The whole board',
  next: 'Next',
  back: 'Back',
  leave: 'Leave',
  presentHint: 'Right and left arrow step through the groups, Esc leaves.',

  toConfirm: (count: number) => `${n(count)} to confirm`,
  drawings: {
    title: 'Drawings to confirm',
    hint: 'What participants draw is seen by them and those who guide them, and counts for no rule, until you confirm it.',
    empty: 'Nothing waits to be confirmed.',
    by: (owner: string) => `Drawn by ${owner}`,
    gone: 'A viewpoint that is gone',
    all: (owner: string) => `Choose everything drawn by ${owner}`,
    one: (name: string) => `Choose ${name}`,
    show: (name: string) => `Show ${name} on the board`,
    confirm: (count: number) => many(count, { '=0': 'Confirm', other: 'Confirm #' }),
    decline: (count: number) => many(count, { '=0': 'Decline', other: 'Decline #' }),
    confirmTitle: (count: number) => `Confirm ${drawings(count)}?`,
    confirmed: (count: number) =>
      many(count, { one: '# drawing confirmed.', other: '# drawings confirmed.' }),
    along:
      'This goes along, because a link counts only with both its ends, and because its maker would lose sight of the drawing otherwise:',
    lost: 'No rule shows these to anybody once they are confirmed:',
    keep: 'Keep showing them to those who see them now',
    declineTitle: (count: number) => `Decline ${drawings(count)}?`,
    declineHint: (owners: string) =>
      `It goes into the bin. ${owners} is told, with your word and nothing else.`,
    linksToo: 'Links at declined nodes go with them.',
    word: 'A word to the maker',
    wordHint: 'Plain text, if you like',
    declined: (count: number) => many(count, { one: '# drawing declined.', other: '# drawings declined.' }),
    failed: 'That did not work. Try again.',
  },
  told: {
    title: 'Not confirmed',
    text: 'A facilitator has taken this off the board:',
    word: 'They say:',
    more: (count: number) => `and ${n(count)} more`,
    ok: 'OK',
  },

  me: {
    title: (viewpoint: string, role: string) => `You are here as ${viewpoint}. Your role: ${role}.`,
    everyone: 'You see what is open to everybody on this board.',
    seesAs,
    only: 'The server sends this device nothing else.',
    editor: 'You can draw.',
    viewer: 'You can look but not edit. Ask a facilitator for an editor link.',
    mark: 'A drawing with this mark awaits a facilitator. Until it is confirmed, only you and those who guide you see it.',
    waiting: (count: number) =>
      many(count, {
        one: '# of your drawings awaits confirmation.',
        other: '# of your drawings await confirmation.',
      }),
  },
};

export type FacilitateMessages = CatalogueShape<typeof en>;
