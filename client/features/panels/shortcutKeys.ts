/**
 * Every key and gesture the page knows, as the list of shortcuts shows them. Keys are written as `Ctrl Shift Z`;
 * a test presses each one on the handlers and looks for handlers that are missing here.
 */
import type { PanelsMessages } from './messages.en.ts';

type RowId = keyof PanelsMessages['rows'];
type Gesture = keyof PanelsMessages['pointers'];
type SectionId = keyof PanelsMessages['sections'];

export interface ShortcutRow {
  readonly id: RowId;
  /** Any one of these does it. */
  readonly keys: readonly string[];
}

export interface GestureRow {
  readonly id: RowId;
  readonly gesture: Gesture;
}

const row = (id: RowId, ...keys: string[]): ShortcutRow => ({ id, keys });
const gesture = (id: RowId, by: Gesture): GestureRow => ({ id, gesture: by });

export const SHORTCUTS: Readonly<Record<SectionId, readonly (ShortcutRow | GestureRow)[]>> = {
  tools: [
    row('select', 'V'),
    row('hand', 'H'),
    row('draw', 'P', 'C', 'X', 'B', 'A', 'O', 'N'),
    row('link', 'L'),
  ],
  edit: [
    row('rename', 'Enter'),
    row('escape', 'Esc'),
    row('delete', 'Delete', 'Backspace'),
    row('undo', 'Ctrl Z'),
    row('redo', 'Ctrl Shift Z', 'Ctrl Y'),
    row('copy', 'Ctrl C'),
    row('cut', 'Ctrl X'),
    row('paste', 'Ctrl V'),
    row('duplicate', 'Ctrl D'),
    row('selectAll', 'Ctrl A'),
  ],
  arrange: [
    row('nudge', '←', '↑', '→', '↓'),
    row('nudgeFar', 'Shift ←', 'Shift ↑', 'Shift →', 'Shift ↓'),
    row('group', 'Ctrl G'),
    row('tidy', 'Shift T'),
    row('sprout', 'Ctrl ←', 'Ctrl ↑', 'Ctrl →', 'Ctrl ↓'),
  ],
  move: [
    row('next', 'Tab', 'Shift Tab'),
    row('followLink', 'Alt ←', 'Alt ↑', 'Alt →', 'Alt ↓'),
    row('menu', 'Shift F10', 'Menu'),
    row('fit', '1'),
    row('zoomIn', 'Ctrl +'),
    row('zoomOut', 'Ctrl −'),
    row('zoomReset', 'Ctrl 0'),
  ],
  board: [
    row('search', 'Ctrl F'),
    row('palette', 'Ctrl K'),
    row('outline', 'Ctrl Shift L'),
    row('viewAs', 'Shift V'),
    row('lens', 'Shift L'),
    row('viewpoint', '[', ']'),
    row('back', 'Shift Esc'),
    row('help', '?'),
  ],
  pointer: [
    gesture('quickAdd', 'doubleClick'),
    gesture('add', 'shiftClick'),
    gesture('free', 'ctrlDrag'),
    gesture('pan', 'spaceDrag'),
    gesture('zoom', 'ctrlWheel'),
    gesture('press', 'rightClick'),
  ],
};

/** `Ctrl Z` as this device's keyboard has it. */
export function shownKeys(keys: string, isMac: boolean): string {
  return isMac ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys;
}
