/** What is said while one works on the canvas, in English: linking by keyboard, fingers, refusals. */

export const en = {
  elementKeys: 'Enter selects, Enter again renames, Shift F10 opens the menu.',
  onlyMembers: (group: string) => `Only members of ${group} or a facilitator can change this.`,
  moreOfSheet: 'Show all fields',
  lessOfSheet: 'Show less',
  keyboardLinkHint: 'Arrows or Tab choose where the link ends, Enter links, Esc leaves.',
  keyboardLinkTo: (source: string, target: string) => `Link from ${source} to ${target}`,
  chooseEnd: 'Choose where the link ends with the arrows or Tab.',
  tapEmpty: 'Tap twice to add a person.',
  byFinger: {
    linkHint: 'Tap where the link starts, then where it ends.',
    placeHint: (kind: string) => `Tap where the ${kind.toLowerCase()} goes.`,
  },
  nothingToUndo: 'You have not changed anything yet.',
  nothingToRedo: 'Nothing has been undone.',
  nothingToLink: 'There is nothing else on the board to link to.',
  whyNotKind: {
    membership: 'People and groups belong to groups.',
    contact: 'A contact joins two people.',
    guidance: 'Guidance leads from one group to another.',
    delegation: 'Delegation leads from a group to a body.',
    channel: '',
    tie: '',
  },
  alreadyMember: (member: string, group: string) => `${member} belongs to ${group} already.`,
};
