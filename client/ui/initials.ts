/** Initials of a name: two letters, or one in scripts whose letters join. Pure. */

const ARABIC = /\p{Script=Arabic}/u;

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

/** First letters of the first and last word; the first two of a single word; empty for an empty name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first] = words;
  if (first === undefined) return '';
  const letters = lettersOf(first);
  if (isArabic(first)) return letters[0] ?? '';
  const last = words.length > 1 ? words.at(-1) : undefined;
  const initials = last === undefined ? letters.slice(0, 2) : [letters[0], lettersOf(last)[0]];
  return initials.join('').toLocaleUpperCase();
}

/** Created once: a segmenter is expensive to create, and a drag asks for initials in every frame. */
let segmenter: Intl.Segmenter | null = null;

function lettersOf(word: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(word)]
    .map(({ segment }) => segment)
    .filter((segment) => /[\p{L}\p{N}]/u.test(segment));
}
