/**
 * What a viewpoint may change, decided in one place from what that viewpoint sees and stands in, so that a
 * refusal never tells anything hidden. A null means allowed; anything else is the reason why not.
 */

import type { Graph } from '../graph/graph.ts';
import type { ElementRecord, LinkRecord, NodeRecord } from '../model/element.ts';
import { isConfirmed, isLink } from '../model/element.ts';
import { FIELD_LISTS, fieldNames, isDefault, type NamedField } from '../model/fieldLists.ts';
import type { NodeId, Viewpoint } from '../model/ids.ts';
import { isGroupKind, LINK_RULES, type LinkKind, mayJoin } from '../model/kinds.ts';
import type { Access, Refusal, Role } from '../protocol.ts';
import { openLink } from '../visibility/localRules.ts';
import type { Scope } from '../visibility/scope.ts';
import { isWithheld } from '../visibility/trackedGraph.ts';

export type Verdict = Refusal | null;

/** Who wants to change something, on which board, with which eyes. */
export interface Actor {
  readonly graph: Graph;
  readonly role: Role;
  readonly scope: Scope;
  /** Whether the viewpoint sees the node. */
  readonly shows: (id: NodeId) => boolean;
}

/** Fields that decide what others see or may do: the facilitator's alone. */
const GOVERNING: ReadonlyMap<string, NamedField> = new Map(
  [...FIELD_LISTS.nodes, ...FIELD_LISTS.links]
    .filter(({ setBy }) => setBy === 'facilitators')
    .map((field) => [field.name, field]),
);
/** Fields that make an element what it is: for nobody, once it exists. */
const FIXED = new Set(['id', ...fieldNames(({ setBy }) => setBy === 'maker' || setBy === 'server')]);

const isFacilitator = (actor: Actor) =>
  actor.role === 'facilitator' && actor.scope.viewpoint === 'facilitator';

/** Whether the actor may change anything at all: by its role, and while the board is not locked as a whole. */
export function mayEdit(actor: Actor): Verdict {
  if (actor.role === 'viewer') return 'viewer';
  return actor.graph.isLocked && !isFacilitator(actor) ? 'locked' : null;
}

export function mayChange(actor: Actor, element: ElementRecord, field: string): Verdict {
  const refused = mayEdit(actor);
  if (refused !== null) return refused;
  if (FIXED.has(field)) return 'fixed';
  if (isFacilitator(actor)) return null;
  if (GOVERNING.has(field)) return 'facilitator-only';
  if (element.locked) return 'locked';
  if (actor.graph.policy.commons || holds(actor, element)) return null;
  return !isLink(element) && isInCharge(actor, element) ? null : 'not-yours';
}

export function mayDelete(actor: Actor, element: ElementRecord): Verdict {
  const refused = mayEdit(actor);
  if (refused !== null) return refused;
  if (isFacilitator(actor)) return null;
  if (element.locked) return 'locked';
  if (actor.graph.policy.commons || holds(actor, element)) return null;
  const ownDoor = isLink(element) && element.kind === 'membership' && actor.scope.manages.has(element.target);
  return ownDoor ? null : 'not-yours';
}

/** Whether the actor may set the field on something it makes. */
export function mayMakeWith(actor: Actor, field: string, value: unknown): Verdict {
  if (isFacilitator(actor)) return null;
  if (field === 'owner') return mayOwn(actor, value) ? null : 'facilitator-only';
  const governing = GOVERNING.get(field);
  return governing === undefined || isDefault(governing, value) ? null : 'facilitator-only';
}

export function mayCreateNode(actor: Actor): Verdict {
  return mayEdit(actor);
}

export function mayCreateLink(actor: Actor, link: Pick<LinkRecord, 'kind' | 'source' | 'target'>): Verdict {
  const refused = mayEdit(actor);
  if (refused !== null) return refused;
  const source = actor.graph.nodes.get(link.source);
  const target = actor.graph.nodes.get(link.target);
  // An end that is hidden and an end that does not exist are answered alike.
  if (source === undefined || target === undefined) return 'missing-end';
  if (!actor.shows(source.id) || !actor.shows(target.id)) return 'missing-end';
  if (link.source === link.target) return 'not-joinable';
  if (!mayJoin(link.kind, { source: source.kind, target: target.kind })) return 'not-joinable';
  return publishes(actor, link.kind) ? 'facilitator-only' : null;
}

/**
 * What everyone draws counts at once. Off a commons board a link that rules walk along would then let anybody
 * widen what a viewpoint sees, so an editor who joined as everyone draws only links that reveal nothing.
 */
function publishes(actor: Actor, kind: LinkKind): boolean {
  if (actor.scope.viewpoint !== 'everyone' || actor.graph.policy.commons) return false;
  return LINK_RULES[kind].walked;
}

/** Whom something new belongs to: its maker's viewpoint, or the group of the maker's that was asked for. */
export function ownerFor(actor: Actor, asked: Viewpoint | undefined): Viewpoint {
  if (isFacilitator(actor)) return asked ?? 'facilitator';
  if (actor.graph.policy.commons) return 'everyone';
  return asked !== undefined && mayOwn(actor, asked) ? asked : actor.scope.viewpoint;
}

/** The access to project: whether an editor at this viewpoint may change or delete the element. */
export function accessTo(actor: Omit<Actor, 'role'>, element: ElementRecord): Access {
  const editor: Actor = {
    ...actor,
    role: actor.scope.viewpoint === 'facilitator' ? 'facilitator' : 'editor',
  };
  const may = mayChange(editor, element, 'label') === null || mayDelete(editor, element) === null;
  return may ? 'edit' : 'read';
}

/** Whether the element belongs to the viewpoint or to a group it manages. */
function holds(actor: Actor, element: ElementRecord): boolean {
  const { viewpoint, manages } = actor.scope;
  return element.owner === viewpoint || manages.has(element.owner);
}

/** The viewpoint's own node, a group it manages, or a person who is seen to be a member of one. */
function isInCharge(actor: Actor, node: NodeRecord): boolean {
  const { viewpoint, manages } = actor.scope;
  if (node.id === viewpoint || manages.has(node.id)) return true;
  if (node.kind !== 'person') return false;
  for (const link of actor.graph.linksOf(node.id, 'membership')) {
    if (manages.has(link.target) && isConfirmed(link) && seesMembership(actor, link)) return true;
  }
  return false;
}

/** Whether a membership of a visible person in a group that the viewpoint manages is visible itself. */
function seesMembership({ graph, scope }: Actor, link: LinkRecord): boolean {
  if (link.audience !== undefined) return !isWithheld(link, scope.viewpoint);
  return scope.shown.has(link.id) || openLink(graph, link, scope.viewpoint);
}

function mayOwn(actor: Actor, owner: unknown): boolean {
  const { viewpoint, standing } = actor.scope;
  if (owner === viewpoint || actor.graph.policy.commons) return true;
  const group = typeof owner === 'string' ? actor.graph.nodes.get(owner) : undefined;
  return group !== undefined && isGroupKind(group.kind) && standing.has(group.id);
}
