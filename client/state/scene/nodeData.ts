/** The data that a node's drawing derives from the rest of the board: colour, seats, the ground behind it. Pure. */

import type { NodeRecord } from '../../../shared/model/element.ts';
import type { LinkId, NodeId } from '../../../shared/model/ids.ts';
import type { Disclosure } from '../../../shared/model/kinds.ts';
import { disclosureOf } from '../../../shared/policies/policies.ts';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import type { Backdrop, NodeData } from '../../shapes/sceneTypes.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import type { BoardStore } from '../../sync/store.ts';
import { initialsOf } from '../../ui/initials.ts';

export interface SceneFacts {
  readonly store: Pick<BoardStore, 'nodes' | 'links' | 'linksAt' | 'policy'>;
  /** Whether a membership is drawn by containment instead of a line. */
  isHeld(id: LinkId): boolean;
  /** The class of an element's mark, as a lens sets; empty for none. */
  markOf?(id: string): string;
}

type DrawnData = Pick<
  NodeData,
  'label' | 'caption' | 'notes' | 'hue' | 'disclosure' | 'locked' | 'seats' | 'heldMark' | 'backdrop'
>;

/** The mark of an element that a lens hides: only its outline is drawn. */
export const GHOST = 'is-ghost';

const NO_SEATS: readonly string[] = [];

export function nodeData(facts: SceneFacts, node: NodeSnapshot): DrawnData {
  const holder = node.kind === 'person' ? holderOf(facts, node.id) : null;
  return {
    label: node.label,
    caption: node.caption,
    notes: node.kind === 'person' ? node.notes : '',
    hue: hueOf(node, holder),
    disclosure: shownDisclosure(facts, node),
    locked: node.locked,
    seats: node.kind === 'cell' ? seatsOf(facts, node.id) : NO_SEATS,
    heldMark: heldMarkOf(facts, node.id),
    backdrop: holder === null ? null : backdropOf(holder),
  };
}

/** The smallest group that contains the disc of a person; null where there is none. */
function holderOf(facts: SceneFacts, id: NodeId): NodeSnapshot | null {
  const { store } = facts;
  let holder: NodeSnapshot | null = null;
  for (const linkId of store.linksAt(id)) {
    const link = store.links.get(linkId);
    if (link?.source !== id || !facts.isHeld(linkId)) continue;
    const group = store.nodes.get(link.target);
    if (group && (holder === null || (group.size?.width ?? 0) < (holder.size?.width ?? 0))) holder = group;
  }
  return holder;
}

/**
 * The mark of a membership that is drawn by containment. Under a lens both ends may be seen and the
 * membership not: containment alone would show it. A mark of the hidden goes before one of a comparison.
 */
function heldMarkOf(facts: SceneFacts, id: NodeId): string {
  const { store } = facts;
  const markOf = (of: string) => facts.markOf?.(of) ?? '';
  let found = '';
  for (const linkId of store.linksAt(id)) {
    const mark = markOf(linkId);
    const link = store.links.get(linkId);
    if (mark === '' || link?.source !== id || !facts.isHeld(linkId)) continue;
    if (mark === markOfBoth(markOf(id), markOf(link.target))) continue;
    if (found !== GHOST) found = mark;
  }
  return found;
}

/** The mark of a link that is seen wherever both its ends are. */
function markOfBoth(one: string, other: string): string {
  if (one === '' || one === other) return other;
  return other === '' ? one : GHOST;
}

function hueOf({ kind, color }: NodeSnapshot, holder: NodeSnapshot | null): number | null {
  if (!NODE_SHAPES[kind].isColored) return null;
  return color ?? holder?.color ?? null;
}

function backdropOf({ kind, color }: NodeSnapshot): Backdrop {
  return { kind, hue: color };
}

function shownDisclosure({ store }: SceneFacts, node: NodeSnapshot): Disclosure | null {
  if (node.disclosure !== null || store.policy === null) return node.disclosure;
  // The rule reads the kind and the node's own disclosure, which is not given here.
  return disclosureOf({ kind: node.kind } as NodeRecord, store.policy);
}

/** Initials of the members of a cell whose discs lie outside of it. */
function seatsOf(facts: SceneFacts, id: NodeId): readonly string[] {
  const { store } = facts;
  const members: NodeSnapshot[] = [];
  for (const linkId of store.linksAt(id)) {
    const link = store.links.get(linkId);
    if (link?.kind !== 'membership' || link.target !== id || facts.isHeld(linkId)) continue;
    if (facts.markOf?.(linkId) === GHOST) continue;
    const member = store.nodes.get(link.source);
    if (member?.kind === 'person') members.push(member);
  }
  if (members.length === 0) return NO_SEATS;
  return members.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ label }) => initialsOf(label));
}
