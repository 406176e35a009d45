import { describe, expect, it } from 'vitest';
import { numbers, plural } from '../../../../shared/text/plural.ts';

describe('a number in a sentence', () => {
  it('has the digits of its language, in groups where that is asked', () => {
    expect(numbers('en')(12_345)).toBe('12345');
    expect(numbers('en', { grouping: true })(12_345)).toBe('12,345');
    expect(numbers('fa')(12_345)).toBe('۱۲۳۴۵');
    expect(numbers('fa', { grouping: true })(12_345)).toBe('۱۲٬۳۴۵');
  });
});

describe('what is said of a count', () => {
  it('takes the form that the rules of the language choose', () => {
    const links = { one: '# link', other: '# links' };
    expect([0, 1, 2, 21].map((count) => plural('en')(count, links))).toEqual([
      '0 links',
      '1 link',
      '2 links',
      '21 links',
    ]);
    // French has nothing in the singular, and Polish tells few from many.
    expect(plural('fr')(0, { one: '# lien', other: '# liens' })).toBe('0 lien');
    const forms = { one: '# łącze', few: '# łącza', many: '# łączy', other: '# łącza' };
    expect([1, 2, 5, 22].map((count) => plural('pl')(count, forms))).toEqual([
      '1 łącze',
      '2 łącza',
      '5 łączy',
      '22 łącza',
    ]);
  });

  it('takes the form for that very number first', () => {
    const forms = { '=0': 'None', '=1': 'Once', other: '# times' } as const;
    expect([0, 1, 2].map((count) => plural('en')(count, forms))).toEqual(['None', 'Once', '2 times']);
  });

  it('is the other form where none is given for the one that was chosen', () => {
    expect(plural('fa')(1, { other: '# پیوند' })).toBe('۱ پیوند');
  });
});
