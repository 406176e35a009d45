/** Which commands a few typed letters mean. Pure. */
import { fold, wordsOf } from '../../../shared/text/foldText.ts';

export interface Named {
  readonly label: string;
}

const WORD_START = 3;
const WITHIN = 1;
const SCATTERED = 0;

/** Entries that have every typed word, at the start of one of their words, within, or letter by letter; best first. */
export function matchEntries<Entry extends Named>(entries: readonly Entry[], query: string): Entry[] {
  const typed = wordsOf(query);
  const scored = entries.flatMap((entry, index) => {
    const score = scoreOf(fold(entry.label), typed);
    return score === null ? [] : [{ entry, index, score }];
  });
  return scored.sort((a, b) => b.score - a.score || a.index - b.index).map(({ entry }) => entry);
}

function scoreOf(label: string, typed: readonly string[]): number | null {
  const words = label.split(/[\s,;:()]+/u);
  let score = 0;
  for (const part of typed) {
    if (words.some((word) => word.startsWith(part))) score += WORD_START;
    else if (label.includes(part)) score += WITHIN;
    else if (part.length > 1 && words.some((word) => word[0] === part[0] && isScattered(word, part))) {
      score += SCATTERED;
    } else return null;
  }
  return score;
}

/** Whether the letters occur in this order. */
function isScattered(word: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = word.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
