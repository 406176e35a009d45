import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { difference, parseDelta } from '../../../../server/yjs/textDelta.ts';
import { Seeded, seeds } from '../../../helpers/seeded.ts';

function applied(before: string, after: string): string {
  const text = new Y.Doc().getText('t');
  text.insert(0, before);
  text.applyDelta(difference(before, after) as object[]);
  return text.toString();
}

describe('the difference of two texts', () => {
  it('of equal texts is nothing', () => {
    expect(difference('', '')).toEqual([]);
    expect(difference('a🙂b', 'a🙂b')).toEqual([]);
  });

  it('is one replacement, as small as it can be', () => {
    expect(difference('abcdef', 'abXef')).toEqual([{ retain: 2 }, { delete: 2 }, { insert: 'X' }]);
    expect(difference('abc', 'abcd')).toEqual([{ retain: 3 }, { insert: 'd' }]);
    expect(difference('aaa', 'aa')).toEqual([{ retain: 2 }, { delete: 1 }]);
    expect(difference('', 'x')).toEqual([{ insert: 'x' }]);
    expect(difference('x', '')).toEqual([{ delete: 1 }]);
  });

  it('never cuts through a surrogate pair', () => {
    // The two share their first half, these two their second.
    expect(difference('🙂', '🙃')).toEqual([{ delete: 2 }, { insert: '🙃' }]);
    expect(difference('a\u{1f642}', 'a\u{1fa42}')).toEqual([
      { retain: 1 },
      { delete: 2 },
      { insert: '\u{1fa42}' },
    ]);
  });

  it.each(seeds(20))('turns the one into the other (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const letters = ['a', 'b', '🙂', '🙃', '\u{1fa42}', 'ü'];
    const word = () => Array.from({ length: random.below(8) }, () => random.pick(letters)).join('');
    for (let count = 0; count < 100; count += 1) {
      const [before, after] = [word(), word()];
      expect(applied(before, after)).toBe(after);
    }
  });
});

describe('what a text event reports', () => {
  it('is taken over when it is characters, and is nothing when it is more', () => {
    const text = new Y.Doc().getText('t');
    const reports: unknown[] = [];
    text.observe((event) => reports.push(parseDelta(event.delta)));
    text.insert(0, 'abc');
    text.delete(1, 1);
    text.insertEmbed(0, { image: 'x' });
    expect(reports).toEqual([[{ insert: 'abc' }], [{ retain: 1 }, { delete: 1 }], null]);
  });
});
