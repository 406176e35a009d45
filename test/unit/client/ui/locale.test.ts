import { describe, expect, it } from 'vitest';
import { localeFor } from '../../../../client/ui/locale.ts';

describe('the language of the page', () => {
  it('is the one chosen on this device, whatever the browser says', () => {
    expect(localeFor('en', ['fa-IR'])).toBe('en');
    expect(localeFor('fa', ['en-US'])).toBe('fa');
  });

  it('is the first of the browser’s that there is, else English', () => {
    expect(localeFor(null, ['de-DE', 'fa-IR', 'en'])).toBe('fa');
    expect(localeFor(null, ['FA'])).toBe('fa');
    expect(localeFor(null, ['en-GB', 'fa'])).toBe('en');
    expect(localeFor(null, ['de', 'toString'])).toBe('en');
    expect(localeFor('klingon', [])).toBe('en');
  });
});
