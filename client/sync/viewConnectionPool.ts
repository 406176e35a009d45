/**
 * The connections to views a facilitator looks through. The last few stay open, so that going back and forth
 * between viewpoints costs no new connection; whoever is not looked through says there that they have left.
 */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { ViewConnection } from './connection.ts';

/** Open at a time. */
const MAX_OPEN = 3;

export type OpenViewConnection = (
  viewpoint: Viewpoint,
  options: { readonly edits: boolean },
) => ViewConnection;

export class ViewConnectionPool {
  readonly #open: OpenViewConnection;
  /** In the order of use, the last used last. */
  readonly #connections = new Map<string, ViewConnection>();

  constructor(open: OpenViewConnection) {
    this.#open = open;
  }

  /** The connection to a view; one that has ended is made anew. */
  at(viewpoint: Viewpoint, edits: boolean): ViewConnection {
    const key = `${viewpoint} ${edits ? 'edits' : 'looks'}`;
    const known = this.#connections.get(key);
    const isOver = known !== undefined && known.state.phase === 'ended';
    if (isOver) known.destroy();
    const connection = known === undefined || isOver ? this.#open(viewpoint, { edits }) : known;
    this.#connections.delete(key);
    this.#connections.set(key, connection);
    for (const [oldest, spare] of this.#connections) {
      if (this.#connections.size <= MAX_OPEN) break;
      spare.destroy();
      this.#connections.delete(oldest);
    }
    return connection;
  }

  destroy(): void {
    for (const connection of this.#connections.values()) connection.destroy();
    this.#connections.clear();
  }
}
