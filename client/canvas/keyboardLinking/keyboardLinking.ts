/**
 * Drawing a link by keyboard: L on a node, arrows or Tab to choose where it ends, Enter for the menu of
 * kinds. The pointer may take over at any moment.
 */
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import { canCreate } from '../../state/rights.ts';
import { select, type Tool } from '../../state/ui.ts';
import { tellWhyNot } from '../../state/whyNot.ts';
import type { Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import type { Command } from '../keyboard/commands.ts';
import { type KeyboardLinkStep, nextTarget } from './targets.ts';

/** The node at which a link would start: the only one selected, else the focused one. */
export function keyboardLinkSource({ ui, store }: Workspace, focused: NodeId | null = null): NodeId | null {
  const { selection } = ui.getState();
  const [only] = selection;
  const id = selection.size === 1 ? only : focused;
  return store.nodes.get(id ?? '')?.id ?? null;
}

/** Switches to the link tool with a link that starts at the node. */
export function startKeyboardLink(workspace: Workspace, source: NodeId): void {
  const { ui, rights, store } = workspace;
  if (!canCreate(rights)) {
    tellWhyNot(workspace);
    return;
  }
  if (store.nodes.size < 2) {
    toast(currentMessages().handling.nothingToLink, { key: 'keyboard link' });
    return;
  }
  select(ui, [source]);
  ui.setState({ tool: 'link' satisfies Tool, linking: null, keyboardLink: { source, target: null } });
  focusNode(source);
}

export function endKeyboardLink({ ui }: Pick<Workspace, 'ui'>): void {
  const { keyboardLink } = ui.getState();
  if (keyboardLink === null) return;
  ui.setState({ keyboardLink: null, linkChoice: null, dropTarget: null, tool: 'select' });
  focusNode(keyboardLink.source);
}

/** Handles a key while a link is being drawn. Returns whether the key was used. */
export function handleKeyboardLinkKey(workspace: Workspace, command: Command): boolean {
  const { ui, store } = workspace;
  const { keyboardLink } = ui.getState();
  if (keyboardLink === null) return false;
  const step = stepOf(command);
  if (step !== null) {
    const target = nextTarget(store.nodes.values(), keyboardLink, step);
    ui.setState({ keyboardLink: { ...keyboardLink, target }, dropTarget: target, linking: null });
    return true;
  }
  if (command.type === 'escape') endKeyboardLink(workspace);
  else if (command.type !== 'rename') return false;
  else if (keyboardLink.target === null)
    toast(currentMessages().handling.chooseEnd, { key: 'keyboard link' });
  else chooseKind(workspace, { source: keyboardLink.source, target: keyboardLink.target });
  return true;
}

function chooseKind({ ui, scene }: Workspace, ends: { source: NodeId; target: NodeId }): void {
  const at = scene.drawnAt(ends.target);
  if (at !== null) ui.setState({ linkChoice: { ...ends, at } });
}

function stepOf(command: Command): KeyboardLinkStep | null {
  if (command.type === 'next') return { type: 'next', back: command.back };
  if (command.type !== 'nudge') return null;
  return { type: 'towards', towards: { x: Math.sign(command.dx), y: Math.sign(command.dy) } };
}

/** Moves the focus to the new link, or to the node where the link is drawn as containment. */
export function focusLinked({ source, link }: { source: NodeId; link: LinkId }): void {
  requestAnimationFrame(() => focusNode(focusNode(link) === null ? source : link));
}

/** Focuses an element of the canvas; returns the focused DOM element, null where it is not drawn. */
export function focusNode(id: string): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`.canvas [data-id="${CSS.escape(id)}"]`);
  element?.focus({ preventScroll: true });
  return element;
}
