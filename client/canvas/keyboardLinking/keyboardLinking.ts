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

/** The node a link would start at: the only one selected, or the one named. */
export function aimSource({ ui, store }: Workspace, focused: NodeId | null = null): NodeId | null {
  const { selection } = ui.getState();
  const [only] = selection;
  const id = selection.size === 1 ? only : focused;
  return store.nodes.get(id ?? '')?.id ?? null;
}

/** Takes the link tool in hand with a link that starts at the node. */
export function startAim(workspace: Workspace, source: NodeId): void {
  const { ui, rights, store } = workspace;
  if (!canCreate(rights)) {
    tellWhyNot(workspace);
    return;
  }
  if (store.nodes.size < 2) {
    toast(currentMessages().handling.nothingToLink, { key: 'aim' });
    return;
  }
  select(ui, [source]);
  ui.setState({ tool: 'link' satisfies Tool, linking: null, aiming: { source, target: null } });
  focusNode(source);
}

export function endAim({ ui }: Pick<Workspace, 'ui'>): void {
  const { aiming } = ui.getState();
  if (aiming === null) return;
  ui.setState({ aiming: null, linkChoice: null, dropTarget: null, tool: 'select' });
  focusNode(aiming.source);
}

/** What a key does while a link is being aimed. Returns whether it was one of its keys. */
export function aimKey(workspace: Workspace, command: Command): boolean {
  const { ui, store } = workspace;
  const { aiming } = ui.getState();
  if (aiming === null) return false;
  const step = stepOf(command);
  if (step !== null) {
    const target = nextTarget(store.nodes.values(), aiming, step);
    ui.setState({ aiming: { ...aiming, target }, dropTarget: target, linking: null });
    return true;
  }
  if (command.type === 'escape') endAim(workspace);
  else if (command.type !== 'rename') return false;
  else if (aiming.target === null) toast(currentMessages().handling.chooseEnd, { key: 'aim' });
  else chooseKind(workspace, { source: aiming.source, target: aiming.target });
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

/** Puts the focus where one goes on: on the new line, or on the node where it is drawn as containment. */
export function focusLinked({ source, link }: { source: NodeId; link: LinkId }): void {
  requestAnimationFrame(() => focusNode(focusNode(link) === null ? source : link));
}

/** Puts the focus on an element of the canvas; answers what has it then, null where it is not drawn. */
export function focusNode(id: string): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`.canvas [data-id="${CSS.escape(id)}"]`);
  element?.focus({ preventScroll: true });
  return element;
}
