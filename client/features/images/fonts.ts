/**
 * The interface's fonts as @font-face rules for an image: only the subsets whose letters occur in it. Where
 * they cannot be loaded the image goes without, and its viewer substitutes a font.
 */
import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import vazirmatn from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url';

interface Part {
  readonly family: string;
  readonly url: string;
  readonly range: string;
  readonly letters: RegExp;
  /** One of them. */
  readonly letter: string;
}

/** A typeface that an image brings along. */
export interface Font {
  readonly family: string;
  readonly rule: string;
  /** A letter it has. */
  readonly letter: string;
}

const PARTS: readonly Part[] = [
  {
    family: 'Inter',
    url: inter,
    range: 'U+0000-00FF,U+2010-206F,U+20AC,U+2122',
    letters: /[\u0021-\u00ff]/,
    letter: 'a',
  },
  {
    family: 'Inter',
    url: interExtended,
    range: 'U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF',
    letters: /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff]/,
    letter: '\u0101',
  },
  {
    family: 'Vazirmatn',
    url: vazirmatn,
    range: 'U+0600-06FF,U+200C-200E,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC',
    letters: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/,
    letter: '\u0645',
  },
];

/** Those for what is in the text; none that could not be fetched. */
export async function fontsFor(text: string): Promise<Font[]> {
  const fonts = await Promise.all(PARTS.filter(({ letters }) => letters.test(text)).map(fontOf));
  return fonts.filter((font) => font !== null);
}

async function fontOf({ family, url, range, letter }: Part): Promise<Font | null> {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    const data = await dataUrl(await response.blob());
    const source = `src:url(${data}) format("woff2")`;
    const rule = `@font-face{font-family:${family};font-weight:100 900;${source};unicode-range:${range}}`;
    return { family, rule, letter };
  } catch {
    return null;
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2'));
    reader.onerror = () => reject(new Error('The typeface could not be read.'));
    reader.readAsDataURL(blob);
  });
}
