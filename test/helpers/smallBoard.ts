/**
 * A small board that has one of everything: two cells that must not know each other, two circles that touch
 * through a contact, an area, an open organization, a centre that guides, notes, and marks to look for.
 */
import type { ElementRecord, LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type { LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../shared/model/kinds.ts';

export const VIEWPOINTS: readonly Viewpoint[] = [
  'facilitator',
  'everyone',
  'cell1' as NodeId,
  'cell2' as NodeId,
  'circle1' as NodeId,
  'circle2' as NodeId,
  'centre' as NodeId,
  'ada' as NodeId,
];

export function node(id: string, kind: NodeKind, more: Partial<NodeRecord> = {}): NodeRecord {
  return {
    id: id as NodeId,
    kind,
    label: `label of ${id}`,
    caption: `caption of ${id}`,
    notes: `notes of ${id}`,
    position: { x: id.length * 10, y: 0 },
    locked: false,
    owner: 'facilitator',
    ...more,
  };
}

export function link(
  kind: LinkKind,
  ends: readonly [source: string, target: string],
  more: Partial<LinkRecord> = {},
): LinkRecord {
  const [source, target] = ends;
  return {
    id: `${kind}-${source}-${target}` as LinkId,
    kind,
    source: source as NodeId,
    target: target as NodeId,
    label: `label of ${kind} ${source} ${target}`,
    caption: '',
    locked: false,
    owner: 'facilitator',
    ...more,
  };
}

export function smallBoard(): ElementRecord[] {
  const persons = ['ada', 'bilal', 'chen', 'dara', 'esra', 'farid', 'goran', 'hana', 'ivo', 'jun'];
  return [
    node('centre', 'body'),
    node('union', 'organization'),
    node('north', 'area'),
    node('cell1', 'cell'),
    node('cell2', 'cell'),
    node('circle1', 'circle'),
    node('circle2', 'circle'),
    ...persons.map((name) => node(name, 'person')),
    node('memo', 'note'),
    link('membership', ['ada', 'cell1']),
    link('membership', ['bilal', 'cell1']),
    link('membership', ['chen', 'cell2']),
    link('membership', ['dara', 'cell2']),
    link('membership', ['ada', 'circle1']),
    link('membership', ['chen', 'circle1']),
    link('membership', ['esra', 'circle1']),
    link('membership', ['farid', 'circle2']),
    link('membership', ['goran', 'circle2']),
    link('membership', ['dara', 'circle2']),
    link('membership', ['hana', 'union']),
    link('membership', ['ivo', 'union']),
    link('membership', ['circle1', 'north']),
    link('membership', ['jun', 'centre']),
    link('guidance', ['centre', 'cell1']),
    link('guidance', ['centre', 'cell2']),
    link('delegation', ['circle2', 'centre']),
    link('contact', ['esra', 'farid']),
    link('contact', ['ada', 'hana']),
    link('channel', ['centre', 'circle1']),
    link('tie', ['circle1', 'circle2']),
    link('tie', ['union', 'ivo']),
  ];
}
