import { describe, expect, it } from 'vitest';
import { originServes } from '../../../../server/limits/origin.ts';

const bare = { publicUrl: null, allowedOrigins: [] };
const named = { publicUrl: 'https://board.example', allowedOrigins: ['https://other.example'] };
const host = 'localhost:4040';

describe('an origin', () => {
  it.each([
    ['none', undefined, true],
    ['the host that was asked', 'http://localhost:4040', true],
    ['another port', 'http://localhost:4041', false],
    ['another host', 'http://evil.example', false],
    ['an opaque page', 'null', false],
    ['no address at all', 'localhost:4040', false],
  ])('of %s, without a public address: %s', (_, origin, serves) => {
    expect(originServes(bare, { origin, host })).toBe(serves);
  });

  it.each([
    ['the public address', 'https://board.example', true],
    ['the public address without encryption', 'http://board.example', false],
    ['an allowed page', 'https://other.example', true],
    ['an allowed page on another port', 'https://other.example:8443', false],
    ['the host that was asked', 'http://localhost:4040', false],
  ])('of %s, with a public address: %s', (_, origin, serves) => {
    expect(originServes(named, { origin, host })).toBe(serves);
  });

  it('is not served where the request names no host', () => {
    expect(originServes(bare, { origin: 'http://localhost:4040', host: undefined })).toBe(false);
  });
});
