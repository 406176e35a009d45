/** The fields of an element that a viewpoint is sent. */
import type { Graph } from '../../shared/graph/graph.ts';
import { type ElementRecord, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { Disclosure } from '../../shared/model/kinds.ts';
import type { Access, Field } from '../../shared/protocol.ts';
import { awaitsConfirmation } from '../../shared/visibility/drawing.ts';
import type { Scope } from '../../shared/visibility/scope.ts';
import type { ElementFields } from '../yjs/edits.ts';
import type { IdAliases } from './idAliases.ts';

export interface ProjectionContext {
  readonly graph: Graph;
  readonly scope: Scope;
  readonly idAliases: IdAliases;
}

/** The fields of an element that a viewpoint is sent; texts as strings. Built field by field: it is done often. */
export function project(element: ElementRecord, access: Access, context: ProjectionContext): ElementFields {
  const { scope, idAliases } = context;
  const { kind, label, caption, locked, audience, owner } = element;
  const fields: Partial<Record<Field, unknown>> = { kind, label, access };
  if (caption !== '') fields.caption = caption;
  if (locked) fields.locked = true;
  if (scope.viewpoint === 'facilitator') {
    if (audience !== undefined) fields.audience = audience;
    fields.owner = owner;
  } else if (awaitsConfirmation(element, scope)) fields.unconfirmed = true;
  if (isLink(element)) {
    fields.source = idAliases.of(element.source);
    fields.target = idAliases.of(element.target);
    return fields;
  }
  const { notes, position, size, color } = element;
  fields.notes = notes;
  fields.position = position;
  if (size !== undefined) fields.size = size;
  if (color !== undefined) fields.color = color;
  const disclosure = disclosureFor(element, context);
  if (disclosure !== undefined) fields.disclosure = disclosure;
  return fields;
}

/** Facilitators are sent what is set, participants what holds by inheritance, of the groups they stand in. */
function disclosureFor(node: NodeRecord, { graph, scope }: ProjectionContext): Disclosure | undefined {
  if (scope.viewpoint === 'facilitator') return node.disclosure;
  return scope.standing.has(node.id) ? (graph.disclosure(node) ?? undefined) : undefined;
}
