/** A name within a sentence: kept apart from its surroundings where it is written the other way. */
import { isArabic } from './initials.ts';

const [ISOLATE, END] = ['\u2068', '\u2069'];

export function said(name: string): string {
  const isPageRtl = typeof document !== 'undefined' && document.documentElement.dir === 'rtl';
  return isArabic(name) === isPageRtl ? name : `${ISOLATE}${name}${END}`;
}
