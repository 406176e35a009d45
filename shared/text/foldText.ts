/**
 * Text as it is compared when somebody searches: without case, accents and vowel signs, with the letters that
 * Persian and Arabic keyboards write differently made one. Pure.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ؤ: 'و',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/** Joiners and the stroke that stretches a word: they change how letters look, not which they are. */
const INVISIBLE = /[\u200b-\u200f\u00ad\u0640]/gu;

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[\u00df-\u06d5]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replace(/[\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a query; all of them must be found. */
export function wordsOf(query: string): string[] {
  return fold(query).split(' ').filter(Boolean);
}
