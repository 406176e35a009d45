import { describe, expect, it } from 'vitest';
import { commandFor, type KeyFacts } from '../../../../client/canvas/keyboard/commands.ts';
import { neighbourInReadingOrder } from '../../../../client/canvas/keyboard/readingOrder.ts';
import { fitText } from '../../../../client/shapes/labels.ts';
import { placeSeats } from '../../../../client/shapes/seats.ts';
import { canEdit } from '../../../../client/state/rights.ts';
import { layerOf } from '../../../../client/state/scene/layers.ts';
import { initialsOf } from '../../../../client/ui/initials.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';

describe('initials', () => {
  it.each([
    ['Ada', 'AD'],
    ['ada lovelace', 'AL'],
    ['Rosa von Berg', 'RB'],
    ['هانا', 'ه'],
    ['7th street', '7S'],
    ['', ''],
    ['—', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('seats of a cell', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `P${index}`);

  it('three stand in one row under the name', () => {
    const { places, lift } = placeSeats(names(3), 59.5);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [-27, 17],
      [0, 17],
      [27, 17],
    ]);
    expect(lift).toBe(0);
  });

  it('more take a second row, and what does not fit is summed up', () => {
    expect(placeSeats(names(5), 59.5).places).toHaveLength(5);
    const { places, lift } = placeSeats(names(9), 59.5);
    expect(places.at(-1)?.text).toBe('+5');
    expect(lift).toBeGreaterThan(0);
  });

  it('a cell without members has none', () => {
    expect(placeSeats([], 59.5)).toEqual({ places: [], lift: 0 });
  });
});

describe('layers', () => {
  const size = { width: 200, height: 200 };
  it('put regions under circles, circles under cells, cells under people', () => {
    const layers = (['area', 'organization', 'circle', 'cell', 'person'] as const).map((kind) =>
      layerOf(kind, size),
    );
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
    expect(new Set(layers).size).toBe(5);
  });

  it('put the smaller of one kind on top', () => {
    expect(layerOf('circle', size)).toBeGreaterThan(layerOf('circle', { width: 900, height: 900 }));
  });
});

describe('keys', () => {
  const press = (code: string, more: Partial<KeyFacts> = {}) =>
    commandFor({ code, key: '', shiftKey: false, altKey: false, mod: false, ...more });

  it('choose tools by their place on the keyboard, whatever letter is there', () => {
    expect(press('KeyP', { key: 'ح' })).toEqual({ type: 'tool', tool: 'person' });
    expect(press('KeyX')).toEqual({ type: 'tool', tool: 'cell' });
  });

  it('move by 8, with Shift by 40', () => {
    expect(press('ArrowLeft')).toEqual({ type: 'nudge', dx: -8, dy: 0 });
    expect(press('ArrowDown', { shiftKey: true })).toEqual({ type: 'nudge', dx: 0, dy: 40 });
  });

  it('undo and redo with Ctrl or Cmd', () => {
    expect(press('KeyZ', { mod: true })).toEqual({ type: 'undo' });
    expect(press('KeyZ', { mod: true, shiftKey: true })).toEqual({ type: 'redo' });
  });

  it('leave the browser its own', () => {
    expect(press('KeyP', { mod: true })).toBeNull();
    expect(press('KeyP', { altKey: true })).toBeNull();
  });
});

describe('reading order', () => {
  const at = (name: string, x: number, y: number) => ({ id: name as NodeId, position: { x, y } });
  const nodes = [at('c', 0, 200), at('b', 300, 4), at('a', 10, 0)];

  it('goes along lines, then down', () => {
    expect(neighbourInReadingOrder(nodes, { from: 'a' as NodeId, back: false })).toBe('b');
    expect(neighbourInReadingOrder(nodes, { from: 'b' as NodeId, back: false })).toBe('c');
    expect(neighbourInReadingOrder(nodes, { from: 'b' as NodeId, back: true })).toBe('a');
  });

  it('ends at the last', () => {
    expect(neighbourInReadingOrder(nodes, { from: 'c' as NodeId, back: false })).toBeNull();
  });
});

describe('rights', () => {
  const editor = { role: 'editor', viewing: false } as const;
  it('let one edit what the server marks so, and what it has not spoken of yet', () => {
    expect(canEdit(editor, { access: 'edit', locked: false })).toBe(true);
    expect(canEdit(editor, { access: null, locked: false })).toBe(true);
    expect(canEdit(editor, { access: 'read', locked: false })).toBe(false);
    expect(canEdit(editor, { access: 'edit', locked: true })).toBe(false);
  });

  it('let viewers edit nothing, nor a facilitator who looks through other eyes', () => {
    expect(canEdit({ role: 'viewer', viewing: false }, { access: 'edit', locked: false })).toBe(false);
    expect(canEdit({ role: 'facilitator', viewing: true }, { access: 'edit', locked: false })).toBe(false);
  });
});

describe('names in shapes', () => {
  it('are cut with an ellipsis where there is no room', () => {
    expect(fitText('Reading circle', { room: 400, fontSize: 12 })).toBe('Reading circle');
    expect(fitText('Reading circle', { room: 50, fontSize: 12 })).toMatch(/^Readin?…$/);
  });
});
