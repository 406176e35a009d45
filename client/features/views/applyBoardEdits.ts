/** Makes previewed changes on the board: one transaction, one step of undo. Facilitators only: the server sees to it. */
import * as Y from 'yjs';
import type { BoardEdit } from '../../../shared/explain/boardEdit.ts';
import { isLink } from '../../../shared/model/element.ts';
import { newLinkId } from '../../../shared/model/ids.ts';
import { linksOf, nodesOf } from '../../editing/mutations.ts';
import { linkMap } from '../../editing/newElements.ts';
import type { BoardEditor } from '../../state/boardEditor.ts';

export function writeBoardEdits(editor: BoardEditor, edits: readonly BoardEdit[]): void {
  editor.history.act(() => {
    for (const edit of edits) applyEdit(editor, edit);
  });
}

function applyEdit(editor: BoardEditor, edit: BoardEdit): void {
  const { store } = editor;
  switch (edit.type) {
    case 'policy':
      store.doc.getMap('board').set('policy', { ...edit.policy });
      return;
    case 'put': {
      // New nodes are drawn by hand; what is thought of here are links.
      const { element } = edit;
      if (isLink(element)) linksOf(editor).set(newLinkId(), linkMap(element));
      return;
    }
    case 'remove':
      for (const link of [...store.linksAt(edit.id)]) linksOf(editor).delete(link);
      nodesOf(editor).delete(edit.id);
      linksOf(editor).delete(edit.id);
      return;
    case 'disclosure':
      setOrDelete(editor, { id: edit.id, field: 'disclosure', value: edit.disclosure });
      return;
    case 'audience':
      setOrDelete(editor, { id: edit.id, field: 'audience', value: edit.audience && [...edit.audience] });
      return;
    case 'owner':
      setOrDelete(editor, { id: edit.id, field: 'owner', value: edit.owner });
  }
}

function setOrDelete(
  editor: BoardEditor,
  { id, field, value }: { readonly id: string; readonly field: string; readonly value: unknown },
): void {
  const map = nodesOf(editor).get(id) ?? linksOf(editor).get(id);
  if (!(map instanceof Y.Map)) return;
  if (value === null) map.delete(field);
  else map.set(field, value);
}
