import { describe, expect, it } from 'vitest';
import { commandFor, type KeyFacts } from '../../../../../client/canvas/keyboard/commands.ts';
import { CANVAS_KEYS } from '../../../../../client/features/palette/entries.ts';
import { matchEntries } from '../../../../../client/features/palette/matchEntries.ts';
import { panelKey } from '../../../../../client/features/panels/usePanelKeys.ts';

const entries = ['Undo', 'Redo', 'Zoom in', 'Zoom to 100 %', 'Tool: Person', 'Duplicate'].map((label) => ({
  label,
}));
const match = (query: string) => matchEntries(entries, query).map(({ label }) => label);

describe('the palette', () => {
  it('offers everything in its order while nothing is typed', () => {
    expect(match('')).toEqual(entries.map(({ label }) => label));
  });

  it('finds by the beginnings of words, in any order', () => {
    expect(match('per too')).toEqual(['Tool: Person']);
    expect(match('zo')).toEqual(['Zoom in', 'Zoom to 100 %']);
  });

  it('puts words that begin so before words that hold it', () => {
    expect(match('do')).toEqual(['Undo', 'Redo']);
    expect(match('d')[0]).toBe('Duplicate');
  });

  it('forgives letters that are left out', () => {
    expect(match('dplct')).toEqual(['Duplicate']);
    expect(match('xyz')).toEqual([]);
  });

  it('presses keys that the canvas knows', () => {
    for (const [name, press] of Object.entries(CANVAS_KEYS)) {
      const facts: KeyFacts = { key: '', mod: false, shiftKey: false, altKey: false, ...press };
      expect(commandFor(facts), name).not.toBeNull();
    }
  });
});

describe('the keys of panels', () => {
  const key = (code: string, more: Partial<KeyboardEvent> = {}) =>
    panelKey({ code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

  it('open search and palette with Ctrl or Cmd, on any layout', () => {
    expect(key('KeyF', { ctrlKey: true })).toBe('search');
    expect(key('KeyK', { metaKey: true })).toBe('palette');
    expect(key('KeyF')).toBeNull();
    expect(key('KeyT', { shiftKey: true })).toBe('tidy');
  });
});
