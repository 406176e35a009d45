import { describe, expect, it } from 'vitest';
import { findElements } from '../../../../../client/features/search/find.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../../../../client/sync/snapshot.ts';
import { fold } from '../../../../../shared/text/foldText.ts';

function node(id: string, label: string, more: Partial<NodeSnapshot> = {}): NodeSnapshot {
  const bare = { kind: 'person', caption: '', notes: '', size: null, color: null, disclosure: null } as const;
  const rest = {
    locked: false,
    access: 'edit',
    owner: null,
    audience: null,
    unconfirmed: false,
    position: { x: 0, y: 0 },
  } as const;
  return { ...bare, ...rest, id: id as NodeSnapshot['id'], label, ...more };
}

const link = { id: 'l', kind: 'tie', source: 'a', target: 'b', label: 'Bulletin', caption: '' };
const LINK = { ...link, locked: false, access: 'edit' } as unknown as LinkSnapshot;

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
    expect(ids([], 'bull', [LINK])).toEqual(['l']);
  });

  it('finds nothing under an empty query', () => {
    expect(ids([node('a', 'Ada')], '  ')).toEqual([]);
  });
});
