import { describe, expect, it } from 'vitest';
import {
  buildOutline,
  type Outlined,
  type OutlineItem,
  visibleRows,
} from '../../../../../client/features/outline/outline.ts';
import { logicalKey, treeStep } from '../../../../../client/features/outline/treeKeys.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../../../../client/sync/snapshot.ts';
import type { LinkId, NodeId } from '../../../../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../../../../shared/model/kinds.ts';

function board(nodes: [string, NodeKind][], links: [LinkKind, string, string][]): Outlined {
  const records = nodes.map(
    ([id, kind]) => [id, { id, kind, label: id } as unknown as NodeSnapshot] as const,
  );
  const lines = links.map(([kind, source, target]) => {
    const id = `${source}-${target}`;
    return [id as LinkId, { id, kind, source, target } as unknown as LinkSnapshot] as const;
  });
  return {
    nodes: new Map(records) as unknown as Map<NodeId, NodeSnapshot>,
    links: new Map(lines),
    linksAt: (id) =>
      lines.filter(([, { source, target }]) => source === id || target === id).map(([key]) => key),
  };
}

const NONE = new Set<string>();
type Names = (string | [string, Names])[];
const names = (items: readonly OutlineItem[]): Names =>
  items.map((item) => {
    const name = item.type === 'section' ? item.section : item.id;
    return item.children.length === 0 ? name : [name, names(item.children)];
  });

describe('the outline', () => {
  it('has groups with their members, then people in no group, then notes', () => {
    const outlined = board(
      [
        ['note', 'note'],
        ['loose', 'person'],
        ['ada', 'person'],
        ['circle', 'circle'],
        ['area', 'area'],
      ],
      [
        ['membership', 'ada', 'circle'],
        ['membership', 'circle', 'area'],
      ],
    );
    expect(names(buildOutline(outlined, NONE))).toEqual([
      ['area', [['circle', ['ada']]]],
      ['people', ['loose']],
      ['notes', ['note']],
    ]);
  });

  it('has whoever belongs to two groups in both, under keys of their own', () => {
    const outlined = board(
      [
        ['ada', 'person'],
        ['a', 'circle'],
        ['b', 'cell'],
      ],
      [
        ['membership', 'ada', 'a'],
        ['membership', 'ada', 'b'],
      ],
    );
    const rows = visibleRows(buildOutline(outlined, NONE), () => true);
    expect(rows.map(({ item }) => item.key)).toEqual(['a', 'a/ada', 'b', 'b/ada']);
  });

  it('ends where groups belong to each other in a circle, and shows them once', () => {
    const outlined = board(
      [
        ['a', 'circle'],
        ['b', 'circle'],
      ],
      [
        ['membership', 'a', 'b'],
        ['membership', 'b', 'a'],
      ],
    );
    expect(names(buildOutline(outlined, NONE))).toEqual([['a', ['b']]]);
  });

  it('has the links of what is selected, without memberships', () => {
    const outlined = board(
      [
        ['ada', 'person'],
        ['bo', 'person'],
        ['a', 'circle'],
      ],
      [
        ['contact', 'ada', 'bo'],
        ['membership', 'ada', 'a'],
      ],
    );
    expect(names(buildOutline(outlined, new Set(['ada']))).at(-1)).toEqual(['links', ['ada-bo']]);
  });

  it('shows only members whose group is seen', () => {
    const outlined = board([['ada', 'person']], [['membership', 'ada', 'hidden']]);
    expect(names(buildOutline(outlined, NONE))).toEqual([['people', ['ada']]]);
  });
});

describe('the keys of the tree', () => {
  const outlined = board(
    [
      ['a', 'circle'],
      ['ada', 'person'],
    ],
    [['membership', 'ada', 'a']],
  );
  const open = visibleRows(buildOutline(outlined, NONE), () => true);
  const shut = visibleRows(buildOutline(outlined, NONE), () => false);

  it('open what is shut, then step in; shut what is open, or step out', () => {
    expect(treeStep('open', { rows: shut, at: 0 })).toEqual({ type: 'toggle' });
    expect(treeStep('open', { rows: open, at: 0 })).toEqual({ type: 'go', to: 1 });
    expect(treeStep('shut', { rows: open, at: 0 })).toEqual({ type: 'toggle' });
    expect(treeStep('shut', { rows: open, at: 1 })).toEqual({ type: 'go', to: 0 });
  });

  it('stop at both ends', () => {
    expect(treeStep('ArrowDown', { rows: open, at: 1 })).toEqual({ type: 'go', to: 1 });
    expect(treeStep('ArrowUp', { rows: open, at: 0 })).toEqual({ type: 'go', to: 0 });
  });

  it('are mirrored from right to left', () => {
    expect(logicalKey('ArrowRight', false)).toBe('open');
    expect(logicalKey('ArrowRight', true)).toBe('shut');
  });
});
