/** The store of local UI state of the canvas: selection, tool, open fields. Neither shared nor stored. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Position } from '../../shared/model/element.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
export type Tool = 'select' | 'hand' | 'link' | NodeKind;

export interface Renaming {
  readonly id: string;
  /** Depth of the history to return to when the naming is cancelled. */
  readonly depth: number;
}

interface Linking {
  readonly source: NodeId;
  /** Position of the loose end, on the board. */
  readonly at: Position;
}

interface LinkChoice {
  readonly source: NodeId;
  readonly target: NodeId;
  readonly at: Position;
}

/** An open context menu: of the selection, or of the canvas where nothing is selected. */
export interface Menu {
  /** In screen pixels. */
  readonly at: Position;
}

export interface UiState {
  readonly selection: ReadonlySet<string>;
  readonly tool: Tool;
  readonly renaming: Renaming | null;
  readonly linking: Linking | null;
  /** A link being drawn by keyboard. */
  readonly keyboardLink: KeyboardLink | null;
  readonly linkChoice: LinkChoice | null;
  /** The group that a drop would join. */
  readonly dropTarget: NodeId | null;
  /** Cancels the current drag; null while there is none. */
  readonly cancelDrag: (() => void) | null;
  /** The alignment guides of the current drag. */
  readonly guides: readonly Guide[];
  readonly menu: Menu | null;
  /** The caption chosen for the next node of a kind. */
  readonly calling: { readonly kind: NodeKind; readonly caption: string } | null;
}

export type Ui = StoreApi<UiState>;

const NOTHING_SELECTED: ReadonlySet<string> = new Set();

export function createUi(): Ui {
  return createStore<UiState>(() => ({
    selection: NOTHING_SELECTED,
    tool: 'select',
    renaming: null,
    linking: null,
    keyboardLink: null,
    linkChoice: null,
    dropTarget: null,
    cancelDrag: null,
    guides: NO_GUIDES,
    menu: null,
    calling: null,
  }));
}

export function select(ui: Ui, ids: Iterable<string>): void {
  const selection = new Set(ids);
  const { selection: before } = ui.getState();
  if (selection.size === before.size && [...selection].every((id) => before.has(id))) return;
  ui.setState({ selection: selection.size === 0 ? NOTHING_SELECTED : selection });
}

export function useUi<Selected>(ui: Ui, selector: (state: UiState) => Selected): Selected {
  return useStore(ui, selector);
}
export interface KeyboardLink {
  readonly source: NodeId;
  /** The end chosen so far; null before any. */
  readonly target: NodeId | null;
}
/** An alignment guide between two boxes. */
export interface Guide {
  readonly axis: 'x' | 'y';
  /** Its coordinate on the axis. */
  readonly at: number;
  /** Its extent on the other axis. */
  readonly from: number;
  readonly to: number;
}
export const NO_GUIDES: readonly Guide[] = [];
