import { describe, expect, it } from 'vitest';
import { MultiMap } from '../../../../shared/graph/multiMap.ts';

describe('a map of sets', () => {
  it('has no values under a key that was never given one', () => {
    const map = new MultiMap<string, number>();
    expect([...map.get('a')]).toEqual([]);
    expect(map.has('a')).toBe(false);
  });

  it('holds each value under a key once', () => {
    const map = new MultiMap<string, number>();
    for (const value of [1, 2, 1]) map.add('a', value);
    map.add('b', 1);
    expect([...map.entries()].map(([key, values]) => [key, [...values]])).toEqual([
      ['a', [1, 2]],
      ['b', [1]],
    ]);
  });

  it('forgets a key with its last value, and says whether a value was there', () => {
    const map = new MultiMap<string, number>();
    map.add('a', 1);
    expect([map.delete('a', 2), map.delete('b', 1), map.delete('a', 1), map.delete('a', 1)]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect([map.has('a'), [...map.values()]]).toEqual([false, []]);
  });
});
