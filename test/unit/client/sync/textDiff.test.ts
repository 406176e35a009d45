import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DeltaStep, diffText, shiftIndex } from '../../../../client/sync/textDiff.ts';

function apply(text: string, edit: ReturnType<typeof diffText>): string {
  return edit === null
    ? text
    : text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);
}

describe('the smallest edit between two texts', () => {
  it('is none for equal texts', () => {
    expect(diffText('Ada', 'Ada')).toBeNull();
  });

  it('is one letter for one keystroke, wherever the caret stands', () => {
    expect(diffText('aaa', 'aaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' });
    expect(diffText('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' });
  });

  it('replaces a selection without touching what is around it', () => {
    expect(diffText('Reading circle', 'Writing circle', 4)).toEqual({ index: 0, remove: 4, insert: 'Writ' });
  });

  it('never splits a pair of surrogates', () => {
    expect(diffText('😀', '😁')).toEqual({ index: 0, remove: 2, insert: '😁' });
  });

  it('turns any text into any other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', 'ی', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.nat(14), (before, after, caret) => {
        expect(apply(before, diffText(before, after, Math.min(caret, after.length)))).toBe(after);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a place in a text after somebody else’s edit', () => {
  it('moves with what comes or goes before it', () => {
    expect(shiftIndex(3, [{ insert: 'xy' }])).toBe(5);
    expect(shiftIndex(3, [{ delete: 2 }])).toBe(1);
    expect(shiftIndex(1, [{ delete: 5 }])).toBe(0);
  });

  it('stays before what is inserted right at it, and does not heed what comes after', () => {
    expect(shiftIndex(3, [{ retain: 3 }, { insert: 'xy' }])).toBe(3);
    expect(shiftIndex(3, [{ retain: 4 }, { delete: 2 }])).toBe(3);
  });

  it('agrees with the relative positions of Yjs', () => {
    const edit = fc.record({ at: fc.nat(10), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.nat(10), fc.array(edit, { maxLength: 3 }), (index, edits) => {
        const text = new Y.Doc().getText('t');
        text.insert(0, '0123456789');
        const position = Y.createRelativePositionFromTypeIndex(text, index, -1);
        let delta: readonly DeltaStep[] = [];
        text.observe((event) => {
          delta = event.delta as readonly DeltaStep[];
        });
        let shifted = index;
        for (const { at, remove, insert } of edits) {
          delta = [];
          const from = Math.min(at, text.length);
          text.doc?.transact(() => {
            text.delete(from, Math.min(remove, text.length - from));
            text.insert(from, insert);
          });
          shifted = shiftIndex(shifted, delta);
          expect(shifted).toBeGreaterThanOrEqual(0);
          expect(shifted).toBeLessThanOrEqual(text.length);
        }
        const absolute = Y.createAbsolutePositionFromRelativePosition(position, text.doc as Y.Doc);
        if (edits.every(({ remove }) => remove === 0) && absolute !== null)
          expect(shifted).toBe(absolute.index);
      }),
    );
  });
});
