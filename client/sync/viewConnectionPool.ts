/**
 * A pool of connections to the viewpoints a facilitator views as. The most recent few stay open, so that
 * switching back and forth opens no new connection; in the ones not shown the presence is cleared.
 */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { ViewConnection } from './connection.ts';

/** How many stay open. */
const MAX_OPEN = 3;

export type OpenViewConnection = (
  viewpoint: Viewpoint,
  options: { readonly edits: boolean },
) => ViewConnection;

export class ViewConnectionPool {
  readonly #open: OpenViewConnection;
  /** Least recently used first. */
  readonly #connections = new Map<string, ViewConnection>();

  constructor(open: OpenViewConnection) {
    this.#open = open;
  }

  /** The connection to a view; an ended one is opened anew. */
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
