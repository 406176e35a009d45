/** What a key means in a tree, as the ARIA practices have it. Pure. */
import type { OutlineRow } from './outline.ts';

export type TreeStep =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'toggle' | 'show' | 'rename' | 'delete' };

export function treeStep(
  key: string,
  { rows, at }: { rows: readonly OutlineRow[]; at: number },
): TreeStep | null {
  const row = rows[at];
  const go = (to: number): TreeStep => ({ type: 'go', to: Math.max(0, Math.min(rows.length - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'PageDown':
      return go(at + 10);
    case 'PageUp':
      return go(at - 10);
    case 'Enter':
      return { type: 'show' };
    case 'F2':
      return { type: 'rename' };
    case 'Delete':
    case 'Backspace':
      return { type: 'delete' };
    case 'open':
      if (row === undefined || row.expanded === null) return null;
      return row.expanded ? go(at + 1) : { type: 'toggle' };
    case 'shut': {
      if (row?.expanded) return { type: 'toggle' };
      const parent = rows.findIndex(({ item }) => item.key === row?.parent);
      return parent === -1 ? null : go(parent);
    }
    default:
      return null;
  }
}

/** Left and right as the reader's language has them: towards the end opens, towards the start shuts. */
export function logicalKey(key: string, rtl: boolean): string {
  if (key === 'ArrowRight') return rtl ? 'shut' : 'open';
  if (key === 'ArrowLeft') return rtl ? 'open' : 'shut';
  return key;
}
