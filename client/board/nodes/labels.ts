/** How much of a name a shape has room for. Pure; widths are estimates for the interface's typeface. */

/** A mean width of letters relative to the size of the type. */
const LETTER = 0.56;

export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * LETTER;
}

/** The text, cut with an ellipsis where it would be wider than the room. */
export function fitText(text: string, { room, fontSize }: { room: number; fontSize: number }): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const most = Math.max(2, Math.floor(room / (fontSize * LETTER)));
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
