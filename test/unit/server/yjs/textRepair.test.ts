import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { inspect } from '../../../../server/yjs/gate.ts';
import { repairTexts } from '../../../../server/yjs/textRepair.ts';
import { Seeded, seeds } from '../../../helpers/seeded.ts';
import { from, type Ref } from './handmade.ts';
import { at, clockOf, firstCharacter, MINE, sampleDoc, text } from './sampleDoc.ts';

/** Applies an update as a view does; false when the gate refuses it. */
function take(doc: Y.Doc, update: Uint8Array): boolean {
  const verdict = inspect(update, { doc, mayWriteAs: () => true });
  if (!verdict.ok) return false;
  Y.applyUpdate(doc, update);
  repairTexts(doc, verdict.value.claims);
  return true;
}

/** What a newcomer reads, who takes everything in at once. */
function copied(doc: Y.Doc): unknown {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy.getMap('nodes').toJSON();
}

const DOC = sampleDoc();
const [client, clock] = firstCharacter(DOC, 'other');
const nth = (index: number): Ref => [client, clock + index];

describe('a text with a character that lies elsewhere than it claims', () => {
  it.each<[string, Ref, Ref]>([
    ['its right neighbour is its left one', nth(1), nth(1)],
    ['its right neighbour lies left of its left one', nth(3), nth(0)],
    ['its right neighbour lies in another text', nth(1), firstCharacter(DOC, 'ada')],
    ['its right neighbour is no character', nth(1), at(DOC, 'board', 'title')],
  ])('is put anew, so that all read it alike: %s', (_what, origin, right) => {
    const doc = sampleDoc();
    const before = text(doc, 'other');
    expect(take(doc, from(MINE, clockOf(doc, MINE), { string: 'xy', origin, right }))).toBe(true);
    expect(text(doc, 'other')).not.toBe(before);
    expect(text(doc, 'other').toString()).toHaveLength('Otherxy'.length);
    expect(copied(doc)).toEqual(doc.getMap('nodes').toJSON());
  });
});

describe('a text', () => {
  it('stays itself when neighbours are far apart because others wrote in between', () => {
    const doc = sampleDoc();
    const before = text(doc, 'other');
    before.insert(2, 'in between');
    expect(take(doc, from(MINE, clockOf(doc, MINE), { string: 'x', origin: nth(1), right: nth(2) }))).toBe(
      true,
    );
    expect(text(doc, 'other')).toBe(before);
    expect(copied(doc)).toEqual(doc.getMap('nodes').toJSON());
  });

  it.each(seeds(30))('stays itself whatever honest pages type, together and apart (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const doc = sampleDoc();
    const before = text(doc, 'ada');
    const pages = [7001, 7002, 7003].map((id) => {
      const page = new Y.Doc();
      Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
      page.clientID = id;
      return page;
    });
    const meet = (page: Y.Doc) => {
      expect(take(doc, Y.encodeStateAsUpdate(page, Y.encodeStateVector(doc)))).toBe(true);
      Y.applyUpdate(page, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(page)));
    };
    for (let step = 0; step < 150; step += 1) {
      const page = random.pick(pages);
      if (page === undefined) continue;
      const label = text(page, 'ada');
      if (random.chance(0.1)) meet(page);
      else if (random.chance(0.3) && label.length > 0) label.delete(random.below(label.length), 1);
      else label.insert(random.below(label.length + 1), random.word().slice(0, 1 + random.below(3)));
    }
    for (const page of [...pages, ...pages]) meet(page);
    expect(text(doc, 'ada')).toBe(before);
    for (const page of pages) expect(text(page, 'ada').toString()).toBe(before.toString());
  });
});
