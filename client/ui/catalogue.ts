/**
 * The messages of a feature, which come with its chunk: English in it, another language in a file of its own that is
 * fetched only where it is spoken. The messages that every page needs are in {@link useMessages}.
 */
import { use } from 'react';
import { alsoPrefetch, untilLoaded } from './lazyPart.ts';
import { alsoBeforeLocale, currentLocale, usePreferences } from './locale.ts';
import type { Locale } from './locales.ts';
import { type Loaders, Translations } from './translations.ts';

export interface Catalogue<Shape> {
  /** The messages in the reader's language; a component waits for them, as for a lazy part. */
  readonly useMessages: () => Shape;
  /** For what is no component; in English where no component has waited for the reader's language. */
  readonly currentMessages: () => Shape;
}

/** Of the English messages, and what imports the file of each other language, which exports them under its name. */
export function catalogue<Shape>(en: Shape, loaders: Loaders<Shape>): Catalogue<Shape> {
  const translations = new Translations(en, loaders);
  const awaited = new Map<Locale, Promise<Shape>>();
  const waitFor = (locale: Locale) => {
    const promise = awaited.get(locale) ?? untilLoaded(() => translations.load(locale));
    awaited.set(locale, promise);
    return promise;
  };
  alsoPrefetch(() => translations.load(currentLocale()));
  alsoBeforeLocale((locale) => translations.load(locale));
  return {
    useMessages: () => {
      const { locale } = usePreferences();
      return translations.at(locale) ?? use(waitFor(locale));
    },
    currentMessages: () => translations.at(currentLocale()) ?? en,
  };
}
