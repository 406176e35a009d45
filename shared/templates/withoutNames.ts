/**
 * Takes the names of people off a drawing. People are numbered; labels and captions in which one of the names
 * occurs give way; every other field goes, unless the table of fields says that it holds no names, as do notes on
 * the board. Groups keep their names otherwise. It finds names as they are written on people, not nicknames or what
 * else may point at somebody.
 */
import { completeRecord } from '../model/completeRecord.ts';
import type { LinkRecord, NodeRecord, RecordOf } from '../model/element.ts';
import type { ElementRoot, FieldsWith, FieldValue } from '../model/fields.ts';
import type { NodeKind } from '../model/kinds.ts';
import { plainCaption } from './plainCaption.ts';
import { COMMON, VOCABULARIES } from './vocabularies.ts';

export const LANGUAGES = ['en', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];

type Kinds = Readonly<Record<Exclude<NodeKind, 'note'>, string>>;

const KINDS: Readonly<Record<Language, Kinds>> = {
  en: {
    person: 'Person',
    circle: 'Circle',
    cell: 'Cell',
    area: 'Area',
    organization: 'Organization',
    body: 'Body',
  },
  fa: { person: 'شخص', circle: 'حلقه', cell: 'هسته', area: 'ناحیه', organization: 'سازمان', body: 'نهاد' },
};

export interface WithoutNamesOptions {
  readonly language: Language;
  /** Everybody whose name must not stay, on the drawing or not; what is no person is passed over. */
  readonly people: readonly NodeRecord[];
}

export interface DrawnRecords {
  readonly nodes: readonly NodeRecord[];
  readonly links: readonly LinkRecord[];
}

export function withoutNames(content: DrawnRecords, { language, people }: WithoutNamesOptions): DrawnRecords {
  const roles = rolesOfPeople();
  const mentions = finderOf(
    people.filter(({ kind }) => kind === 'person'),
    roles,
  );
  const clean = (text: string) => (mentions(text) ? '' : text);
  const counts = new Map<NodeKind, number>();
  const numbered = (kind: keyof Kinds) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${KINDS[language][kind]} ${new Intl.NumberFormat(language, { useGrouping: false }).format(count)}`;
  };
  const nodes = content.nodes.flatMap((node): NodeRecord[] => {
    if (node.kind === 'note') return [];
    if (node.kind === 'person') {
      const caption = roles.has(plainCaption(node.caption)) ? node.caption : '';
      return [withReplaced('nodes', { element: node, replacements: { label: numbered('person'), caption } })];
    }
    const label = mentions(node.label) ? numbered(node.kind) : node.label;
    return [withReplaced('nodes', { element: node, replacements: { label, caption: clean(node.caption) } })];
  });
  const kept = new Set(nodes.map(({ id }) => id));
  const links = content.links.filter(({ source, target }) => kept.has(source) && kept.has(target));
  return {
    nodes,
    links: links.map((link) =>
      withReplaced('links', {
        element: link,
        replacements: { label: clean(link.label), caption: clean(link.caption) },
      }),
    ),
  };
}

/** What stands in place of fields that the table calls replaced. */
type Replacements<Root extends ElementRoot> = {
  readonly [Name in FieldsWith<Root, { names: 'replaced' }>]: FieldValue<Root, Name>;
};

/** The element with nothing in it but the replacements and what the table says holds no names. */
function withReplaced<Root extends ElementRoot>(
  root: Root,
  { element, replacements }: { element: RecordOf<Root>; replacements: Replacements<Root> },
): RecordOf<Root> {
  return completeRecord(
    root,
    { ...element, ...replacements },
    {
      only: ({ name, names }) => names === 'none' || Object.hasOwn(replacements, name),
    },
  );
}

/** What people are, in words of the models: no names. */
function rolesOfPeople(): Set<string> {
  const terms = [...Object.values(VOCABULARIES).flat(), ...COMMON];
  const roles = terms.filter(({ kind }) => kind === 'person' || kind === 'membership');
  return new Set(['', ...roles.flatMap(({ en, fa }) => [plainCaption(en), plainCaption(fa)])]);
}

/** Names of one script are written without spaces and may stand anywhere in a text. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** From this length on, a name within another word is taken for a name as well. */
const SUBSTRING_FROM = 4;
const PREFIX_FROM = 3;

function wordsOf(text: string): string[] {
  return plainCaption(text)
    .split(/[ \u200c]+/)
    .filter((word) => word !== '');
}

function finderOf(people: readonly NodeRecord[], roles: ReadonlySet<string>): (text: string) => boolean {
  const texts = people.flatMap(({ label, caption }) => [
    label,
    ...(roles.has(plainCaption(caption)) ? [] : [caption]),
  ]);
  const names = [...new Set(texts.flatMap(wordsOf))].filter((word) => !/^\p{N}+$/u.test(word));
  const anywhere = names.filter((name) => name.length >= SUBSTRING_FROM || UNSPACED.test(name));
  const atStart = names.filter((name) => name.length >= PREFIX_FROM);
  const exact = new Set(names);
  return (text) => {
    if (text === '') return false;
    const whole = plainCaption(text);
    if (anywhere.some((name) => whole.includes(name))) return true;
    return wordsOf(text).some((word) => exact.has(word) || atStart.some((name) => word.startsWith(name)));
  };
}
