/** The catalogue of the share dialog, which is loaded with it and not with the page. */
import { type Locale, usePreferences } from '../locale.ts';
import { type SharingMessages, sharingEn } from './sharing.en.ts';
import { sharingFa } from './sharing.fa.ts';

const CATALOGUES: Readonly<Record<Locale, SharingMessages>> = { en: sharingEn, fa: sharingFa };

export function useSharing(): SharingMessages {
  return CATALOGUES[usePreferences().locale];
}
