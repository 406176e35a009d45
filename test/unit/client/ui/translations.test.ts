import { describe, expect, it } from 'vitest';
import { Translations } from '../../../../client/ui/translations.ts';

const en = { hello: 'Hello' };
const fa = { hello: 'سلام' };

describe('a catalogue in several languages', () => {
  it('is there in English, and in another language once that is loaded', async () => {
    const greetings = new Translations(en, { fa: async () => ({ fa }) });
    expect(greetings.at('en')).toBe(en);
    expect(greetings.at('fa')).toBeNull();
    expect(await greetings.load('fa')).toBe(fa);
    expect(greetings.at('fa')).toBe(fa);
  });

  it('is fetched once, however many ask for it', async () => {
    let fetched = 0;
    const greetings = new Translations(en, {
      fa: async () => {
        fetched++;
        return { fa };
      },
    });
    expect(await greetings.load('en')).toBe(en);
    expect(fetched).toBe(0);
    expect(await Promise.all([greetings.load('fa'), greetings.load('fa')])).toEqual([fa, fa]);
    expect(await greetings.load('fa')).toBe(fa);
    expect(fetched).toBe(1);
  });

  it('is tried again where it could not be had', async () => {
    let isAway = true;
    const greetings = new Translations(en, {
      fa: async () => {
        if (isAway) throw new TypeError('The server is away.');
        return { fa };
      },
    });
    await expect(greetings.load('fa')).rejects.toThrow('away');
    expect(greetings.at('fa')).toBeNull();
    isAway = false;
    expect(await greetings.load('fa')).toBe(fa);
  });
});
