/** Executes the canvas's keyboard commands while the focus is on the canvas or on the page's body. */
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { chosenNodes } from '../../editing/arranging.ts';
import { duplicate } from '../../editing/clipboard/pasting.ts';
import { useClipboard } from '../../editing/clipboard/useClipboard.ts';
import { membersOf } from '../../editing/dragSession.ts';
import { groupAndName } from '../../editing/groupAndName.ts';
import { deleteElements, placeNodes } from '../../editing/mutations.ts';
import { canCreate, canEdit } from '../../state/rights.ts';
import { draggedWith } from '../../state/scene/containment.ts';
import { select, type Tool } from '../../state/ui.ts';
import { type Flow, fitBoard, zoomBy, zoomTo } from '../../state/viewport.ts';
import { tellWhyNot } from '../../state/whyNot.ts';
import type { Workspace } from '../../state/workspace.ts';
import {
  handleKeyboardLinkKey,
  keyboardLinkSource,
  startKeyboardLink,
} from '../keyboardLinking/keyboardLinking.ts';
import { openMenuByKey } from '../menu/openMenu.ts';
import { type Command, commandFor } from './commands.ts';
import { followLink, sprout } from './keyboardMoves.ts';
import { neighbourInReadingOrder } from './readingOrder.ts';

export interface ShortcutOptions {
  readonly workspace: Workspace;
  readonly onShortcuts: () => void;
}

export function useShortcuts({ workspace, onShortcuts }: ShortcutOptions): void {
  const flow = useReactFlow();
  useClipboard(workspace);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isForCanvas(event)) return;
      const command = commandFor({
        code: event.code,
        key: event.key,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
        mod: event.ctrlKey || event.metaKey,
      });
      if (command === null) return;
      if (command.type === 'shortcuts') onShortcuts();
      else if (!carryOut(workspace, { command, flow, target: event.target as HTMLElement })) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [workspace, flow, onShortcuts]);
}

/** Keys typed into a field, a menu or a dialog are left alone. */
function isForCanvas({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || target === document.body) return true;
  if (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    )
  ) {
    return false;
  }
  if (target.closest('.canvas')) return true;
  // Escape on a focused tool button puts the tool down too.
  if (key === 'Escape' && target.closest('.toolbar')) return true;
  // Buttons keep the keys that activate them.
  return !['Enter', ' ', 'Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Escape'].includes(key);
}

interface Order {
  readonly command: Command;
  readonly flow: Flow;
  readonly target: HTMLElement;
}

/** Returns whether the key was used. */
function carryOut(workspace: Workspace, { command, flow, target }: Order): boolean {
  const { ui, history, store } = workspace;
  const { selection } = ui.getState();
  if (handleKeyboardLinkKey(workspace, command)) return true;
  switch (command.type) {
    case 'tool':
      return takeTool(workspace, { tool: command.tool, target });
    case 'nudge':
      return nudge(workspace, { x: command.dx, y: command.dy });
    case 'sprout':
      return sprout(workspace, command.towards);
    case 'follow-link':
      return followLink(workspace, command.towards);
    case 'menu':
      openMenuByKey(workspace);
      return true;
    case 'next':
      return focusNext(workspace, { back: command.back, target });
    case 'undo':
      history.undo();
      return true;
    case 'redo':
      history.redo();
      return true;
    case 'delete':
      return remove(workspace);
    case 'duplicate': {
      const twins = duplicate(workspace, selection);
      if (twins.length > 0) select(ui, twins);
      return true;
    }
    case 'group':
      groupAndName(workspace);
      return true;
    case 'select-all':
      select(ui, store.nodes.keys());
      return true;
    case 'fit':
      fitBoard(flow);
      return true;
    case 'zoom-in':
    case 'zoom-out':
      zoomBy(flow, command.type === 'zoom-in' ? 1.25 : 0.8);
      return true;
    case 'zoom-reset':
      zoomTo(flow, 1);
      return true;
    case 'escape':
      return stepBack(workspace, target);
    case 'rename':
      return enter(workspace, target);
    case 'shortcuts':
      return false;
  }
}

/** The link tool starts at the selected node, else at the focused one, if any. */
function takeTool(workspace: Workspace, { tool, target }: { tool: Tool; target: HTMLElement }): boolean {
  const { ui, rights } = workspace;
  if (tool !== 'select' && tool !== 'hand' && !canCreate(rights)) return false;
  ui.setState({ tool, linking: null, keyboardLink: null });
  const source = tool === 'link' ? keyboardLinkSource(workspace, focusedNode(workspace, target)) : null;
  if (source !== null) startKeyboardLink(workspace, source);
  return true;
}

function remove(workspace: Workspace): boolean {
  const { ui } = workspace;
  const { selection } = ui.getState();
  const [first] = selection;
  const element = first === undefined ? undefined : workspace.store.element(first);
  if (element !== undefined && deleteElements(workspace, selection) === 0) tellWhyNot(workspace, element);
  return true;
}

function nudge(workspace: Workspace, by: Position): boolean {
  const { ui, store, scene, rights } = workspace;
  const picked = chosenNodes(workspace, ui.getState().selection)
    .filter((node) => canEdit(rights, node))
    .map(({ id }) => id);
  if (picked.length === 0) return false;
  const moved = draggedWith(picked, {
    shapeOf: (id) => scene.restingShape(id),
    membersOf: (id) => membersOf(workspace, id),
  });
  const positions = new Map<NodeId, Position>();
  for (const id of moved) {
    const node = store.nodes.get(id);
    if (node !== undefined) positions.set(id, { x: node.position.x + by.x, y: node.position.y + by.y });
  }
  placeNodes(workspace, { positions }, { merge: `nudge ${picked.join()}` });
  return true;
}

function focusedNode({ store }: Workspace, target: HTMLElement): NodeId | null {
  const id = target.closest('.react-flow__node')?.getAttribute('data-id') ?? '';
  return store.nodes.get(id)?.id ?? null;
}

function focusNext(workspace: Workspace, { back, target }: { back: boolean; target: HTMLElement }): boolean {
  const from = focusedNode(workspace, target);
  if (from === null) return false;
  const next = neighbourInReadingOrder(workspace.store.nodes.values(), { from, back });
  const element =
    next && document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`);
  if (!element) return false;
  element.focus();
  select(workspace.ui, [next]);
  return true;
}

function stepBack(workspace: Workspace, target: HTMLElement): boolean {
  const { ui } = workspace;
  const { linking, linkChoice, tool, selection, cancelDrag } = ui.getState();
  if (cancelDrag !== null) cancelDrag();
  else if (linking !== null || linkChoice !== null) ui.setState({ linking: null, linkChoice: null });
  else if (tool !== 'select') ui.setState({ tool: 'select' });
  else if (selection.size > 0) select(ui, []);
  else if (focusedNode(workspace, target) !== null) target.blur();
  else return false;
  return true;
}

function enter(workspace: Workspace, target: HTMLElement): boolean {
  const { ui, history, rights } = workspace;
  const at = focusedNode(workspace, target);
  if (ui.getState().tool === 'link' && at !== null) {
    startKeyboardLink(workspace, at);
    return true;
  }
  const focused = at ?? target.closest('.react-flow__edge')?.getAttribute('data-id') ?? null;
  const { selection } = ui.getState();
  if (focused !== null && !selection.has(focused)) {
    select(ui, [focused]);
    return true;
  }
  const [id] = selection;
  const element = id === undefined ? undefined : workspace.store.element(id);
  if (id === undefined || element === undefined || selection.size !== 1) return false;
  if (canEdit(rights, element)) ui.setState({ renaming: { id, depth: history.depth } });
  else tellWhyNot(workspace, element);
  return true;
}
