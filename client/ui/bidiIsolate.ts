/** Isolates a name within a sentence by Unicode bidi marks (FSI, PDI), whatever the direction of each. */
import { isArabic } from './initials.ts';

const [ISOLATE, END] = ['\u2068', '\u2069'];

export function said(name: string): string {
  const isPageRtl = typeof document !== 'undefined' && document.documentElement.dir === 'rtl';
  return isArabic(name) === isPageRtl ? name : `${ISOLATE}${name}${END}`;
}
