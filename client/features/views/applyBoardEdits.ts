/** Makes previewed changes on the board: one transaction, one step of undo. Facilitators only: the server sees to it. */
import * as Y from 'yjs';
import type { BoardEdit } from '../../../shared/explain/boardEdit.ts';
import { isLink } from '../../../shared/model/element.ts';
import { type NodeId, newLinkId } from '../../../shared/model/ids.ts';
import { type BoardEditor, linksOf, nodesOf } from '../../editing/mutations.ts';
import { linkMap } from '../../editing/newElements.ts';

export function writeBoardEdits(acting: BoardEditor, edits: readonly BoardEdit[]): void {
  acting.history.act(() => {
    for (const edit of edits) applyEdit(acting, edit);
  });
}

function applyEdit(acting: BoardEditor, edit: BoardEdit): void {
  const { store } = acting;
  switch (edit.type) {
    case 'policy':
      store.doc.getMap('board').set('policy', { ...edit.policy });
      return;
    case 'put': {
      // New nodes are drawn by hand; what is thought of here are links.
      const { element } = edit;
      if (isLink(element)) linksOf(acting).set(newLinkId(), linkMap(element));
      return;
    }
    case 'remove':
      for (const link of [...store.linksAt(edit.id as NodeId)]) linksOf(acting).delete(link);
      nodesOf(acting).delete(edit.id);
      linksOf(acting).delete(edit.id);
      return;
    case 'disclosure':
      setOrDelete(acting, { id: edit.id, field: 'disclosure', value: edit.disclosure });
      return;
    case 'audience':
      setOrDelete(acting, { id: edit.id, field: 'audience', value: edit.audience && [...edit.audience] });
      return;
    case 'owner':
      setOrDelete(acting, { id: edit.id, field: 'owner', value: edit.owner });
  }
}

function setOrDelete(
  acting: BoardEditor,
  { id, field, value }: { readonly id: string; readonly field: string; readonly value: unknown },
): void {
  const map = nodesOf(acting).get(id) ?? linksOf(acting).get(id);
  if (!(map instanceof Y.Map)) return;
  if (value === null) map.delete(field);
  else map.set(field, value);
}
