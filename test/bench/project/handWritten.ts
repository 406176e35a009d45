/** What is sent of an element, written by hand field by field: the measure for the function made from the table. */
import type { ProjectionContext } from '../../../server/view/projector.ts';
import type { ElementFields } from '../../../server/yjs/edits.ts';
import { type ElementRecord, isLink } from '../../../shared/model/element.ts';
import type { Access } from '../../../shared/protocol.ts';
import { awaitsConfirmation } from '../../../shared/visibility/awaitsConfirmation.ts';

export function handWritten(
  element: ElementRecord,
  access: Access,
  { graph, scope, idAliases }: ProjectionContext,
): ElementFields {
  const { kind, label, caption, locked, audience, owner } = element;
  const fields: { -readonly [Field in keyof ElementFields]: ElementFields[Field] } = { kind, label, access };
  const isFacilitator = scope.viewpoint === 'facilitator';
  if (caption !== '') fields.caption = caption;
  if (locked) fields.locked = true;
  if (isFacilitator) {
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
  const isInside = scope.standing.has(element.id);
  const disclosure = isFacilitator ? element.disclosure : isInside ? graph.disclosure(element) : null;
  if (disclosure !== undefined && disclosure !== null) fields.disclosure = disclosure;
  return fields;
}
