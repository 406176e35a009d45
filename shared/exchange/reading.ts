/**
 * Intermediate representation between readers and the import plan: nodes and links in the file's own words, with
 * the keys that links use and types that are mapped to kinds later. Nothing in it is validated against a board;
 * `plan.ts` does that. A warning names a line; what makes a file useless as a whole is a refusal.
 */
import type { ElementRoot, FieldsWith, FieldTable, FieldValue } from '../model/fields.ts';
import type { Viewpoint } from '../model/ids.ts';
import { LIMITS } from '../model/limits.ts';
import type { Result } from '../model/result.ts';

/** Where in what was given something stands. */
export interface FileSpot {
  /** Counted from 1; null where the format has no lines to speak of. */
  readonly line: number | null;
  /** Only where there is more than one. */
  readonly file?: string;
}

/** What a file says of fields, by their names. Texts may be too long and numbers out of bounds. */
export type FoundFields<Root extends ElementRoot> = {
  readonly [Name in FoundName<Root>]?: FoundValue<FieldValue<Root, Name>> | null;
};
type FoundName<Root extends ElementRoot> = Exclude<
  keyof FieldTable[Root],
  'kind' | 'label' | 'source' | 'target' | FieldsWith<Root, { files: 'none' }>
>;
/** Viewpoints are keys of nodes, or `facilitator` and `everyone`. */
type FoundValue<Value> = Value extends Viewpoint
  ? string
  : Value extends readonly Viewpoint[]
    ? readonly string[]
    : Value;

interface FoundElement extends FileSpot {
  /** As the file says; empty where it says nothing. */
  readonly type: string;
  readonly label: string;
  /** What the file says beyond that, by name. */
  readonly extra?: readonly Extra[];
}

export type Extra = readonly [name: string, value: string];

export interface FoundNode extends FoundElement, FoundFields<'nodes'> {
  /** How links of the same file name it. */
  readonly key: string;
  /** The label is a text of which only the first line is a name. */
  readonly isProse?: boolean;
}

export interface FoundLink extends FoundElement, FoundFields<'links'> {
  readonly source: string;
  readonly target: string;
  /** Read from where things lie, not said: dropped without a word where it does not fit. */
  readonly isImplied?: boolean;
}

/** Something that was left out, changed or not understood; the rest of the file still serves. */
const TROUBLES = [
  'no-such-node',
  'self-link',
  'same-node',
  'same-membership',
  'not-joinable',
  'cut',
  'bad-value',
  'no-name',
  'bad-row',
  'not-yours',
  'not-used',
] as const;
export type TroubleCode = (typeof TROUBLES)[number];

export interface Trouble extends FileSpot {
  readonly code: TroubleCode;
  /** In the file's words: a name, a value, a column. */
  readonly what: string;
}

export interface Reading {
  readonly title: string;
  readonly nodes: readonly FoundNode[];
  readonly links: readonly FoundLink[];
  readonly troubles: readonly Trouble[];
  /** Positions are those of a board; others are brought to its scale. */
  readonly isToScale: boolean;
}

/** Why a file as a whole is of no use. */
const FILE_REFUSALS = [
  'empty',
  'too-large',
  'too-many-nodes',
  'too-many-links',
  'too-deep',
  'doctype',
  'not-xml',
  'not-json',
  'unknown-format',
  'newer',
  'no-nodes',
  'too-many-files',
  'mixed-files',
] as const;
export type RefusalCode = (typeof FILE_REFUSALS)[number];

export interface FileRefusal {
  readonly code: RefusalCode;
  /** Counted from 1; null where the fault has no line. */
  readonly line: number | null;
  /** In the file's words; empty where there are none. */
  readonly what: string;
}

export type ReadResult = Result<Reading, FileRefusal>;

export function refusal(
  code: RefusalCode,
  { line = null, what = '' }: Partial<Omit<FileRefusal, 'code'>> = {},
): FileRefusal {
  return { code, line, what };
}

export function refused(
  code: RefusalCode,
  detail?: Partial<Omit<FileRefusal, 'code'>>,
): { readonly ok: false; readonly error: FileRefusal } {
  return { ok: false, error: refusal(code, detail) };
}

/** For more elements than a board holds; null otherwise. */
export function tooMany({
  nodes,
  links,
}: {
  readonly nodes: number;
  readonly links: number;
}): FileRefusal | null {
  if (nodes > LIMITS.nodes) return refusal('too-many-nodes', { what: String(nodes) });
  return links > LIMITS.links ? refusal('too-many-links', { what: String(links) }) : null;
}

export const EXCHANGE_LIMITS = {
  /** All files of one import together. */
  bytes: 64 * 1024 * 1024,
  files: 2,
  depth: 64,
  /** Troubles that are listed; of more only the number is told. */
  troubles: 1_000,
  /** What of a foreign word is repeated to the reader. */
  quoted: 80,
} as const;

/** Gathers troubles without letting a broken file fill the memory. */
export class Troubles {
  readonly list: Trouble[] = [];

  add(code: TroubleCode, { line, file, what = '' }: FileSpot & { readonly what?: string }): void {
    if (this.list.length >= EXCHANGE_LIMITS.troubles) return;
    this.list.push({ code, line, ...(file !== undefined && { file }), what: short(what) });
  }
}

export function short(text: string): string {
  const { quoted } = EXCHANGE_LIMITS;
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= quoted ? line : `${cutAt(line, quoted - 1)}…`;
}

/** At most so many code units, without half of a character at the end. */
export function cutAt(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
}
