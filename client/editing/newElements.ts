/** Makes the shared maps of new elements. A disclosure and an audience are for facilitators to give. */
import * as Y from 'yjs';
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { Disclosure, LinkKind, NodeKind } from '../../shared/model/kinds.ts';

export interface NewNode {
  readonly kind: NodeKind;
  readonly position: Position;
  readonly label?: string;
  readonly notes?: string;
  readonly caption?: string;
  readonly size?: Size | null | undefined;
  readonly color?: number | null | undefined;
  readonly disclosure?: Disclosure | undefined;
  readonly audience?: readonly Viewpoint[] | undefined;
}

export interface NewLink {
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly label?: string;
  readonly caption?: string;
}

export function nodeMap(node: NewNode): Y.Map<unknown> {
  return fillNode(new Y.Map<unknown>(), node);
}

export function linkMap(link: NewLink): Y.Map<unknown> {
  return fillLink(new Y.Map<unknown>(), link);
}

/** Writes a new node into its map, which may already be on the board. */
export function fillNode(map: Y.Map<unknown>, node: NewNode): Y.Map<unknown> {
  const { kind, position, label = '', notes = '', caption, size, color, disclosure, audience } = node;
  map.set('kind', kind);
  map.set('label', new Y.Text(label));
  map.set('notes', new Y.Text(notes));
  map.set('position', rounded(position));
  if (caption !== undefined && caption !== '') map.set('caption', caption);
  if (size !== undefined && size !== null) map.set('size', { ...size });
  if (color !== undefined && color !== null) map.set('color', color);
  if (disclosure !== undefined) map.set('disclosure', disclosure);
  if (audience !== undefined) map.set('audience', [...audience]);
  return map;
}

export function fillLink(map: Y.Map<unknown>, link: NewLink): Y.Map<unknown> {
  const { kind, source, target, label = '', caption } = link;
  map.set('kind', kind);
  map.set('source', source);
  map.set('target', target);
  map.set('label', new Y.Text(label));
  if (caption !== undefined && caption !== '') map.set('caption', caption);
  return map;
}

/** Tenths of a unit are finer than anybody sees. */
export function rounded({ x, y }: Position): Position {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
