/** Copying and pasting as acts: one transaction, one step of undo, fresh ids. */
import * as v from 'valibot';
import * as Y from 'yjs';
import { FIELD_SCHEMAS, type Position } from '../../../shared/model/element.ts';
import { type NodeId, newLinkId, newNodeId } from '../../../shared/model/ids.ts';
import { usualSize } from '../../../shared/model/sizes.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import type { BoardEditor } from '../../state/boardEditor.ts';
import { canCreate, isFacilitator } from '../../state/rights.ts';
import { holderFor } from '../../state/scene/containment.ts';
import { linksOf, nodesOf, placedGroups } from '../mutations.ts';
import { linkMap, nodeMap } from '../newElements.ts';
import { type Clip, type ClipNode, clipOf } from './clip.ts';
import { COPY_STEP } from './placing.ts';

/** What of the ids can be copied; null where no node is among them. */
export function clipFrom(editor: BoardEditor, ids: Iterable<string>): Clip | null {
  const { store } = editor;
  const audienceOf = (id: NodeId) => {
    const map = nodesOf(editor).get(id);
    const parsed = v.safeParse(
      FIELD_SCHEMAS.audience,
      map instanceof Y.Map ? map.get('audience') : undefined,
    );
    return parsed.success ? parsed.output : undefined;
  };
  return clipOf({ nodes: store.nodes, links: store.links.values(), audienceOf }, ids);
}

/** Adds what a clip holds, moved by an offset. Each node belongs to the group it comes to lie in. */
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
      nodesOf(editor).set(id, nodeMap({ ...node, position, ...governing(editor, { node, fresh }) }));
      const shape = shapeOf({ ...node, position, size: node.size ?? null });
      const holder = held.has(node.id) || node.kind === 'note' ? null : holderFor({ id, shape }, groups);
      if (holder !== null) {
        linksOf(editor).set(newLinkId(), linkMap({ kind: 'membership', source: id, target: holder.id }));
      }
    }
    for (const link of clip.links) {
      const [source, target] = [fresh.get(link.source), fresh.get(link.target)];
      if (source && target) linksOf(editor).set(newLinkId(), linkMap({ ...link, source, target }));
    }
  });
  return [...fresh.values()];
}

/**
 * What decides who sees a node: a copy is as closed as what it was made of. Of an audience, those who are not
 * on this board drop out, and nobody comes in their place. A participant cannot set any of it.
 */
function governing(
  { rights, store }: BoardEditor,
  { node, fresh }: { node: ClipNode; fresh: ReadonlyMap<NodeId, NodeId> },
): Pick<ClipNode, 'disclosure' | 'audience'> {
  if (!isFacilitator(rights)) return { disclosure: undefined, audience: undefined };
  const audience = node.audience?.flatMap((viewpoint) => {
    if (viewpoint === 'facilitator' || viewpoint === 'everyone') return [viewpoint];
    const twin = fresh.get(viewpoint);
    if (twin !== undefined) return [twin];
    return store.nodes.has(viewpoint) ? [viewpoint] : [];
  });
  return { disclosure: node.disclosure, audience };
}

/** Copies nodes and the links among them, a little aside. Returns the new nodes' ids. */
export function duplicate(editor: BoardEditor, ids: Iterable<string>): NodeId[] {
  const clip = clipFrom(editor, ids);
  return clip === null ? [] : pasteClip(editor, { clip, offset: { x: COPY_STEP, y: COPY_STEP } });
}

/** A note that holds words. */
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
