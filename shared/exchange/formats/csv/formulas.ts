/** Protection against formula injection in CSV: a cell that a spreadsheet would compute gets an apostrophe in front. */

/** What a spreadsheet may take for a formula, behind as many apostrophes as you like. */
const HAZARD = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠|%])/u;

/** A text that no spreadsheet computes. */
export function defuse(text: string): string {
  return HAZARD.test(text) ? `'${text}` : text;
}

/** The text that was defused; others stay as they are. */
export function undefuse(text: string): string {
  return text.startsWith("'") && HAZARD.test(text) ? text.slice(1) : text;
}
