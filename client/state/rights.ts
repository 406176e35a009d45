/**
 * The page's side of access control: the server projects each element's access into the view, so that the
 * page keeps no second copy of the rules.
 */
import type { Access, Role } from '../../shared/protocol.ts';

export interface Rights {
  readonly role: Role;
  /** A facilitator views as another viewpoint: editing is off unless they switch it on. */
  readonly viewing: boolean;
  /** Whether the board is locked for this person at the moment. */
  readonly locked?: boolean;
  /** Editing is switched on, with the rights of that viewpoint. */
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

/**
 * Whether the element's fields may be changed. An element without access data from the server is a new one of
 * this person.
 */
export function canEdit(rights: Rights, element: Accessible): boolean {
  return canCreate(rights) && !element.locked && element.access !== 'read';
}
