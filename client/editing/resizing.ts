/** Sizes as acts: set by numbers, or fitted to the members of a group. */

import * as Y from 'yjs';
import type { NodeId } from '../../shared/model/ids.ts';
import { type Shape, shapeOf } from '../shapes/shapes.ts';
import type { BoardEditor } from '../state/boardEditor.ts';
import { canEdit } from '../state/rights.ts';
import { holds } from '../state/scene/containment.ts';
import type { ActOptions } from '../sync/history.ts';
import { membersOf } from './dragSession.ts';
import { nodesOf } from './mutations.ts';
import { rounded } from './newElements.ts';
import { fitted, isSized, type SizedPlace } from './sizes.ts';

export function resizeNode(
  editor: BoardEditor,
  { id, position, size }: SizedPlace & { id: NodeId },
  options?: ActOptions,
): void {
  const { store, rights, history } = editor;
  const node = store.nodes.get(id);
  const map = nodesOf(editor).get(id);
  if (node === undefined || !canEdit(rights, node) || !(map instanceof Y.Map)) return;
  const at = rounded(position);
  history.act(() => {
    if (node.size?.width !== size.width || node.size?.height !== size.height) map.set('size', { ...size });
    if (node.position.x !== at.x || node.position.y !== at.y) map.set('position', at);
  }, options);
}

/** The positions of the members that a group is fitted to: those that lie in another group are left out. */
export function membersToFit(editor: Pick<BoardEditor, 'store'>, id: NodeId): Shape[] {
  const { store } = editor;
  const shape = (node: NodeId): Shape | null => {
    const snapshot = store.nodes.get(node);
    return snapshot === undefined ? null : shapeOf(snapshot);
  };
  const own = shape(id);
  return membersOf(editor, id).flatMap((member) => {
    const lies = shape(member);
    if (lies === null || own === null) return [];
    const groups = [...store.linksAt(member)].flatMap((link) => {
      const record = store.links.get(link);
      const other = record?.kind === 'membership' && record.source === member && record.target !== id;
      return other ? (shape(record.target) ?? []) : [];
    });
    return !holds(own, lies) && groups.some((group) => holds(group, lies)) ? [] : [lies];
  });
}

export function fitToMembers(editor: BoardEditor, id: NodeId): void {
  const node = editor.store.nodes.get(id);
  const placed =
    node !== undefined && isSized(node.kind) ? fitted(node.kind, membersToFit(editor, id)) : null;
  if (placed !== null) resizeNode(editor, { id, ...placed });
}
