/** What a preview says, and in which order. */
import { describe, expect, it } from 'vitest';
import { en as seeingEn } from '../../../../../client/features/views/messages.en.ts';
import { fa as seeingFa } from '../../../../../client/features/views/messages.fa.ts';
import { previewRows } from '../../../../../client/features/views/preview/rows.ts';
import { previewSummary } from '../../../../../client/features/views/preview/summary.ts';
import { elementId, viewpoint } from '../../../../helpers/boards.ts';

const change = (whose: string, gained: string, lost = '') => ({
  viewpoint: viewpoint(whose),
  gained: gained.split(' ').filter(Boolean).map(elementId),
  lost: lost.split(' ').filter(Boolean).map(elementId),
});
const english = { messages: seeingEn.preview, nameOf: (id: string) => id };

describe('the sentence of a preview', () => {
  it('names one or two viewpoints and counts more', () => {
    expect(previewSummary([change('c2', 'a b c'), change('c1', '', 'd')], english)).toBe(
      'Shows 3 elements to c2, hides 1 from c1.',
    );
    expect(previewSummary([change('c1', '', 'd')], english)).toBe('Hides 1 element from c1.');
    const many = ['a', 'b', 'c'].map((whose) => change(whose, 'x', 'y z'));
    expect(previewSummary(many, english)).toBe(
      'Shows more to 3 viewpoints, hides something from 3 viewpoints.',
    );
  });

  it('says that nothing changes', () => {
    expect(previewSummary([], english)).toBe('Nobody sees more or less than before.');
  });

  it('can be said in Persian, with Persian digits', () => {
    const sentence = previewSummary([change('c2', 'a b c')], { ...english, messages: seeingFa.preview });
    expect(sentence).toContain('۳');
  });
});

describe('the rows of a preview', () => {
  it('join viewpoints that change alike, and put everyone first and persons last', () => {
    const rows = previewRows(
      [
        change('ada', 'x y'),
        change('bob', 'z z2 z3'),
        change('c1', 'y x'),
        change('c2', 'x', 'w'),
        change('everyone', 'x'),
      ],
      (id) => id === 'ada' || id === 'bob',
    );
    expect(rows.map(({ viewpoints }) => viewpoints.join(' '))).toEqual(['everyone', 'c1 ada', 'c2', 'bob']);
  });
});
