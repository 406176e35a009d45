/**
 * Locale and theme: stored on this device, set on the document, read by components. Only the catalogue in use
 * is loaded; English is always there.
 */
import { useSyncExternalStore } from 'react';
import { LOCALES, type Locale } from './locales.ts';
import { en, type Messages } from './messages/en.ts';
import { Translations } from './translations.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly theme: Theme;
}

const LOCALE_KEY = 'cellboard.locale';
const THEME_KEY = 'cellboard.theme';

const core = new Translations<Messages>(en, { fa: () => import('./messages/fa.ts') });
/** Loads that finish before the locale changes. */
const before = new Set<(locale: Locale) => Promise<unknown>>();

let preferences: Preferences = { locale: 'en', messages: en, theme: 'system' };
const listeners = new Set<() => void>();

function update(change: Partial<Preferences>): void {
  preferences = { ...preferences, ...change };
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets up the document from what this device remembers. Called once, before the first render. */
export async function startPreferences(): Promise<void> {
  const theme = localStorage.getItem(THEME_KEY);
  setTheme(THEMES.includes(theme as Theme) ? (theme as Theme) : 'system');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => setTheme(preferences.theme));
  const locale = localeFor(localStorage.getItem(LOCALE_KEY), navigator.languages);
  if (locale !== preferences.locale) await apply(locale);
}

/** What was chosen on this device, else the first of the browser's languages that there is, else English. */
export function localeFor(chosen: string | null, languages: readonly string[]): Locale {
  const known = [chosen ?? '', ...languages].map((language) => language.toLowerCase().split('-')[0] ?? '');
  return (known.find((language) => Object.hasOwn(LOCALES, language)) ?? 'en') as Locale;
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(THEME_KEY);
  else localStorage.setItem(THEME_KEY, theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  update({ theme });
}

export async function setLocale(locale: Locale): Promise<void> {
  localStorage.setItem(LOCALE_KEY, locale);
  await apply(locale);
}

async function apply(locale: Locale): Promise<void> {
  const messages = await core.load(locale);
  // Components suspend for those that failed.
  await Promise.allSettled([...before].map((load) => load(locale)));
  document.documentElement.lang = locale;
  document.documentElement.dir = locale === 'fa' ? 'rtl' : 'ltr';
  update({ locale, messages });
}

/** Registers a load that finishes before the locale changes, or fails without consequence. */
export function alsoBeforeLocale(load: (locale: Locale) => Promise<unknown>): void {
  before.add(load);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => preferences);
}

export function useMessages(): Messages {
  return usePreferences().messages;
}

/** For code outside of components: toasts, labels of canvas elements. */
export function currentMessages(): Messages {
  return preferences.messages;
}

export function currentLocale(): Locale {
  return preferences.locale;
}

export function onPreferences(listener: () => void): () => void {
  return subscribe(listener);
}
