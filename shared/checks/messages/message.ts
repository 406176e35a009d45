/**
 * What findings and repairs say, as keys with values, and how a catalogue turns them into a sentence. A list
 * of ids stands for the names of those nodes: names are looked up when a sentence is made, so that renaming
 * something is no reason to run a check again.
 */
import type { NodeId } from '../../model/ids.ts';
import type { TemplateId } from '../../templates/template.ts';
import type { CheckCode } from '../codes.ts';

type NodeList = readonly NodeId[];

/** What each sentence speaks of; `group` is where a body belongs, if anywhere. Percentages are whole numbers from 0 to 100. */
export interface MessageValues {
  horizontal: { cells: NodeList };
  intermediary: { cell: NodeList; guide: NodeList };
  'intermediary-two': { cell: NodeList; guides: NodeList };
  unrooted: { cell: NodeList };
  'isolated-circle': { circle: NodeList };
  'double-cell': { person: NodeList; cells: NodeList };
  bridge: { person: NodeList; circles: NodeList; count: number };
  overknowing: { person: NodeList; percent: number; limit: number };
  'overknowing-all': { percent: number; limit: number };

  'bureau-size': { body: NodeList; group: NodeList; count: number; least: number; most: number };
  'small-factory': { cell: NodeList; count: number; nearest: NodeList };
  'small-factory-alone': { cell: NodeList; count: number };
  'factory-majority': { body: NodeList; group: NodeList; count: number; fromFactories: number };
  'double-vote': { person: NodeList; factory: NodeList; street: NodeList };
  'double-vote-helps': { person: NodeList; factory: NodeList; street: NodeList };
  unplaced: { cell: NodeList };
  'unplaced-district': { district: NodeList };
  delegates: { group: NodeList; sent: number; due: number };
  unconfirmed: { body: NodeList; group: NodeList };

  'fraction-outside': { person: NodeList; fraction: NodeList; organization: NodeList };
  unguided: { fraction: NodeList; organization: NodeList };
  'isolated-fraction': { organization: NodeList; count: number; inFraction: number };
  'no-fraction': { organization: NodeList };
  level: { fraction: NodeList; organization: NodeList; guide: NodeList };
  collective: { organization: NodeList; parent: NodeList };

  'no-spokesperson': { institution: NodeList };
  'no-editor': { publication: NodeList };
  'no-audience': { medium: NodeList };
  'one-person': { institution: NodeList; person: NodeList };
  'detached-branch': { branch: NodeList };
  overloaded: { person: NodeList; count: number; most: number };

  reach: { paper: NodeList; readers: number; hands: number };
  overstretched: { person: NodeList; count: number; most: number };
  'dead-end': { readers: NodeList; count: number };
  'thin-bridge': { site: NodeList; person: NodeList };
  'no-study-group': { network: NodeList };

  'repair-unlink': { ends: NodeList };
  'repair-leave': { person: NodeList; groups: NodeList };
  'repair-join': { member: NodeList; group: NodeList };
  'repair-guide': { guide: NodeList; group: NodeList };
  'repair-elect': { group: NodeList; body: NodeList };
}
export type MessageKey = keyof MessageValues;

export type Message = {
  readonly [Key in MessageKey]: { readonly key: Key; readonly values: Readonly<MessageValues[Key]> };
}[MessageKey];

/** Values as a sentence gets them: names already made and joined, numbers still to be written. */
type Spoken<Values> = { readonly [Name in keyof Values]: Values[Name] extends number ? number : string };

export interface CheckMessages {
  readonly locale: string;
  readonly sentences: { readonly [Key in MessageKey]: (values: Spoken<MessageValues[Key]>) => string };
  /** What a check is called, and its rule in one sentence. */
  readonly rules: Readonly<Record<CheckCode, { readonly title: string; readonly rule: string }>>;
  /** Where the rules of a model are taken from. */
  readonly sources: Readonly<Record<TemplateId, { readonly source: string; readonly year: string }>>;
  /** After the names that are spelled out. */
  readonly others: (count: number) => string;
}

/** More names than this are counted instead of spelled out. */
const MAX_NAMES = 3;

export interface Wording {
  readonly messages: CheckMessages;
  /** What to call a node; the caller decides about nodes without a name and about direction marks. */
  readonly nameOf: (id: NodeId) => string;
}

/** The message as one sentence. */
export function sentence(message: Message, { messages, nameOf }: Wording): string {
  const said = Object.fromEntries(
    Object.entries<number | NodeList>(message.values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : joined(value, { messages, nameOf }),
    ]),
  );
  // The key and its values belong together by the type of Message; the compiler cannot follow it through a map.
  const say = messages.sentences[message.key] as (values: Readonly<Record<string, unknown>>) => string;
  return say(said);
}

function joined(ids: NodeList, { messages, nameOf }: Wording): string {
  const spelled = ids.length > MAX_NAMES + 1 ? ids.slice(0, MAX_NAMES) : ids;
  const names = spelled.map(nameOf);
  if (spelled.length < ids.length) names.push(messages.others(ids.length - spelled.length));
  return new Intl.ListFormat(messages.locale, { type: 'conjunction' }).format(names);
}
