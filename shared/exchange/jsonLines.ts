/** On which lines of a JSON text the entries of its lists begin, and where a text that is no JSON breaks. Pure. */
import { short } from './reading.ts';

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

/** Engines say where in different words; null where they do not. */
export function lineOfFault(text: string, fault: unknown): { line: number | null; what: string } {
  const message = fault instanceof Error ? fault.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  const position = /position (\d+)/.exec(message)?.[1];
  if (line !== undefined) return { line: Number(line), what: short(message) };
  if (position === undefined) return { line: null, what: short(message) };
  return { line: text.slice(0, Number(position)).split('\n').length, what: short(message) };
}
