/** The catalogue of import and export in the reader's language, loaded with their dialogs. */
import { currentLocale, type Locale, usePreferences } from '../locale.ts';
import { type ExchangeMessages, exchangeEn } from './exchange.en.ts';
import { exchangeFa } from './exchange.fa.ts';

const CATALOGUES: Readonly<Record<Locale, ExchangeMessages>> = { en: exchangeEn, fa: exchangeFa };

export function useExchange(): ExchangeMessages {
  return CATALOGUES[usePreferences().locale];
}

/** For what is no component. */
export function currentExchange(): ExchangeMessages {
  return CATALOGUES[currentLocale()];
}
