/** The catalogue of what happens in a session, which is loaded with its panels and not with the page. */
import { type Locale, usePreferences } from '../locale.ts';
import { type FacilitatingMessages, facilitatingEn } from './facilitating.en.ts';
import { facilitatingFa } from './facilitating.fa.ts';

const CATALOGUES: Readonly<Record<Locale, FacilitatingMessages>> = { en: facilitatingEn, fa: facilitatingFa };

export function useFacilitating(): FacilitatingMessages {
  return CATALOGUES[usePreferences().locale];
}
