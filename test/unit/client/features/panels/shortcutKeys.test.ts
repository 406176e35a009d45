import { describe, expect, it } from 'vitest';
import { commandFor, type KeyFacts } from '../../../../../client/canvas/keyboard/commands.ts';
import { en } from '../../../../../client/features/panels/messages.en.ts';
import { SHORTCUTS, type ShortcutRow } from '../../../../../client/features/panels/shortcutKeys.ts';
import { panelKey } from '../../../../../client/features/panels/usePanelKeys.ts';
import { viewKey } from '../../../../../client/features/views/useViewKeys.ts';

const CODES: Readonly<Record<string, string>> = {
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  Esc: 'Escape',
  Menu: 'ContextMenu',
  '+': 'Equal',
  '−': 'Minus',
  '?': 'Slash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
};
/** The browser itself sends these as events of the clipboard. */
const CLIPBOARD = ['Ctrl C', 'Ctrl X', 'Ctrl V'];

function facts(keys: string): KeyFacts {
  const parts = keys.split(' ');
  const last = parts.at(-1) ?? '';
  const code =
    CODES[last] ?? (/^[A-Z]$/.test(last) ? `Key${last}` : /^\d$/.test(last) ? `Digit${last}` : last);
  const held = (name: string) => parts.slice(0, -1).includes(name);
  return { code, key: last, mod: held('Ctrl'), shiftKey: held('Shift'), altKey: held('Alt') };
}

function asked(pressed: KeyFacts): string | null {
  const seen = viewKey({ ...pressed, ctrlKey: pressed.mod, metaKey: false });
  // Escape alone is the canvas's first.
  if (seen !== null && seen !== 'back') return seen;
  const panel = panelKey({ ...pressed, ctrlKey: pressed.mod, metaKey: false });
  if (panel !== null) return panel;
  const command = commandFor(pressed);
  return command === null ? null : command.type === 'tool' ? `tool ${command.tool}` : command.type;
}

const rows = Object.values(SHORTCUTS).flat();
const keyRows = rows.filter((row): row is ShortcutRow => 'keys' in row);

describe('the list of shortcuts', () => {
  it('names only keys that do something', () => {
    const keys = keyRows.flatMap((row) => row.keys).filter((each) => !CLIPBOARD.includes(each));
    expect(keys.filter((each) => asked(facts(each)) === null)).toEqual([]);
  });

  it('names no key twice', () => {
    const keys = keyRows.flatMap((row) => row.keys);
    expect(keys.length).toBe(new Set(keys).size);
  });

  it('names everything that a key does', () => {
    const known = new Set(keyRows.flatMap((row) => row.keys.map((each) => asked(facts(each)))));
    const codes = [
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `Key${letter}`),
      ...'0123456789'.split('').map((digit) => `Digit${digit}`),
      ...Object.values(CODES),
      ...[
        'Enter',
        'Tab',
        'Delete',
        'Backspace',
        'Space',
        'F10',
        'BracketLeft',
        'BracketRight',
        'Comma',
        'Period',
      ],
    ];
    const flags = [false, true];
    const does = new Set(
      codes.flatMap((code) =>
        flags.flatMap((mod) =>
          flags.flatMap((shiftKey) =>
            flags.flatMap((altKey) => {
              const key = code === 'Slash' && shiftKey ? '?' : '';
              return asked({ code, key, mod, shiftKey, altKey }) ?? [];
            }),
          ),
        ),
      ),
    );
    expect([...does].filter((each) => !known.has(each))).toEqual([]);
  });

  it('has words for every row and nothing else', () => {
    expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(en.rows).sort());
  });
});
