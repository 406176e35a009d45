/** What a node's drawing takes from the rest of the board: its colour, its seats, what lies behind it. Pure. */

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
  /** Whether a membership is drawn as containment. */
  isHeld(id: LinkId): boolean;
  /** The class an element is marked with, as a lens does; empty for none. */
  markOf?(id: string): string;
}

type DrawnData = Pick<
  NodeData,
  'label' | 'caption' | 'notes' | 'hue' | 'disclosure' | 'locked' | 'seats' | 'heldMark' | 'backdrop'
>;

/** The mark of what a lens hides: only its outline is drawn. */
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

/** The smallest group in which a person's disc lies; null where there is none. */
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
 * The mark of a membership that no line stands for, as the node lies in the group. Under a lens both may be seen and
 * their membership not: then the lying in it alone must not say so. What is hidden goes before what is compared.
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

/** What a link is marked with where whoever sees its two ends sees it. */
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
  // The rule looks at the kind and at the node's own setting, of which there is none here.
  return disclosureOf({ kind: node.kind } as NodeRecord, store.policy);
}

/** Initials of the members of a cell whose discs lie somewhere else. */
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
