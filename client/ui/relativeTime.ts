/**
 * Relative times ("in 6 days", "2 minutes ago") by Intl.RelativeTimeFormat. Pure; times are milliseconds
 * since 1970.
 */

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

export function timeUntil(time: number, { now, locale }: { now: number; locale: string }): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const difference = time - now;
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) >= length) return format.format(Math.round(difference / length), unit);
  }
  return format.format(0, 'second');
}
