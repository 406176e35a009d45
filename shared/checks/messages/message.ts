/**
 * What findings and repairs say, as keys with values, and how a catalogue turns them into a sentence. A list
 * of ids stands for the names of those nodes: names are looked up when a sentence is made, so that renaming
 * something is no reason to run a check again.
 */
import type { NodeId } from '../../model/ids.ts';
import type { en } from './en.ts';

type NodeList = readonly NodeId[];

export type CheckMessages = typeof en;
type Sentences = CheckMessages['sentences'];
export type MessageKey = keyof Sentences;

/** What a sentence speaks of: ids where it gets names, numbers where it gets numbers. */
type Values<Spoken> = { readonly [Name in keyof Spoken]: Spoken[Name] extends number ? number : NodeList };

export type Message = {
  readonly [Key in MessageKey]: { readonly key: Key; readonly values: Values<Parameters<Sentences[Key]>[0]> };
}[MessageKey];

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
