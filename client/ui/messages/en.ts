/** Everything the page says, in English. The other catalogues have exactly this shape. */
import type { Disclosure, LinkKind, NodeKind } from '../../../shared/model/kinds.ts';
import type { Refusal, Role } from '../../../shared/protocol.ts';
import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../translations.ts';
import { en as editing } from './editing.en.ts';
import { en as handling } from './handling.en.ts';
import { en as models } from './models.en.ts';
import { en as panels } from './panels.en.ts';
import { en as session } from './session.en.ts';
import { en as shell } from './shell.en.ts';

const n = numbers('en');
const many = plural('en');

const nodeKinds: Readonly<Record<NodeKind, string>> = {
  person: 'Person',
  circle: 'Circle',
  cell: 'Cell',
  area: 'Area',
  organization: 'Organization',
  body: 'Body',
  note: 'Note',
};

const linkKinds: Readonly<Record<LinkKind, string>> = {
  membership: 'Membership',
  contact: 'Contact',
  guidance: 'Guidance',
  delegation: 'Delegation',
  channel: 'Channel',
  tie: 'Tie',
};

const disclosures: Readonly<Record<Disclosure, string>> = {
  open: 'Open',
  internal: 'Internal',
  detached: 'Detached',
};

const disclosureHints: Readonly<Record<Disclosure, string>> = {
  open: 'Everyone on the board sees this group and who belongs to it.',
  internal: 'Its members, those who guide it and their personal contacts know who belongs to it.',
  detached: 'Only the group itself and those who guide it know of it.',
};

const roles: Readonly<Record<Role, string>> = {
  facilitator: 'Facilitator',
  editor: 'Editor',
  viewer: 'Viewer',
};

const refusals: Readonly<Record<Refusal, string>> = {
  viewer: 'You can look but not edit. Ask a facilitator for an editor link.',
  'not-yours': 'Only its members or a facilitator can change this.',
  'facilitator-only': 'Only a facilitator can change this.',
  fixed: 'The kind and the ends of a link cannot be changed. Delete it and draw it anew.',
  locked: 'This is locked. A facilitator can unlock it.',
  'not-joinable': 'A link of this kind cannot join these two.',
  invalid: 'That value is not possible here.',
  'too-long': 'That text is too long.',
  full: 'The board is full.',
  'missing-end': 'One end of this link is gone.',
};

export const en = {
  ...panels,
  ...shell,
  ...models,
  ...session,
  appName: 'Cellboard',
  nodeKinds,
  linkKinds,
  disclosures,
  disclosureHints,
  roles,
  refusals,
  editing,
  handling,
  unnamed: 'Unnamed',
  /** Between things that are told one after the other. */
  comma: ', ',
  close: 'Close',
  cancel: 'Cancel',
  oneMoment: 'One moment…',
  undo: 'Undo',
  redo: 'Redo',
  everyone: 'Everyone',
  facilitator: 'Facilitator',
  someone: 'Someone',

  start: {
    title: 'Start a board',
    intro:
      'Draw who belongs where and how they are linked. Each participant sees only what their viewpoint may know.',
    invite: 'Paste an invite link',
    join: 'Join',
    badLink: 'That is not a link to a board.',
    blank: 'Blank board',
    blankHint: 'Start from an empty canvas',
    templates: {
      'circles-and-cells': { name: 'Circles and cells', hint: 'Open circles, detached cells' },
      territorial: { name: 'Factory and street cells', hint: 'Cells, districts, the town' },
      fractions: { name: 'Fractions', hint: 'Inside mass organizations' },
      'campaign-hub': { name: 'Campaign hub', hint: 'Institutions, media, campaigns' },
      'readers-network': { name: "Readers' network", hint: 'Networks around a paper' },
    },
    saved: 'Saved on this server',
    savedHint: 'Template',
    allSaved: (count: number) => `Show all ${n(count)}`,
    failed: 'The board could not be made. Try again.',
    boardsOff: 'Boards are made by who runs this server: ask there for a link.',
    recent: 'Recent boards',
    recentEmpty: 'Boards you open appear here.',
    filters: { all: 'All', facilitate: 'I facilitate', joined: 'I joined' },
    board: 'Board',
    viewpoint: 'Your viewpoint',
    participant: 'Participant',
    opened: (when: string) => `Opened ${when}`,
    forget: 'Remove from this list',
    more: (title: string) => `More for ${title}`,
    copyLink: 'Copy link',
    copyFailed: 'The link could not be copied.',
    untitled: 'Untitled board',
  },

  join: {
    title: (board: string) => (board === '' ? 'Join the board' : `Join ${board}`),
    hint: 'Others see this name beside your cursor.',
    name: 'Your name',
    enter: 'Join board',
    nameFirst: 'Type a name first.',
    opening: 'Opening the board',
    linkTitle: 'This link does not work',
    link: 'This link has expired. Ask for a new one.',
    noSecret: 'This address lacks its secret part. Ask for the whole link.',
    expiredTitle: 'You have left the board',
    notFoundTitle: 'There is no such board',
    notFound: 'Check the link, or ask for a new one.',
    brokenTitle: 'The board could not be opened',
    broken: 'The connection broke again and again. Reload the page to try once more.',
    offlineTitle: 'The server does not answer',
    offline: 'Check your connection, then try again.',
    retry: 'Try again',
    reload: 'Reload',
    home: 'All boards',
  },

  top: {
    menu: 'Board menu',
    home: 'All boards',
    rename: 'Rename board',
    title: 'Board title',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    shortcuts: 'Keyboard shortcuts',
    saved: { saved: 'Saved', saving: 'Saving…', offline: 'Offline, kept here' },
    hereAs: 'You are here as',
    share: 'Share',
    present: (count: number) => many(count, { one: '# person here', other: '# people here' }),
    you: (name: string) => `${name} (you)`,
    more: (count: number) => `+${n(count)}`,
  },

  viewAs: {
    label: 'View as',
    search: 'Find a viewpoint',
    none: 'No viewpoint of that name.',
    everyoneHint: 'Open groups only',
    facilitatorHint: 'Sees everything',
    groups: {
      circle: 'Circles',
      cell: 'Cells',
      area: 'Areas',
      organization: 'Organizations',
      body: 'Bodies',
      person: 'People',
    },
    banner: (name: string) => `Viewing as ${name}. You see exactly what ${name} sees.`,
    back: 'Back to facilitator',
    left: 'You see the whole board again.',
    edit: 'Edit as them',
    editOn: 'What you change then counts as theirs, with their rights and no more.',
    present: 'Be seen',
    presentOn: 'Those who hold this viewpoint see that you are here. Otherwise they do not.',
    previous: 'Previous viewpoint of this kind',
    next: 'Next viewpoint of this kind',
    open: 'View as…',
    exposure: 'Exposure: who sees how much',
    reveals: 'Reveals',
    lens: 'Lens',
    lensHint: 'Shift L',
    keyHint: 'Shift V',
  },

  tools: {
    label: 'Tools',
    select: 'Select',
    hand: 'Hand',
    link: 'Link',
    linkHint: 'Click where the link starts, then where it ends.',
    placeHint: (kind: string) => `Click where the ${kind.toLowerCase()} goes.`,
  },

  zoom: {
    label: 'Zoom',
    in: 'Zoom in',
    out: 'Zoom out',
    fit: 'Fit the board',
    reset: 'Zoom to 100 %',
    map: 'Map',
  },

  live: {
    live: 'Live',
    offline: 'Offline',
    connecting: 'Connecting',
    here: (count: number) => `${n(count)} here`,
  },

  canvas: {
    label: 'Board canvas',
    empty: 'Press P to add a person.',
    emptyView: 'Nothing here yet.',
    loading: 'Loading the board',
    memberOf: (group: string) => group,
    seatIn: (group: string) => `seat in ${group}`,
    links: (count: number) => many(count, { one: '# link', other: '# links' }),
    locked: 'locked',
    readOnly: 'read only',
    ghost: 'hidden under the lens',
    heldGhost: 'belonging here is hidden under the lens',
    linkLabel: (kind: string, source: string, target: string) => `${kind} from ${source} to ${target}`,
    linkBetween: (kind: string, a: string, b: string) => `${kind} between ${a} and ${b}`,
    name: 'Name',
    noteText: 'Note',
    linkText: 'Label',
    handle: 'Draw a link from here',
    chooseKind: 'Kind of link',
    cannotJoin: 'These two cannot be linked.',
    left: (person: string, group: string) => `${person} left ${group}.`,
    notAllowed: 'Only a facilitator can change this.',
    viewer: 'You can look but not edit. Ask a facilitator for an editor link.',
    viewing: 'Editing is off while you view as somebody else.',
    remoteEdits: (count: number) =>
      many(count, { one: '# change by others.', other: '# changes by others.' }),
    came: (name: string) => `${name} joined the board.`,
    went: (name: string) => `${name} left the board.`,
  },

  inspector: {
    label: 'Inspector',
    name: 'Name',
    caption: 'Caption',
    captionHint: 'What it is',
    text: 'Text',
    linkLabel: 'Label',
    color: 'Colour',
    colors: ['Blue', 'Petrol', 'Teal', 'Moss', 'Amber', 'Rose', 'Plum', 'Violet'],
    notes: 'Notes',
    disclosure: 'Disclosure',
    disclosureFixed: 'Only a facilitator can change this.',
    locked: 'Locked',
    groups: 'Groups',
    members: 'Members',
    addMember: 'Add member',
    addGroup: 'Add to group',
    links: 'Links',
    addLink: 'Add link',
    home: 'Home',
    seat: 'Seat',
    incoming: (kind: string) => `${kind}, in`,
    remove: (name: string) => `Remove ${name}`,
    from: 'From',
    to: 'To',
    delete: 'Delete',
    select: (name: string) => `Select ${name}`,
    several: (count: number) => `${n(count)} selected`,
    readOnly: 'You can look at this, but not change it.',
  },

  boardDamaged:
    'Part of this board could not be read from the server’s disk and is missing. Ask who runs the server for a backup.',
  restarted: {
    renewed: 'The board was renewed; your view is fresh again.',
    malformed: 'The server could not read a change; your view was loaded anew.',
    'too-large': 'That change was too large; your view was loaded anew.',
  },
};

export type Messages = CatalogueShape<typeof en>;
