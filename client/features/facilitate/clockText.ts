/** Formats the remaining time of the timer. Pure. */

/** Minutes and seconds in the reader's digits; a second that has begun counts whole. */
export function clockText(leftMs: number, locale: string): string {
  const seconds = Math.ceil(leftMs / 1_000);
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  return `${two.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}
