/**
 * Maps key presses on the canvas to commands. Letters are read by their place on the keyboard (`code`), so
 * that they work on any layout. Pure: what a command does is decided elsewhere.
 */
import type { Tool } from '../../state/ui.ts';

export type Command =
  | { readonly type: 'tool'; readonly tool: Tool }
  | { readonly type: 'nudge'; readonly dx: number; readonly dy: number }
  | { readonly type: 'next'; readonly back: boolean }
  | { readonly type: 'sprout' | 'follow-link'; readonly towards: { readonly x: number; readonly y: number } }
  | {
      readonly type:
        | 'undo'
        | 'redo'
        | 'delete'
        | 'duplicate'
        | 'group'
        | 'menu'
        | 'select-all'
        | 'fit'
        | 'escape'
        | 'rename'
        | 'zoom-in'
        | 'zoom-out'
        | 'zoom-reset'
        | 'shortcuts';
    };

export interface KeyFacts {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

export const TOOL_KEYS: Readonly<Record<string, Tool>> = {
  KeyV: 'select',
  KeyH: 'hand',
  KeyP: 'person',
  KeyC: 'circle',
  KeyX: 'cell',
  KeyB: 'body',
  KeyA: 'area',
  KeyO: 'organization',
  KeyN: 'note',
  KeyL: 'link',
};

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const NUDGE = 8;
const BIG_NUDGE = 40;

/** The command of a key press; null for keys that the canvas does not use. */
export function commandFor(facts: KeyFacts): Command | null {
  const arrow = ARROWS[facts.code];
  if (arrow !== undefined && facts.mod !== facts.altKey && !facts.shiftKey) {
    return { type: facts.mod ? 'sprout' : 'follow-link', towards: arrow };
  }
  if (facts.altKey) return null;
  return facts.mod ? withMod(facts) : plain(facts);
}

function withMod({ code, shiftKey }: KeyFacts): Command | null {
  switch (code) {
    case 'KeyZ':
      return { type: shiftKey ? 'redo' : 'undo' };
    case 'KeyY':
      return { type: 'redo' };
    case 'KeyG':
      return { type: 'group' };
    case 'KeyD':
      return { type: 'duplicate' };
    case 'KeyA':
      return { type: 'select-all' };
    case 'Equal':
    case 'NumpadAdd':
      return { type: 'zoom-in' };
    case 'Minus':
    case 'NumpadSubtract':
      return { type: 'zoom-out' };
    case 'Digit0':
      return { type: 'zoom-reset' };
    default:
      return null;
  }
}

function plain({ code, key, shiftKey }: KeyFacts): Command | null {
  const arrow = ARROWS[code];
  if (arrow !== undefined) {
    const step = shiftKey ? BIG_NUDGE : NUDGE;
    return { type: 'nudge', dx: arrow.x * step, dy: arrow.y * step };
  }
  // Also as on Persian and Arabic keyboards.
  if (key === '?' || key === '؟') return { type: 'shortcuts' };
  const tool = TOOL_KEYS[code];
  if (tool !== undefined && !shiftKey) return { type: 'tool', tool };
  switch (code) {
    case 'ContextMenu':
      return { type: 'menu' };
    case 'F10':
      return shiftKey ? { type: 'menu' } : null;
    case 'Delete':
    case 'Backspace':
      return { type: 'delete' };
    case 'Digit1':
    case 'Numpad1':
      return { type: 'fit' };
    case 'Escape':
      return { type: 'escape' };
    case 'Enter':
    case 'NumpadEnter':
      return { type: 'rename' };
    case 'Tab':
      return { type: 'next', back: shiftKey };
    default:
      return null;
  }
}
