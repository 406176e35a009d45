/** How much of a name a shape has room for. Pure; widths are estimates for the interface's typeface. */

/** Widths of letters relative to the size of the type: of most, of narrow ones, of wide ones. */
const LETTER = 0.58;
const NARROW = 0.33;
const WIDE = 0.86;
const NARROW_LETTERS = /[\sfijlrtI1.,:;'’!|()[\]اأإآلدذرزو]/u;
const WIDE_LETTERS =
  /[mwMW@%—\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function letterWidth(letter: string): number {
  return NARROW_LETTERS.test(letter) ? NARROW : WIDE_LETTERS.test(letter) ? WIDE : LETTER;
}

export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * fontSize;
}

/** The text, cut with an ellipsis where it would be wider than the room. */
export function fitText(text: string, { room, fontSize }: { room: number; fontSize: number }): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (textWidth(line, fontSize) <= room) return line;
  let [width, fitting] = [fontSize, ''];
  for (const letter of line) {
    width += letterWidth(letter) * fontSize;
    if (width > room && fitting !== '') break;
    fitting += letter;
  }
  return `${fitting.trimEnd()}…`;
}
