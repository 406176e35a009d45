/**
 * Boards to measure with: records for our own store, and the same content as a doc for the peers, which know
 * no records.
 */
import * as Y from 'yjs';
import type { ElementRecord, LinkRecord, NodeRecord } from '../../../shared/model/element.ts';
import { isLink } from '../../../shared/model/element.ts';
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';

export const nodeId = (name: string) => name.padEnd(20, 'x') as NodeId;

function node(name: string, kind: NodeKind, index: number): NodeRecord {
  return {
    id: nodeId(name),
    kind,
    label: `${kind} ${index}`,
    caption: '',
    notes: '',
    position: { x: (index % 100) * 120, y: Math.floor(index / 100) * 120 },
    ...(kind !== 'person' && { size: { width: 320, height: 240 } }),
    locked: false,
    owner: 'facilitator',
  };
}

export function link(name: string, kind: LinkKind, ends: { source: NodeId; target: NodeId }): LinkRecord {
  const plain = { label: '', caption: '', locked: false, owner: 'facilitator' } as const;
  return { id: nodeId(name) as unknown as LinkId, kind, ...ends, ...plain };
}

/** Persons alone, enough for each writer to move its own. */
export function persons(count: number): ElementRecord[] {
  return Array.from({ length: count }, (_, index) => node(`p${index}`, 'person', index));
}

/**
 * A movement: cells and circles of persons, every person in one cell and one circle, and contacts and ties
 * among them up to the number of links asked for.
 */
export function movement({
  nodes,
  links,
  groups,
}: {
  nodes: number;
  links: number;
  groups: number;
}): ElementRecord[] {
  const elements: ElementRecord[] = [];
  for (let index = 0; index < groups; index += 1) elements.push(node(`cell${index}`, 'cell', index));
  for (let index = 0; index < groups; index += 1) elements.push(node(`circle${index}`, 'circle', index));
  const people = nodes - 2 * groups;
  for (let index = 0; index < people; index += 1) elements.push(node(`p${index}`, 'person', index));
  const person = (index: number) => nodeId(`p${index % people}`);
  let made = 0;
  for (let index = 0; index < people && made < links; index += 1, made += 1) {
    elements.push(
      link(`m${index}`, 'membership', { source: person(index), target: nodeId(`cell${index % groups}`) }),
    );
  }
  for (let index = 0; made < links; index += 1, made += 1) {
    elements.push(link(`t${index}`, 'tie', { source: person(index), target: person(index * 7 + 13) }));
  }
  return elements;
}

/** The elements as an open view holds them. */
export function docOf(elements: readonly ElementRecord[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.transact(() => {
    for (const element of elements) {
      const map = new Y.Map<unknown>();
      const { id, label, ...fields } = element;
      for (const [field, value] of Object.entries(fields)) {
        if (field !== 'owner' && value !== '' && value !== false && field !== 'notes') map.set(field, value);
      }
      map.set('label', new Y.Text(label));
      if (!isLink(element)) map.set('notes', new Y.Text(element.notes));
      map.set('access', 'edit');
      doc.getMap(isLink(element) ? 'links' : 'nodes').set(id, map);
    }
    doc.getMap('board').set('title', 'Bench');
  });
  return doc;
}
