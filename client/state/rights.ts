/**
 * What this person may do, as far as the page has to know: the server projects each element's access into
 * the view, so that no second copy of the rules is needed here.
 */
import type { Access, Role } from '../../shared/protocol.ts';

export interface Rights {
  readonly role: Role;
  /** A facilitator looks through another viewpoint: nothing is edited meanwhile, unless they want to. */
  readonly viewing: boolean;
  /** Whether the whole board is locked to this person, as of now. */
  readonly locked?: boolean;
  /** They want to, with the rights of that viewpoint. */
  readonly edits?: boolean;
}

interface Accessible {
  readonly access: Access | null;
  readonly locked: boolean;
}

export function canCreate({ role, viewing, edits = false, locked = false }: Rights): boolean {
  return role !== 'viewer' && (!viewing || edits) && !locked;
}

export function isFacilitator({ role, viewing }: Rights): boolean {
  return role === 'facilitator' && !viewing;
}

/** Whether the element's fields may change. An element that the server has not spoken of yet is one's own. */
export function canEdit(rights: Rights, element: Accessible): boolean {
  return canCreate(rights) && !element.locked && element.access !== 'read';
}
