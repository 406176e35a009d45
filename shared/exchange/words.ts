/** Normalization of texts, numbers and booleans that come from files. Pure. */

/** Halves of characters that stand alone become the replacement character: no encoding has bytes for them. */
export function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

const PERSIAN_DIGITS = /[۰-۹٠-٩]/g;

/** A finite number, written with any digits; null for everything else. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const latin = text
    .trim()
    .replace(PERSIAN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace('٫', '.')
    .replace('−', '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(latin)) return null;
  const value = Number(latin);
  return Number.isFinite(value) ? value : null;
}

/** Null for what is neither yes nor no. */
export function truthIn(text: string | undefined): boolean | null {
  const word = text?.trim().toLowerCase();
  if (word === 'true' || word === '1' || word === 'yes') return true;
  return word === 'false' || word === '0' || word === 'no' || word === '' ? false : null;
}

/** As names are compared: without case, accents of typing, or spaces around and between. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[_\s-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
