/**
 * What checks say, in English. The parameters of a sentence are what its message has to give: the types of messages and of
 * the other catalogues are derived from here.
 */
import type { TemplateId } from '../../templates/template.ts';
import { numbers, plural } from '../../text/plural.ts';
import type { CheckCode } from '../codes.ts';

const n = numbers('en');
const many = plural('en');

/** Names of nodes, already joined, and numbers. Percentages are whole numbers from 0 to 100. */
type Spoken<Names extends string, Numbers extends string = never> = Readonly<
  Record<Names, string> & Record<Numbers, number>
>;

/** What a check is called, and its rule in one sentence. */
interface Rule {
  readonly title: string;
  readonly rule: string;
}

/** Where the rules of a model are taken from. */
interface Source {
  readonly source: string;
  readonly year: string;
}

const people = (count: number) => many(count, { one: '# person', other: '# people' });
const members = (count: number) => many(count, { one: '# member', other: '# members' });
const readers = (count: number) => many(count, { one: '# reader', other: '# readers' });
/** Where something is, if that is known. */
const within = (group: string) => (group === '' ? '' : ` in ${group}`);

export const en = {
  locale: 'en',
  /** After the names that are spelled out. */
  others: (count: number) => many(count, { one: '# other', other: '# others' }),

  /** By the key of their message; `group` is where a body belongs, if anywhere. */
  sentences: {
    horizontal: ({ cells }: Spoken<'cells'>) => `A link joins ${cells}, which should not know of each other.`,
    intermediary: ({ cell, guide }: Spoken<'cell' | 'guide'>) =>
      `${cell} is guided by ${guide}, not by the centre.`,
    'intermediary-two': ({ cell, guides }: Spoken<'cell' | 'guides'>) =>
      `${cell} is guided more than once: by ${guides}.`,
    unrooted: ({ cell }: Spoken<'cell'>) => `Nobody in ${cell} sits in a circle.`,
    'isolated-circle': ({ circle }: Spoken<'circle'>) => `Nobody in ${circle} knows anybody outside it.`,
    'double-cell': ({ person, cells }: Spoken<'person' | 'cells'>) => `${person} is in ${cells}.`,
    bridge: ({ person, circles, count }: Spoken<'person' | 'circles', 'count'>) =>
      count === 1
        ? `Without ${person}, ${circles} is cut off.`
        : `Without ${person}, ${n(count)} circles are cut off, ${circles} among them.`,
    overknowing: ({ person, percent, limit }: Spoken<'person', 'percent' | 'limit'>) =>
      `${person} sees ${n(percent)}% of the board; more than ${n(limit)}% is too much.`,
    'overknowing-all': ({ percent }: Spoken<never, 'percent' | 'limit'>) =>
      `Everyone sees ${n(percent)}% of the board.`,

    'bureau-size': ({
      body,
      group,
      count,
      least,
      most,
    }: Spoken<'body' | 'group', 'count' | 'least' | 'most'>) =>
      `${body}${within(group)} has ${members(count)} instead of ${n(least)} to ${n(most)}.`,
    'small-factory': ({ cell, count, nearest }: Spoken<'cell' | 'nearest', 'count'>) =>
      `${cell} has only ${members(count)}. The nearest factory cell is ${nearest}.`,
    'small-factory-alone': ({ cell, count }: Spoken<'cell', 'count'>) =>
      `${cell} has only ${members(count)}.`,
    'factory-majority': ({
      body,
      group,
      count,
      fromFactories,
    }: Spoken<'body' | 'group', 'count' | 'fromFactories'>) =>
      `${n(fromFactories)} of ${members(count)} of ${body}${within(group)} are from factory cells; it should be more than half.`,
    'double-vote': ({ person, factory, street }: Spoken<'person' | 'factory' | 'street'>) =>
      `${person} is in ${factory} and in ${street}, and votes in the factory cell only.`,
    'double-vote-helps': ({ person, factory, street }: Spoken<'person' | 'factory' | 'street'>) =>
      `${person} helps in ${street} and votes in ${factory} only.`,
    unplaced: ({ cell }: Spoken<'cell'>) => `${cell} is in no district or local group.`,
    'unplaced-district': ({ district }: Spoken<'district'>) => `${district} is in no area.`,
    delegates: ({ group, sent, due }: Spoken<'group', 'sent' | 'due'>) =>
      `${group} sends ${many(sent, { one: '# delegate', other: '# delegates' })}; in proportion to members it would be ${n(due)}.`,
    unconfirmed: ({ body, group }: Spoken<'body' | 'group'>) =>
      `${body}${within(group)} was appointed, and no delegates have confirmed it yet.`,

    'fraction-outside': ({
      person,
      fraction,
      organization,
    }: Spoken<'person' | 'fraction' | 'organization'>) =>
      `${person} is in ${fraction} but does not belong to ${organization}.`,
    unguided: ({ fraction, organization }: Spoken<'fraction' | 'organization'>) =>
      `Nobody guides ${fraction}${within(organization)}.`,
    'isolated-fraction': ({
      organization,
      count,
      inFraction,
    }: Spoken<'organization', 'count' | 'inFraction'>) =>
      `${n(inFraction)} of the ${people(count)} in ${organization} are its fraction.`,
    'no-fraction': ({ organization }: Spoken<'organization'>) => `${organization} has no fraction.`,
    level: ({ fraction, organization, guide }: Spoken<'fraction' | 'organization' | 'guide'>) =>
      `${fraction}${within(organization)} is guided by ${guide}, a body of another level.`,
    collective: ({ organization, parent }: Spoken<'organization' | 'parent'>) =>
      `${organization} belongs to ${parent} without a named delegate.`,

    'no-spokesperson': ({ institution }: Spoken<'institution'>) => `${institution} has no spokesperson.`,
    'no-editor': ({ publication }: Spoken<'publication'>) => `${publication} has no editor.`,
    'no-audience': ({ medium }: Spoken<'medium'>) => `${medium} reaches nobody.`,
    'one-person': ({ institution, person }: Spoken<'institution' | 'person'>) =>
      `${institution} hangs on ${person} alone.`,
    'detached-branch': ({ branch }: Spoken<'branch'>) => `Nothing connects ${branch} to the hub.`,
    overloaded: ({ person, count, most }: Spoken<'person', 'count' | 'most'>) =>
      `${person} has ${n(count)} roles; more than ${n(most)} is too much.`,

    reach: ({ paper, readers: count, hands }: Spoken<'paper', 'readers' | 'hands'>) =>
      `${paper} reaches ${readers(count)} by ${many(hands, { one: '# hand', other: '# hands' })}.`,
    overstretched: ({ person, count, most }: Spoken<'person', 'count' | 'most'>) =>
      `${person} hands the paper to ${readers(count)}; more than ${n(most)} is too much.`,
    'dead-end': ({ readers: names, count }: Spoken<'readers', 'count'>) =>
      `${count === 1 ? names : `${readers(count)}, ${names},`} ${many(count, { one: 'has', other: 'have' })} no path to a study group.`,
    'thin-bridge': ({ site, person }: Spoken<'site' | 'person'>) =>
      `The paper reaches ${site} through ${person} alone.`,
    'no-study-group': ({ network }: Spoken<'network'>) => `Nobody in ${network} is in a study group.`,

    'repair-unlink': ({ ends }: Spoken<'ends'>) => `Remove the link between ${ends}`,
    'repair-leave': ({ person, groups }: Spoken<'person' | 'groups'>) => `Take ${person} out of ${groups}`,
    'repair-join': ({ member, group }: Spoken<'member' | 'group'>) => `Attach ${member} to ${group}`,
    'repair-guide': ({ guide, group }: Spoken<'guide' | 'group'>) => `Let ${guide} guide ${group}`,
    'repair-elect': ({ group, body }: Spoken<'group' | 'body'>) => `Let ${group} elect ${body}`,
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
  } satisfies Readonly<Record<CheckCode, Rule>>,

  sources: {
    'circles-and-cells': {
      source: "A party's published guide to work among workers in Iran",
      year: '1986',
    },
    territorial: { source: 'Published organisation rules of an international of parties', year: '1924' },
    fractions: { source: 'Published resolution on work in mass organisations', year: '1926' },
    'campaign-hub': { source: "An executive's published report to a party congress", year: '2014' },
    'readers-network': { source: 'Published accounts of work around a party paper', year: '2010s' },
  } satisfies Readonly<Record<TemplateId, Source>>,
};
