/** What editing on the canvas says, in English. */
import { plural } from '../../../shared/text/plural.ts';

const many = plural('en');

export const en = {
  unreadable: 'What is on the clipboard cannot be put on this board.',
  locked: (count: number) => many(count, { one: '# of them is locked', other: '# of them are locked' }),
  align: 'Align',
  aligns: {
    start: 'Align left edges',
    centre: 'Align centres',
    end: 'Align right edges',
    top: 'Align top edges',
    middle: 'Align middles',
    bottom: 'Align bottom edges',
  },
  distribute: 'Distribute',
  distributes: { horizontal: 'Distribute horizontally', vertical: 'Distribute vertically' },
  lock: 'Lock',
  unlock: 'Unlock',
  viewAs: 'View as this',
  lens: 'Lens as this',
  whoSees: 'Who can see this',
  group: 'Group in a circle',
  width: 'Width',
  height: 'Height',
  size: 'Size',
  fit: 'Fit to members',
  resize: 'Change the size',
  menu: 'What can be done here',
  rename: 'Rename',
  editText: 'Edit text',
  connect: 'Draw a link from here',
  copy: 'Copy',
  cut: 'Cut',
  paste: 'Paste',
  duplicate: 'Duplicate',
  remove: 'Delete',
  selectAll: 'Select all',
  fitBoard: 'Fit the board',
  add: (kind: string) => `Add ${kind.toLowerCase()} here`,
  why: {
    noPeople: 'Select people to put them in a circle.',
    noMembers: 'Nobody is a member yet.',
    empty: 'There is nothing on the board.',
    noNodes: 'Select something that is no link.',
  },
};
