/**
 * Brings declined drawings back: puts them under their own ids again, where the server takes them, and the links
 * that went with them, whole from its bin.
 */
import * as Y from 'yjs';
import type { ElementId } from '../../../shared/model/ids.ts';
import { isTextField } from '../../../shared/protocol.ts';
import { linksOf, mapOf, nodesOf } from '../../editing/mutations.ts';
import type { Workspace } from '../../state/workspace.ts';

export interface ElementCopy {
  readonly id: ElementId;
  readonly isNode: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

type BoardEditing = Pick<Workspace, 'store' | 'history' | 'rights'>;

/** The elements as they are now, with the links at them. */
export function copyOut(editor: BoardEditing, ids: readonly ElementId[]): ElementCopy[] {
  const { store } = editor;
  const all = new Set(ids);
  for (const id of ids) for (const link of store.linksAt(id)) all.add(link);
  return [...all].flatMap((id) => {
    const map = mapOf(editor, id);
    if (map === null) return [];
    return [{ id, isNode: !store.links.has(id), fields: map.toJSON() }];
  });
}

export function bringBack(editor: BoardEditing, copies: readonly ElementCopy[]): void {
  editor.history.act(() => {
    for (const { id, isNode, fields } of copies) {
      const home = isNode ? nodesOf(editor) : linksOf(editor);
      if (home.has(id)) continue;
      const map = new Y.Map<unknown>();
      for (const [field, value] of Object.entries(fields)) {
        map.set(field, isTextField(field) ? new Y.Text(String(value)) : value);
      }
      home.set(id, map);
    }
  });
}
