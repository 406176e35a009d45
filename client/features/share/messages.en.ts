/** What the share dialog says, in English: links, who came through which, join cards. */
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../../ui/translations.ts';

const n = numbers('en');
const many = plural('en');

const each: Readonly<Record<Exclude<NodeKind, 'note'>, string>> = {
  cell: 'Each cell',
  circle: 'Each circle',
  body: 'Each body',
  organization: 'Each organization',
  area: 'Each area',
  person: 'Each person',
};

export const en = {
  title: (board: string) => `Share ${board}`,
  hint: 'Each link opens one viewpoint. The server sends only what that viewpoint may see.',
  tabs: { links: 'Links', people: 'People' },

  joinsAs: 'Joins as',
  oneForEach: 'One link for each',
  each,
  eachCount: (name: string, count: number) => `${name} (${n(count)})`,
  role: 'Role',
  expires: 'Expires',
  uses: 'Uses',
  create: 'Create link',
  noneOfKind: 'There is none of these on the board.',
  createMany: (count: number) => `Create ${n(count)} links`,
  made: (count: number) => many(count, { one: '# link made.', other: '# links made.' }),
  viewpoint: 'Viewpoint',
  lastUsed: 'Last used',
  never: 'Never',
  notUsed: 'Not used yet',
  afterDays: (days: number) => many(days, { one: 'After # day', other: 'After # days' }),
  unlimited: 'Any number',
  usesCount: (count: number) => many(count, { '=1': 'Once', other: '# times' }),
  used: (count: number, most: number) => `${n(count)} of ${n(most)} uses`,
  here: (count: number) => `${n(count)} here`,
  find: 'Find a link',
  noneFound: 'No link of that name.',
  seesEverything: 'Sees everything',
  openOnly: 'Open groups only',
  yours: 'Your link',

  actions: 'Actions',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The link could not be copied.',
  qr: (name: string) => `QR code of the ${name} link`,
  qrTitle: (name: string) => `Join as ${name}`,
  qrHint: 'Whoever has this code has the key. Show it only to those it is for.',
  renew: 'New link',
  renewed: 'The old link opens nothing any more. The new one is copied.',
  renewedOnly: 'The old link opens nothing any more.',
  replaceTitle: (name: string) => `Replace the ${name} link?`,
  replaceHint: 'The old link opens nothing any more. You stay here.',
  endOthers: 'End the other sessions that joined with it',
  replace: 'Replace',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke the ${name} link?`,
  revokeHint: 'People using it leave the board.',
  revokeOwn: 'You use it yourself: you leave the board, too. To keep facilitating, replace it instead.',
  expired: 'Expired',
  spent: 'Used up',
  empty: 'No links yet.',
  footer: 'Revoking a link also ends the sessions that joined with it.',
  done: 'Done',
  failed: 'That did not work. Try again.',
  unreachable: 'The server does not answer.',
  retry: 'Try again',
  loading: 'Loading links',
  gone: 'Deleted viewpoint',

  people: {
    name: 'Name',
    joined: 'Joined',
    seen: 'Last seen',
    hereNow: 'Here now',
    notSeen: 'Not yet',
    unnamed: 'No name',
    you: 'You',
    through: (label: string) => `through “${label}”`,
    end: 'End',
    endOf: (name: string) => `End the session of ${name}`,
    endTitle: (name: string) => `End the session of ${name}?`,
    endHint: 'They leave the board at once. Their link still serves: revoke it to keep them out.',
    empty: 'Nobody has joined yet.',
  },

  cards: {
    print: 'Print join cards',
    title: 'Join cards',
    joinAs: 'Join as',
    open: 'Scan the code, or open this address:',
    key: 'This card is a key: whoever holds it sees what is meant for its holder. Keep it, and do not copy it.',
    none: 'There is no link to print a card for.',
  },
};

export type ShareMessages = CatalogueShape<typeof en>;
