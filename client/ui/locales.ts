/** The languages of the page, each by its own name. */
export const LOCALES = { en: 'English', fa: 'فارسی' } as const;
export type Locale = keyof typeof LOCALES;
/** All but the language in which messages are written first. */
export type Translated = Exclude<Locale, 'en'>;
