import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, type NewNode, nodeMap } from '../../../../../client/editing/newElements.ts';
import { findElements } from '../../../../../client/features/search/find.ts';
import {
  type LinkSnapshot,
  type NodeSnapshot,
  readLink,
  readNode,
} from '../../../../../client/sync/snapshot.ts';
import type { NodeId } from '../../../../../shared/model/ids.ts';
import { fold } from '../../../../../shared/text/foldText.ts';

const doc = new Y.Doc();

/** As the page reads it. */
function node(id: string, label: string, more: Partial<NewNode> = {}): NodeSnapshot {
  const map = nodeMap({ kind: 'person', position: { x: 0, y: 0 }, label, ...more });
  const read = readNode(id, doc.getMap('nodes').set(id, map));
  if (read === null) throw new Error(`${id} is no node.`);
  return read;
}

const ends = { source: 'a' as NodeId, target: 'b' as NodeId };
const LINK = readLink(
  'l',
  doc.getMap('links').set('l', linkMap({ kind: 'tie', label: 'Bulletin', ...ends })),
);

const ids = (nodes: NodeSnapshot[], query: string, links: LinkSnapshot[] = []) =>
  findElements({ nodes, links }, query).map(({ id }) => id);

describe('folding', () => {
  it.each([
    ['Éva Ångström', 'eva angstrom'],
    ['Łódź', 'lodz'],
    ['علي كريمي', 'علی کریمی'],
    ['می‌خواهم', 'میخواهم'],
    ['آزادۀ', 'ازاده'],
    ['حَلقه ۱۲ ٣', 'حلقه 12 3'],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(fold(folded));
    expect(fold(text)).toBe(folded);
  });
});

describe('finding', () => {
  it('looks past case, accents and the two forms of Persian letters', () => {
    expect(ids([node('a', 'Éva'), node('b', 'علی کیا')], 'eVA')).toEqual(['a']);
    expect(ids([node('a', 'Éva'), node('b', 'علی کیا')], 'علي كيا')).toEqual(['b']);
  });

  it('has labels that begin so first, then labels, captions and notes', () => {
    const nodes = [
      node('notes', 'x', { notes: 'meets Ada' }),
      node('caption', 'x', { caption: 'of Ada' }),
      node('within', 'Canada'),
      node('start', 'Ada'),
    ];
    expect(ids(nodes, 'ada')).toEqual(['start', 'within', 'caption', 'notes']);
  });

  it('wants every word, in one field', () => {
    const nodes = [node('a', 'Reading circle'), node('b', 'Reading', { notes: 'circle' })];
    expect(ids(nodes, 'cir read')).toEqual(['a']);
  });

  it('shows the words around what stands in a note', () => {
    const notes = `${'before '.repeat(20)}needle ${'after '.repeat(20)}`;
    const [hit] = findElements({ nodes: [node('a', 'x', { notes })], links: [] }, 'needle');
    expect(hit?.excerpt).toMatch(/^… before before before before needle after .* …$/);
  });

  it('finds links by their label', () => {
    expect(ids([], 'bull', LINK === null ? [] : [LINK])).toEqual(['l']);
  });

  it('finds nothing under an empty query', () => {
    expect(ids([node('a', 'Ada')], '  ')).toEqual([]);
  });
});
