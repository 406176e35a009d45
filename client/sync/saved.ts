/**
 * Whether this page's writes are durable: compares its own Yjs clock with the one the server has
 * acknowledged. Pure.
 */
import * as Y from 'yjs';

export type SavedState = 'saved' | 'saving' | 'offline';

export interface SavedFacts {
  readonly connected: boolean;
  /** The page's own clock: how much it has written. */
  readonly written: number;
  /** The clock that the server has acknowledged as durable. */
  readonly durable: number;
  /** Whether something was deleted since: deletions move no clock. */
  readonly deleting?: boolean;
}

export function savedState({ connected, written, durable, deleting = false }: SavedFacts): SavedState {
  if (!connected) return 'offline';
  return durable >= written && !deleting ? 'saved' : 'saving';
}

/** The clock of one writer in a base64 state vector; null when it cannot be read. */
export function clockIn(state: string, clientId: number): number | null {
  try {
    const bytes = Uint8Array.from(atob(state), (character) => character.charCodeAt(0));
    return Y.decodeStateVector(bytes).get(clientId) ?? 0;
  } catch {
    return null;
  }
}
