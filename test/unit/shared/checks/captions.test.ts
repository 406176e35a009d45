import { describe, expect, it } from 'vitest';
import {
  type CaptionWord,
  isCalled,
  levelOf,
  numberIn,
  says,
  WORDS,
} from '../../../../shared/checks/captions.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';
import { isGroupKind, LINK_KINDS, type LinkKind, type NodeKind } from '../../../../shared/model/kinds.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { drawnTemplate } from '../templates/structure.ts';

const node = (caption: string) => ({ id: 'n' as NodeId, kind: 'body' as const, caption });
const link = (text: { caption?: string; label?: string }) => ({
  id: 'l' as LinkId,
  kind: 'membership' as const,
  source: 'a' as NodeId,
  target: 'b' as NodeId,
  ...text,
});
const wordList = Object.keys(WORDS) as CaptionWord[];
const vocabulary = TEMPLATE_IDS.flatMap((id) => drawnTemplate(id).vocabulary);

describe('captions', () => {
  it('say a word as a whole, in any case, between other words', () => {
    expect(isCalled(node('Weekly publication'), 'publication')).toBe(true);
    expect(isCalled(node('DISTRICT  Bureau'), 'districtBureau')).toBe(true);
    expect(isCalled(node('union · Institution'), 'institution')).toBe(true);
    expect(isCalled(node('institutional'), 'institution')).toBe(false);
    expect(isCalled(node('bureau, district'), 'districtBureau')).toBe(false);
    expect(isCalled(node(''), 'bureau')).toBe(false);
    expect(isCalled({ id: 'n' as NodeId, kind: 'body' }, 'bureau')).toBe(false);
  });

  it('say a word in Persian with or without marks, and with Arabic letters', () => {
    expect(isCalled(node('نشریهٔ جوانان'), 'publication')).toBe(true);
    expect(isCalled(node('نشریۀ جوانان'), 'publication')).toBe(true);
    expect(isCalled(node('كمیته ناحيه'), 'areaCommittee')).toBe(true);
    expect(isCalled(node('هیئت اجرایی'), 'executive')).toBe(true);
  });

  it('of a link are looked for in its label too', () => {
    expect(says(link({ caption: 'helps' }), 'helps')).toBe(true);
    expect(says(link({ label: 'کمک می‌کند' }), 'helps')).toBe(true);
    expect(says(link({}), 'helps')).toBe(false);
  });

  it('end with a level, if they have one', () => {
    expect(levelOf(node('fraction · town'))).toBe('town');
    expect(levelOf(node('guiding body · Town '))).toBe('town');
    expect(levelOf(node('union · institution · town'))).toBe('town');
    expect(levelOf(node('guiding body'))).toBeNull();
    expect(levelOf(node('guiding body · '))).toBeNull();
  });

  it('hold numbers in three scripts', () => {
    expect(['4 delegates', '۱۲ نماینده', '٣', 'four', ''].map(numberIn)).toEqual([4, 12, 3, null, null]);
    expect(numberIn(undefined)).toBeNull();
  });
});

describe('the vocabularies of the templates', () => {
  it('mean the same to checks in English and Persian', () => {
    for (const { kind, en, fa } of vocabulary) {
      for (const word of wordsFor(kind)) {
        const meant = (caption: string) =>
          isLinkKind(kind) ? says(link({ caption }), word) : isCalled(node(caption), word);
        expect(meant(fa), `${word} in ${en} and ${fa}`).toBe(meant(en));
      }
    }
  });

  it('have every word that checks go by', () => {
    const own: CaptionWord[] = ['appointed', 'page'];
    for (const word of wordList.filter((one) => !own.includes(one))) {
      const [english] = WORDS[word];
      const terms = vocabulary.filter(({ en, fa }) => en === english && isCalled(node(fa), word));
      expect(terms, english).not.toEqual([]);
    }
  });
});

const isLinkKind = (kind: NodeKind | LinkKind): kind is LinkKind => LINK_KINDS.includes(kind as LinkKind);

/** The words that checks look for on elements of a kind. A paper and a publication are one word in Persian. */
function wordsFor(kind: NodeKind | LinkKind): CaptionWord[] {
  const byKind: Partial<Record<NodeKind | LinkKind, CaptionWord[]>> = {
    person: ['reader'],
    circle: ['network'],
    cell: ['factoryCell', 'streetCell', 'fraction', 'studyGroup'],
    area: ['district', 'localGroup', 'area', 'workplace', 'barracks', 'school'],
    organization: ['institution', 'channel', 'website', 'page', 'broadcast'],
    body: [
      'centre',
      'bureau',
      'districtBureau',
      'areaCommittee',
      'appointed',
      'guidingBody',
      'executive',
      'channel',
      'website',
      'page',
      'broadcast',
    ],
    membership: ['helps', 'delegate', 'spokesperson', 'editor'],
  };
  expect(isLinkKind(kind) || kind === 'person' || isGroupKind(kind as NodeKind)).toBe(true);
  return byKind[kind] ?? [];
}
