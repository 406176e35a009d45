/** Access over a memory store with a clock that stands still until it is moved. */
import { randomBytes } from 'node:crypto';
import { AccessControl } from '../../server/access/access.ts';
import { makeBoard } from '../../server/provisioning/newBoard.ts';
import type { InviteRow } from '../../server/store/store.ts';
import type { BoardId, RandomBytes } from '../../shared/model/ids.ts';
import { MemoryStore } from './memoryStore.ts';

export const random: RandomBytes = (bytes) => {
  bytes.set(randomBytes(bytes.length));
  return bytes;
};

export interface AccessBench {
  readonly store: MemoryStore;
  readonly access: AccessControl;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly board: BoardId;
  /** The facilitator's first invite. */
  readonly invite: InviteRow;
  pass(milliseconds: number): void;
  /** A token of a session opened with the invite. */
  enter(invite: InviteRow): Promise<string>;
}

/** One board with its first invite. */
export async function accessBench(): Promise<AccessBench> {
  let now = 1_700_000_000_000;
  const clock = () => now;
  const store = new MemoryStore();
  const access = new AccessControl({ store, key: randomBytes(32), clock, random });
  const made = await makeBoard({ store, access, clock, random }, {});
  if (made === null) throw new Error('No board was made.');
  return {
    store,
    access,
    clock,
    random,
    ...made,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    enter: async (invite) => {
      const entry = await access.enter({ board: invite.board, secret: access.secret(invite), name: '' });
      if (entry === null) throw new Error('The invite does not serve.');
      return entry.token;
    },
  };
}
