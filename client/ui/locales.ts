/** The languages of the page, each by its own name. */
export const LOCALES = { en: 'English', fa: 'فارسی' } as const;
export type Locale = keyof typeof LOCALES;
/** Those besides the language the messages are first written in. */
export type Translated = Exclude<Locale, 'en'>;
