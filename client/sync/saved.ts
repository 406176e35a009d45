/**
 * Whether what this page wrote is durable. The server says up to which clock each writer's changes are
 * safe; the page compares its own. Pure.
 */
import * as Y from 'yjs';

export type SavedState = 'saved' | 'saving' | 'offline';

export interface SavedFacts {
  readonly connected: boolean;
  /** Clock of this page's own writer: how much it has written. */
  readonly written: number;
  /** How much of that the server has called durable. */
  readonly durable: number;
  /** Whether something was deleted since: that is no writing of its own, so no clock tells of it. */
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
