/** Explains why an element cannot be changed by this person, and who could change it. */
import { isGroupKind } from '../../shared/model/kinds.ts';
import type { Refusal } from '../../shared/protocol.ts';
import type { LinkSnapshot, NodeSnapshot } from '../sync/snapshot.ts';
import type { BoardStore } from '../sync/store.ts';
import { said } from '../ui/bidiIsolate.ts';
import { currentMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import type { BoardEditor } from './boardEditor.ts';
import { nameOf } from './describe.ts';

type Element = NodeSnapshot | LinkSnapshot;

/** Without an element: why nothing may be made. */
export function tellWhyNot(
  editor: Pick<BoardEditor, 'rights' | 'store'>,
  element: Element | null = null,
): void {
  toast(whyNot(editor, element), { key: 'why-not' });
}

export function whyNot(
  { rights, store }: Pick<BoardEditor, 'rights' | 'store'>,
  element: Element | null,
): string {
  const { canvas, refusals, session, handling } = currentMessages();
  if (rights.viewing && rights.edits !== true) return canvas.viewing;
  if (rights.role === 'viewer') return canvas.viewer;
  if (rights.locked) return session.boardLocked;
  if (element?.locked) return refusals.locked;
  const group = element === null ? null : groupInCharge(store, element);
  return group === null ? canvas.notAllowed : handling.onlyMembers(said(nameOf(group)));
}

/** The sentence for a refusal of the server: names who could have made the change, where this reader sees them. */
export function whyRefused(
  store: BoardStore,
  { reason, elements }: { reason: Refusal; elements: readonly string[] },
): string {
  const { canvas, refusals, handling } = currentMessages();
  const element = elements
    .map((id) => store.nodes.get(id) ?? store.links.get(id))
    .find((found) => found !== undefined);
  if (reason !== 'not-yours' || element === undefined) return refusals[reason];
  const group = groupInCharge(store, element);
  return group === null ? canvas.notAllowed : handling.onlyMembers(said(nameOf(group)));
}

/**
 * The group whose members may change an element: a group's own, one that a person is seen to belong to, one
 * that a membership leads to. Null where this reader sees none: what is not seen is not named.
 */
function groupInCharge(store: BoardStore, element: Element): NodeSnapshot | null {
  if (!('position' in element))
    return element.kind === 'membership' ? (store.nodes.get(element.target) ?? null) : null;
  if (isGroupKind(element.kind)) return element;
  if (element.kind !== 'person') return null;
  for (const id of store.linksAt(element.id)) {
    const link = store.links.get(id);
    const group = link?.kind === 'membership' ? store.nodes.get(link.target) : undefined;
    if (group !== undefined) return group;
  }
  return null;
}
