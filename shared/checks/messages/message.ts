/**
 * What findings and repairs say, as keys with values, and how a catalogue turns them into a sentence. A list
 * of ids stands for the names of those nodes: names are looked up when a sentence is made, so that renaming
 * something is no reason to run a check again.
 */
import type { NodeId } from '../../model/ids.ts';
import type { TemplateId } from '../../templates/template.ts';
import type { CheckCode } from '../codes.ts';

type Names = readonly NodeId[];

/** What each sentence speaks of; `group` is where a body belongs, if anywhere. Percentages are whole numbers from 0 to 100. */
export interface MessageValues {
  horizontal: { cells: Names };
  intermediary: { cell: Names; guide: Names };
  'intermediary-two': { cell: Names; guides: Names };
  unrooted: { cell: Names };
  'isolated-circle': { circle: Names };
  'double-cell': { person: Names; cells: Names };
  bridge: { person: Names; circles: Names; count: number };
  overknowing: { person: Names; percent: number; limit: number };
  'overknowing-all': { percent: number; limit: number };

  'bureau-size': { body: Names; group: Names; count: number; least: number; most: number };
  'small-factory': { cell: Names; count: number; nearest: Names };
  'small-factory-alone': { cell: Names; count: number };
  'factory-majority': { body: Names; group: Names; count: number; fromFactories: number };
  'double-vote': { person: Names; factory: Names; street: Names };
  'double-vote-helps': { person: Names; factory: Names; street: Names };
  unplaced: { cell: Names };
  'unplaced-district': { district: Names };
  delegates: { group: Names; sent: number; due: number };
  unconfirmed: { body: Names; group: Names };

  'fraction-outside': { person: Names; fraction: Names; organization: Names };
  unguided: { fraction: Names; organization: Names };
  'isolated-fraction': { organization: Names; count: number; inFraction: number };
  'no-fraction': { organization: Names };
  level: { fraction: Names; organization: Names; guide: Names };
  collective: { organization: Names; parent: Names };

  'no-spokesperson': { institution: Names };
  'no-editor': { publication: Names };
  'no-audience': { medium: Names };
  'one-person': { institution: Names; person: Names };
  'detached-branch': { branch: Names };
  overloaded: { person: Names; count: number; most: number };

  reach: { paper: Names; readers: number; hands: number };
  overstretched: { person: Names; count: number; most: number };
  'dead-end': { readers: Names; count: number };
  'thin-bridge': { site: Names; person: Names };
  'no-study-group': { network: Names };

  'repair-unlink': { ends: Names };
  'repair-leave': { person: Names; groups: Names };
  'repair-join': { member: Names; group: Names };
  'repair-guide': { guide: Names; group: Names };
  'repair-elect': { group: Names; body: Names };
}
export type MessageKey = keyof MessageValues;

export type Message = {
  readonly [Key in MessageKey]: { readonly key: Key; readonly values: Readonly<MessageValues[Key]> };
}[MessageKey];

/** Values as a sentence gets them: names already made and joined, numbers still to be written. */
type Said<Values> = { readonly [Name in keyof Values]: Values[Name] extends number ? number : string };

export interface CheckMessages {
  readonly locale: string;
  readonly sentences: { readonly [Key in MessageKey]: (values: Said<MessageValues[Key]>) => string };
  /** What a check is called, and its rule in one sentence. */
  readonly rules: Readonly<Record<CheckCode, { readonly title: string; readonly rule: string }>>;
  /** Where the rules of a model are taken from. */
  readonly sources: Readonly<Record<TemplateId, { readonly source: string; readonly year: string }>>;
  /** After the names that are spelled out. */
  readonly others: (count: number) => string;
}

/** More names than this are counted instead of spelled out. */
const MOST_NAMES = 3;

export interface Wording {
  readonly messages: CheckMessages;
  /** What to call a node; the caller decides about nodes without a name and about direction marks. */
  readonly nameOf: (id: NodeId) => string;
}

/** The message as one sentence. */
export function sentence(message: Message, { messages, nameOf }: Wording): string {
  const said = Object.fromEntries(
    Object.entries<number | Names>(message.values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : joined(value, { messages, nameOf }),
    ]),
  );
  // The key and its values belong together by the type of Message; the compiler cannot follow it through a map.
  const say = messages.sentences[message.key] as (values: Readonly<Record<string, unknown>>) => string;
  return say(said);
}

function joined(ids: Names, { messages, nameOf }: Wording): string {
  const spelled = ids.length > MOST_NAMES + 1 ? ids.slice(0, MOST_NAMES) : ids;
  const names = spelled.map(nameOf);
  if (spelled.length < ids.length) names.push(messages.others(ids.length - spelled.length));
  return new Intl.ListFormat(messages.locale, { type: 'conjunction' }).format(names);
}
