import { describe, expect, it } from 'vitest';
import { ClientIdOwners } from '../../../../server/yjs/clientIdOwners.ts';

const ANN = { session: 'ann', invite: 'i' };
const ANN_AGAIN = { session: 'ann2', invite: 'i' };
const BEN = { session: 'ben', invite: 'j' };

describe('client ids', () => {
  it('belong to who used them first; the same invite takes them over while the owner is away', () => {
    const clientIdOwners = new ClientIdOwners([]);
    clientIdOwners.arrive(ANN);
    clientIdOwners.addWriter(1, ANN);
    const mayUse = (author: typeof ANN) => clientIdOwners.mayUse(1, { author, isUsed: true });
    expect([ANN, ANN_AGAIN, BEN].map(mayUse)).toEqual([true, false, false]);
    clientIdOwners.leave(ANN);
    expect([ANN, ANN_AGAIN, BEN].map(mayUse)).toEqual([true, true, false]);
  });

  it('[B-3.6] are a thousand at most for one session, also after a restart', () => {
    const clientIdOwners = new ClientIdOwners([]);
    for (let client = 1; client <= 1_000; client += 1) {
      expect(clientIdOwners.hasRoomFor(1, ANN)).toBe(true);
      clientIdOwners.addWriter(client, ANN);
    }
    clientIdOwners.addWriter(1_000, ANN);
    expect(clientIdOwners.hasRoomFor(1, ANN)).toBe(false);
    expect(clientIdOwners.hasRoomFor(1, BEN)).toBe(true);
    expect(new ClientIdOwners(clientIdOwners.entries()).hasRoomFor(1, ANN)).toBe(false);
  });

  it('[B-6.7] used for presence alone are free again when their owner has left', () => {
    const clientIdOwners = new ClientIdOwners([]);
    clientIdOwners.arrive(ANN);
    clientIdOwners.addAwarenessId(5, ANN);
    expect(clientIdOwners.mayUse(5, { author: BEN, isUsed: false })).toBe(false);
    clientIdOwners.leave(ANN);
    expect(clientIdOwners.mayUse(5, { author: BEN, isUsed: false })).toBe(true);
  });
});
