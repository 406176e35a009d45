/** Parses JSON with line numbers: those of the entries of its lists, and that of the fault in unsound JSON. */
import type { Result } from '../model/result.ts';
import { type FileRefusal, refused, short } from './reading.ts';

export function parseJson(text: string): Result<unknown, FileRefusal> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    return refused('not-json', lineOfFault(text, fault));
  }
}

/** By the names of lists at the top level: the line of each entry, counted from 1. The text has to be sound JSON. */
export function entryLines(text: string, names: readonly string[]): Readonly<Record<string, number[]>> {
  const lines: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  let line = 1;
  let depth = 0;
  let key = '';
  let list: number[] | null = null;
  let awaitsEntry = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\n') line++;
    if (sign === undefined || /\s/.test(sign)) continue;
    if (awaitsEntry && sign !== ']') {
      list?.push(line);
      awaitsEntry = false;
    }
    if (sign === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at + 1, end);
      at = end;
    } else if (sign === '{' || sign === '[') {
      depth++;
      if (depth === 2 && sign === '[' && names.includes(key)) {
        list = lines[key] ?? null;
        // The last list of a name counts, as it does for JSON itself.
        if (list !== null) list.length = 0;
        awaitsEntry = list !== null;
      }
    } else if (sign === '}' || sign === ']') {
      depth--;
      if (depth === 1) [list, awaitsEntry] = [null, false];
    } else if (sign === ',' && depth === 2 && list !== null) awaitsEntry = true;
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Where a text that is no JSON breaks, and the engine's words for it. */
function lineOfFault(text: string, fault: unknown): { line: number | null; what: string } {
  const at = faultIn(text);
  return {
    line: at === null ? null : text.slice(0, at).split('\n').length,
    what: short(fault instanceof Error ? fault.message : ''),
  };
}

const TOKEN =
  /\s+|"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

/** Engines differ in whether and how they say where: so the text is gone through once more. Null for sound JSON. */
function faultIn(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let awaits: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more' = 'value';
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    const [sign = ''] = token;
    if (/\s/.test(sign)) continue;
    const inside = open.at(-1);
    if (sign === '}' || sign === ']') {
      const ends = awaits === 'more' || awaits === (sign === '}' ? 'key or end' : 'value or end');
      if (!ends || inside !== (sign === '}' ? '{' : '[')) return at;
      open.pop();
      awaits = 'more';
    } else if (sign === ',') {
      if (awaits !== 'more' || inside === undefined) return at;
      awaits = inside === '{' ? 'key' : 'value';
    } else if (sign === ':') {
      if (awaits !== 'colon') return at;
      awaits = 'value';
    } else if (awaits === 'key' || awaits === 'key or end') {
      if (sign !== '"') return at;
      awaits = 'colon';
    } else if (awaits === 'value' || awaits === 'value or end') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        awaits = sign === '{' ? 'key or end' : 'value or end';
      } else awaits = 'more';
    } else return at;
  }
  return awaits === 'more' && open.length === 0 ? null : text.length;
}
