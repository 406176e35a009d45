import { describe, expect, it } from 'vitest';
import { boardPath, parseInvite, parseRoute } from '../../../../client/session/route.ts';
import { en } from '../../../../client/ui/messages/en.ts';
import { fa } from '../../../../client/ui/messages/fa.ts';

describe('routes', () => {
  it('take the board from the path and the secret from the fragment', () => {
    expect(parseRoute({ pathname: '/b/abc', hash: '#s.e-c_1' })).toEqual({
      page: 'board',
      board: 'abc',
      secret: 's.e-c_1',
    });
    expect(parseRoute({ pathname: '/b/abc/', hash: '' })).toEqual({
      page: 'board',
      board: 'abc',
      secret: '',
    });
  });

  it('lead anything else to the start page', () => {
    for (const pathname of ['/', '/b/', '/b/a b', '/b/a/b', '/nowhere']) {
      expect(parseRoute({ pathname, hash: '#x' })).toEqual({ page: 'start' });
    }
  });

  it('read pasted links of any host, and nothing without a secret', () => {
    expect(parseInvite(' https://boards.example/b/abc#xyz ')).toMatchObject({ board: 'abc', secret: 'xyz' });
    expect(parseInvite('https://boards.example/b/abc')).toBeNull();
    expect(parseInvite('hello')).toBeNull();
  });

  it('survive being written and read again', () => {
    const place = { board: 'abc', secret: 'a%b c' };
    expect(parseInvite(`https://boards.example${boardPath(place)}`)).toMatchObject(place);
  });
});

describe('message catalogues', () => {
  const paths = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
      : [path];

  it('say the same things in both languages', () => {
    expect(paths(fa).sort()).toEqual(paths(en).sort());
  });
});
