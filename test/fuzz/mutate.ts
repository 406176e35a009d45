/** Inputs made of others: bits flipped, parts cut, doubled and spliced, numbers at their edges, words put in. */
import type { Seeded } from '../helpers/seeded.ts';
import { bytesOf } from './target.ts';

const MAX_BYTES = 8 * 1024;
const EDGES = ['0', '-0', '1e999', '-1', '0.5', '9007199254740993', '4294967295', '1e-400', 'NaN'];
const WORDS = [
  '__proto__',
  'constructor',
  'facilitator',
  'everyone',
  'null',
  '{}',
  '[[[[[[[[',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '</script>',
  '"',
  '\\u0000',
  '\\ud800',
  ...EDGES,
].map(bytesOf);

export interface Stock {
  readonly corpus: readonly Uint8Array[];
  readonly words: readonly Uint8Array[];
}

export function mutate(random: Seeded, { corpus, words }: Stock): Uint8Array {
  let bytes = [...(random.pick(corpus) ?? [])];
  for (let count = 1 + random.below(random.chance(0.7) ? 3 : 12); count > 0; count -= 1) {
    const at = random.below(bytes.length + 1);
    const length = 1 + random.below(random.chance(0.8) ? 4 : 64);
    const draw = random.below(9);
    if (draw === 0) bytes[at % Math.max(1, bytes.length)] = random.below(256);
    else if (draw === 1) bytes[at % Math.max(1, bytes.length)] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    else if (draw === 2) bytes.splice(at, length);
    else if (draw === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (draw === 4) bytes.splice(at, 0, ...Array.from({ length }, () => random.below(256)));
    else if (draw === 5) bytes.splice(at, random.below(4), ...(random.pick([...words, ...WORDS]) ?? []));
    else if (draw === 6) bytes = bytes.slice(0, at);
    else {
      const other = random.pick(corpus) ?? new Uint8Array();
      const from = random.below(other.length + 1);
      bytes.splice(at, draw === 7 ? length : 0, ...other.slice(from, from + 1 + random.below(64)));
    }
  }
  return Uint8Array.from(bytes.slice(0, MAX_BYTES));
}
