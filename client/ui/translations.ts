/** A catalogue of messages in every language: English at hand, the others loaded once they are asked for. */
import type { Locale, Translated } from './locales.ts';

/** What a catalogue in another language has to be, by the English one: the same keys, the same parameters. */
export type CatalogueShape<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : Value extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Value]: CatalogueShape<Value[Key]> };

/** By language what loads the file that exports the catalogue under the language's name. */
export type Loaders<Shape> = {
  readonly [Language in Translated]: () => Promise<{ readonly [Name in Language]: Shape }>;
};

export class Translations<Shape> {
  readonly #en: Shape;
  readonly #loaders: Loaders<Shape>;
  readonly #loaded = new Map<Translated, Shape>();
  readonly #loading = new Map<Translated, Promise<Shape>>();

  constructor(en: Shape, loaders: Loaders<Shape>) {
    this.#en = en;
    this.#loaders = loaders;
  }

  /** The catalogue in a language; null until it is loaded. */
  at(locale: Locale): Shape | null {
    return locale === 'en' ? this.#en : (this.#loaded.get(locale) ?? null);
  }

  /** Loads a language; rejects where its file cannot be had, and tries anew when asked again. */
  async load(locale: Locale): Promise<Shape> {
    if (locale === 'en') return this.#en;
    const loaded = this.#loaded.get(locale);
    if (loaded !== undefined) return loaded;
    const loading = this.#loading.get(locale) ?? this.#fetch(locale);
    this.#loading.set(locale, loading);
    return loading;
  }

  async #fetch(locale: Translated): Promise<Shape> {
    try {
      const { [locale]: catalogue } = await this.#loaders[locale]();
      this.#loaded.set(locale, catalogue);
      return catalogue;
    } finally {
      this.#loading.delete(locale);
    }
  }
}
