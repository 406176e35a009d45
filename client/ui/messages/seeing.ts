/** The catalogue of the facilitators' ways of looking, which is loaded with them and not with the page. */
import { type Locale, usePreferences } from '../locale.ts';
import { type SeeingMessages, seeingEn } from './seeing.en.ts';
import { seeingFa } from './seeing.fa.ts';

const CATALOGUES: Readonly<Record<Locale, SeeingMessages>> = { en: seeingEn, fa: seeingFa };

export function useSeeing(): SeeingMessages {
  return CATALOGUES[usePreferences().locale];
}
