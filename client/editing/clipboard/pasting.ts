/** Copying and pasting as acts: one transaction, one step of undo, fresh ids. */
import type { Position } from '../../../shared/model/element.ts';
import { FIELDS_BY_NAME } from '../../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../../shared/model/fields.ts';
import { type NodeId, newLinkId, newNodeId, type Viewpoint } from '../../../shared/model/ids.ts';
import { renameIds } from '../../../shared/model/renameIds.ts';
import { usualSize } from '../../../shared/model/sizes.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import type { BoardEditor } from '../../state/boardEditor.ts';
import { canCreate, isFacilitator } from '../../state/rights.ts';
import { holderFor } from '../../state/scene/containment.ts';
import { linksOf, nodesOf, placedGroups } from '../mutations.ts';
import { linkMap, nodeMap } from '../newElements.ts';
import { type Clip, clipOf } from './clip.ts';
import { COPY_STEP } from './placing.ts';

/** What of the ids can be copied; null where no node is among them. */
export function clipFrom(editor: BoardEditor, ids: Iterable<string>): Clip | null {
  const { nodes, links } = editor.store;
  return clipOf({ nodes, links: links.values() }, ids);
}

/** Adds a clip's elements, moved by an offset. Each node joins the group it lies in. */
export function pasteClip(editor: BoardEditor, { clip, offset }: { clip: Clip; offset: Position }): NodeId[] {
  if (!canCreate(editor.rights)) return [];
  const fresh = new Map<NodeId, NodeId>(clip.nodes.map(({ id }) => [id, newNodeId()]));
  const groups = placedGroups(editor).filter(({ id }) => editor.store.nodes.get(id)?.locked !== true);
  const held = new Set(clip.links.filter(({ kind }) => kind === 'membership').map(({ source }) => source));
  editor.history.act(() => {
    for (const node of clip.nodes) {
      const id = fresh.get(node.id);
      if (id === undefined) continue;
      const position = { x: node.position.x + offset.x, y: node.position.y + offset.y };
      nodesOf(editor).set(
        id,
        nodeMap({ ...asMadeHere(editor, { root: 'nodes', element: node, fresh }), position }),
      );
      const shape = shapeOf({ ...node, position, size: node.size ?? null });
      const holder = held.has(node.id) || node.kind === 'note' ? null : holderFor({ id, shape }, groups);
      if (holder !== null) {
        linksOf(editor).set(newLinkId(), linkMap({ kind: 'membership', source: id, target: holder.id }));
      }
    }
    for (const link of clip.links) {
      if (fresh.has(link.source) && fresh.has(link.target))
        linksOf(editor).set(
          newLinkId(),
          linkMap(asMadeHere(editor, { root: 'links', element: link, fresh })),
        );
    }
  });
  return [...fresh.values()];
}

interface Pasting<Element> {
  readonly root: ElementRoot;
  readonly element: Element;
  readonly fresh: ReadonlyMap<NodeId, NodeId>;
}

/**
 * A copied element with ids of this board. Its access is no wider than the original's: of an audience,
 * viewpoints that are not on this board are dropped, without replacement. For participants, fields that only
 * facilitators may set are left out.
 */
function asMadeHere<Element extends object>(
  { rights, store }: BoardEditor,
  { root, element, fresh }: Pasting<Element>,
): Element {
  const here = (id: Viewpoint): Viewpoint | undefined => {
    if (id === 'facilitator' || id === 'everyone') return id;
    return fresh.get(id) ?? (store.nodes.has(id) ? id : undefined);
  };
  if (isFacilitator(rights)) return renameIds(element, { root, rename: here });
  const given = Object.entries(element).filter(
    ([name]) => FIELDS_BY_NAME[root].get(name)?.setBy !== 'facilitators',
  );
  // The fields that may be left out are optional.
  return renameIds(Object.fromEntries(given) as Element, { root, rename: here });
}

/** Duplicates nodes and the links among them, a little aside. Returns the new nodes' ids. */
export function duplicate(editor: BoardEditor, ids: Iterable<string>): NodeId[] {
  const clip = clipFrom(editor, ids);
  return clip === null ? [] : pasteClip(editor, { clip, offset: { x: COPY_STEP, y: COPY_STEP } });
}

/** Pastes plain text as a note. */
export function pasteText(
  editor: BoardEditor,
  { text, position }: { text: string; position: Position },
): NodeId | null {
  if (!canCreate(editor.rights)) return null;
  const id = newNodeId();
  editor.history.act(() =>
    nodesOf(editor).set(id, nodeMap({ kind: 'note', position, label: text, size: usualSize('note') })),
  );
  return id;
}
