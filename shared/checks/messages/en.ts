/** What checks say, in English. */
import type { CheckMessages } from './message.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const members = (count: number) => (count === 1 ? '1 member' : `${count} members`);
const readers = (count: number) => (count === 1 ? '1 reader' : `${count} readers`);
const counted = (count: number, [one, many]: readonly [string, string]) =>
  `${count} ${count === 1 ? one : many}`;
/** Where something is, if that is known. */
const within = (group: string) => (group === '' ? '' : ` in ${group}`);

export const en: CheckMessages = {
  locale: 'en',
  others: (count) => counted(count, ['other', 'others']),

  sentences: {
    horizontal: ({ cells }) => `A link joins ${cells}, which should not know of each other.`,
    intermediary: ({ cell, guide }) => `${cell} is guided by ${guide}, not by the centre.`,
    'intermediary-two': ({ cell, guides }) => `${cell} is guided more than once: by ${guides}.`,
    unrooted: ({ cell }) => `Nobody in ${cell} sits in a circle.`,
    'isolated-circle': ({ circle }) => `Nobody in ${circle} knows anybody outside it.`,
    'double-cell': ({ person, cells }) => `${person} is in ${cells}.`,
    bridge: ({ person, circles, count }) =>
      count === 1
        ? `Without ${person}, ${circles} is cut off.`
        : `Without ${person}, ${count} circles are cut off, ${circles} among them.`,
    overknowing: ({ person, percent, limit }) =>
      `${person} sees ${percent}% of the board; more than ${limit}% is too much.`,
    'overknowing-all': ({ percent }) => `Everyone sees ${percent}% of the board.`,

    'bureau-size': ({ body, group, count, least, most }) =>
      `${body}${within(group)} has ${members(count)} instead of ${least} to ${most}.`,
    'small-factory': ({ cell, count, nearest }) =>
      `${cell} has only ${members(count)}. The nearest factory cell is ${nearest}.`,
    'small-factory-alone': ({ cell, count }) => `${cell} has only ${members(count)}.`,
    'factory-majority': ({ body, group, count, fromFactories }) =>
      `${fromFactories} of ${members(count)} of ${body}${within(group)} are from factory cells; it should be more than half.`,
    'double-vote': ({ person, factory, street }) =>
      `${person} is in ${factory} and in ${street}, and votes in the factory cell only.`,
    'double-vote-helps': ({ person, factory, street }) =>
      `${person} helps in ${street} and votes in ${factory} only.`,
    unplaced: ({ cell }) => `${cell} is in no district or local group.`,
    'unplaced-district': ({ district }) => `${district} is in no area.`,
    delegates: ({ group, sent, due }) =>
      `${group} sends ${counted(sent, ['delegate', 'delegates'])}; in proportion to members it would be ${due}.`,
    unconfirmed: ({ body, group }) =>
      `${body}${within(group)} was appointed, and no delegates have confirmed it yet.`,

    'fraction-outside': ({ person, fraction, organization }) =>
      `${person} is in ${fraction} but does not belong to ${organization}.`,
    unguided: ({ fraction, organization }) => `Nobody guides ${fraction}${within(organization)}.`,
    'isolated-fraction': ({ organization, count, inFraction }) =>
      `${inFraction} of the ${people(count)} in ${organization} are its fraction.`,
    'no-fraction': ({ organization }) => `${organization} has no fraction.`,
    level: ({ fraction, organization, guide }) =>
      `${fraction}${within(organization)} is guided by ${guide}, a body of another level.`,
    collective: ({ organization, parent }) =>
      `${organization} belongs to ${parent} without a named delegate.`,

    'no-spokesperson': ({ institution }) => `${institution} has no spokesperson.`,
    'no-editor': ({ publication }) => `${publication} has no editor.`,
    'no-audience': ({ medium }) => `${medium} reaches nobody.`,
    'one-person': ({ institution, person }) => `${institution} hangs on ${person} alone.`,
    'detached-branch': ({ branch }) => `Nothing connects ${branch} to the hub.`,
    overloaded: ({ person, count, most }) => `${person} has ${count} roles; more than ${most} is too much.`,

    reach: ({ paper, readers: count, hands }) =>
      `${paper} reaches ${readers(count)} by ${counted(hands, ['hand', 'hands'])}.`,
    overstretched: ({ person, count, most }) =>
      `${person} hands the paper to ${readers(count)}; more than ${most} is too much.`,
    'dead-end': ({ readers: names, count }) =>
      `${count === 1 ? names : `${readers(count)}, ${names},`} ${count === 1 ? 'has' : 'have'} no path to a study group.`,
    'thin-bridge': ({ site, person }) => `The paper reaches ${site} through ${person} alone.`,
    'no-study-group': ({ network }) => `Nobody in ${network} is in a study group.`,

    'repair-unlink': ({ ends }) => `Remove the link between ${ends}`,
    'repair-leave': ({ person, groups }) => `Take ${person} out of ${groups}`,
    'repair-join': ({ member, group }) => `Attach ${member} to ${group}`,
    'repair-guide': ({ guide, group }) => `Let ${guide} guide ${group}`,
    'repair-elect': ({ group, body }) => `Let ${group} elect ${body}`,
  },

  rules: {
    horizontal: { title: 'Link between cells', rule: 'No link joins two detached cells.' },
    intermediary: {
      title: 'Something in between',
      rule: 'Each cell is guided directly by the centre, with no bodies in between.',
    },
    unrooted: {
      title: 'Cell without roots',
      rule: 'The members of a cell sit in circles as anyone else does.',
    },
    'isolated-circle': {
      title: 'Isolated circle',
      rule: 'Circles touch through the personal contacts of single members.',
    },
    'double-cell': { title: 'In two cells', rule: 'Cells know nothing of each other, so nobody is in two.' },
    bridge: {
      title: 'Hangs on one person',
      rule: 'A network of circles should not come apart when one person is missing.',
    },
    overknowing: {
      title: 'Knows too much',
      rule: 'Nobody knows the whole extent of the network.',
    },

    'bureau-size': { title: 'Size of a bureau', rule: 'A bureau has three to five members.' },
    'small-factory': {
      title: 'Too small a factory cell',
      rule: 'Where only one or two work, they are attached to the nearest factory cell.',
    },
    'factory-majority': {
      title: 'Majority from factories',
      rule: 'More than half of a district bureau and of an area committee are members of factory cells.',
    },
    'double-vote': {
      title: 'Two cells, one vote',
      rule: 'Whoever helps a street cell does not vote there on what they have voted on in the factory cell.',
    },
    unplaced: {
      title: 'Not placed',
      rule: 'Cells form districts or a local group, and districts form areas.',
    },
    delegates: {
      title: 'Delegates out of proportion',
      rule: 'Districts send delegates in proportion to their members.',
    },
    unconfirmed: {
      title: 'Not confirmed',
      rule: 'A higher body may appoint a committee until delegates confirm it.',
    },

    'fraction-outside': {
      title: 'Not in the organization',
      rule: 'A fraction is formed by those who belong to the organization.',
    },
    unguided: { title: 'Without guidance', rule: 'A fraction is guided by the party body of its level.' },
    'isolated-fraction': {
      title: 'Fraction among itself',
      rule: 'Fractions work in organizations that are not the party’s, among their members.',
    },
    'no-fraction': {
      title: 'No fraction',
      rule: 'Those who belong to the same organization form a fraction in it.',
    },
    level: { title: 'Another level', rule: 'A fraction is guided by the party body of the same level.' },
    collective: {
      title: 'No delegate named',
      rule: 'An organization that belongs to another as a whole names a delegate.',
    },

    'no-spokesperson': {
      title: 'No spokesperson',
      rule: 'Each institution is fronted by known spokespersons.',
    },
    'no-editor': { title: 'No editor', rule: 'Each publication has an editor.' },
    'no-audience': { title: 'Reaches nobody', rule: 'A channel is a tie to a wide public.' },
    'one-person': {
      title: 'Hangs on one person',
      rule: 'An institution is more than the one person who fronts it.',
    },
    'detached-branch': { title: 'Not connected', rule: 'Every part is connected to the hub.' },
    overloaded: { title: 'Too many roles', rule: 'Nobody has more than a few roles at once.' },

    reach: {
      title: 'Reach',
      rule: 'A distributor hands papers on to readers, some of whom hand on to more.',
    },
    overstretched: {
      title: 'Too many readers',
      rule: 'A distributor hands on to a few readers, and some of these to more.',
    },
    'dead-end': { title: 'Dead end', rule: 'Networks of readers lead to study groups, step by step.' },
    'thin-bridge': {
      title: 'Reached through one person',
      rule: 'A workplace should not be lost to the paper when one person is missing.',
    },
    'no-study-group': { title: 'No study group', rule: 'Each network leads to a regular study group.' },
  },

  sources: {
    'circles-and-cells': {
      source: "A party's published guide to work among workers in Iran",
      year: '1986',
    },
    territorial: { source: 'Published organisation rules of an international of parties', year: '1924' },
    fractions: { source: 'Published resolution on work in mass organisations', year: '1926' },
    'campaign-hub': { source: "An executive's published report to a party congress", year: '2014' },
    'readers-network': { source: 'Published accounts of work around a party paper', year: '2010s' },
  },
};
