/** Who acts at a board. */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { Role } from '../../shared/protocol.ts';

/** What a session grants, and the viewpoint opened with it. */
export interface Principal {
  readonly session: string;
  readonly invite: string;
  readonly role: Role;
  /** The viewpoint of the session itself. */
  readonly home: Viewpoint;
  /** The viewpoint opened: the same, or for a facilitator any. */
  readonly viewpoint: Viewpoint;
  /** A facilitator looks through another viewpoint and has not asked to edit there. */
  readonly looksOnly?: true;
}
