/** The captions that are offered. */
import { describe, expect, it } from 'vitest';
import { GROUP_KINDS, LINK_KINDS } from '../../../../shared/model/kinds.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { captionWords } from '../../../../shared/templates/captionWords.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { LANGUAGES } from '../../../../shared/templates/withoutNames.ts';

describe('the captions offered', () => {
  it('are the words of the model for the kind, in the language', () => {
    expect(captionWords({ kind: 'cell', model: 'territorial', language: 'en' })).toEqual([
      'factory cell',
      'street cell',
    ]);
    expect(captionWords({ kind: 'cell', model: 'fractions', language: 'fa' })).toEqual(['فراکسیون']);
    expect(captionWords({ kind: 'circle', model: 'readers-network', language: 'en' })).toEqual(['network']);
  });

  it('are common ones where the model has none, or the board follows none', () => {
    const common = captionWords({ kind: 'organization', model: null, language: 'en' });
    expect(common).toContain('union');
    expect(captionWords({ kind: 'organization', model: 'territorial', language: 'en' })).toEqual(common);
  });

  it('are there for every kind of group and link on every board, and fit', () => {
    for (const model of [null, ...TEMPLATE_IDS]) {
      for (const kind of [...GROUP_KINDS, ...LINK_KINDS, 'person'] as const) {
        for (const language of LANGUAGES) {
          const words = captionWords({ kind, model, language });
          expect(words.length, `${model} ${kind}`).toBeGreaterThan(0);
          expect(new Set(words).size).toBe(words.length);
          expect(words.every((word) => word.length <= LIMITS.captionLength)).toBe(true);
        }
      }
    }
  });
});
