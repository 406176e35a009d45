import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clockIn, savedState } from '../../../../client/sync/saved.ts';

describe('saved state', () => {
  it('is saved once the server has called durable all that was written', () => {
    expect(savedState({ connected: true, written: 7, durable: 7 })).toBe('saved');
    expect(savedState({ connected: true, written: 8, durable: 7 })).toBe('saving');
  });

  it('is offline without a connection, whatever is written', () => {
    expect(savedState({ connected: false, written: 0, durable: 0 })).toBe('offline');
  });

  it('reads a writer’s clock from a base64 state vector, and none from junk', () => {
    const doc = new Y.Doc();
    doc.getMap('board').set('title', 'x');
    const state = btoa(String.fromCharCode(...Y.encodeStateVector(doc)));
    expect(clockIn(state, doc.clientID)).toBe(1);
    expect(clockIn(state, doc.clientID + 1)).toBe(0);
    expect(clockIn('%%%', 1)).toBeNull();
  });
});

describe('a deletion', () => {
  it('is saving until the server has spoken again, though no clock moved', () => {
    expect(savedState({ connected: true, written: 7, durable: 7, deleting: true })).toBe('saving');
    expect(savedState({ connected: false, written: 7, durable: 7, deleting: true })).toBe('offline');
  });
});
