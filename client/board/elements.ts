/** Makes the shared maps of new elements. Only fields that a participant may write stand in them. */
import * as Y from 'yjs';
import type { Position, Size } from '../../shared/model/element.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../shared/model/kinds.ts';

export interface NewNode {
  readonly kind: NodeKind;
  readonly position: Position;
  readonly label?: string;
  readonly notes?: string;
  readonly caption?: string;
  readonly size?: Size | null;
  readonly color?: number | null;
}

export interface NewLink {
  readonly kind: LinkKind;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly label?: string;
  readonly caption?: string;
}

export function nodeMap({
  kind,
  position,
  label = '',
  notes = '',
  caption,
  size,
  color,
}: NewNode): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set('kind', kind);
  map.set('label', new Y.Text(label));
  map.set('notes', new Y.Text(notes));
  map.set('position', rounded(position));
  if (caption !== undefined && caption !== '') map.set('caption', caption);
  if (size !== undefined && size !== null) map.set('size', { ...size });
  if (color !== undefined && color !== null) map.set('color', color);
  return map;
}

export function linkMap({ kind, source, target, label = '', caption }: NewLink): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
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
