import { beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from '../../../../server/room/roomDeps.ts';
import { type ScheduledRoom, TurnScheduler } from '../../../../server/room/turnScheduler.ts';
import type { BoardCommit } from '../../../../server/store/store.ts';
import type { BoardId } from '../../../../shared/model/ids.ts';

/** What happened, in order. */
let log: string[];
/** Commits under way, oldest first. */
let underWay: { done(): void; fail(): void }[];

class FakeRoom implements ScheduledRoom {
  readonly id: BoardId;
  isClosed = false;
  /** Throws when its turn comes. */
  isBroken = false;
  hasCommit = true;

  constructor(id: string) {
    this.id = id as BoardId;
  }

  collect(): Turn {
    if (this.isBroken) throw new Error(`${this.id} is broken`);
    log.push(`collect ${this.id}`);
    return {
      commit: this.hasCommit ? ({ board: this.id } as BoardCommit) : null,
      deliver: () => log.push(`deliver ${this.id}`),
      fail: ({ message }) => log.push(`fail ${this.id}: ${message}`),
    };
  }
}

function scheduler(): TurnScheduler<FakeRoom> {
  return new TurnScheduler<FakeRoom>({
    commit: (commits) => {
      log.push(`commit ${commits.map(({ board }) => board)}`);
      return new Promise((resolve, reject) => {
        underWay.push({ done: resolve, fail: () => reject(new Error('The disk is full.')) });
      });
    },
    onCollectFailed: (room, cause) => log.push(`not collected ${room.id}: ${String(cause)}`),
    onCommitFailed: (rooms, cause) =>
      log.push(`not committed ${rooms.map(({ id }) => id)}: ${String(cause)}`),
    busyShare: () => 0,
  });
}

/** Lets the event loop turn a few times. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  log = [];
  underWay = [];
});

describe('a turn', () => {
  it('commits the work of all rooms that asked at once, and then delivers it', async () => {
    const scheduled = scheduler();
    const [a, b] = [new FakeRoom('a'), new FakeRoom('b')];
    for (const room of [a, b, a]) scheduled.request(room);
    expect(log).toEqual([]);
    await turns();
    expect(log.splice(0)).toEqual(['collect a', 'collect b', 'commit a,b']);
    underWay[0]?.done();
    await turns();
    expect(log).toEqual(['deliver a', 'deliver b']);
  });

  it('waits for the commit of the one before', async () => {
    const scheduled = scheduler();
    const [a, b] = [new FakeRoom('a'), new FakeRoom('b')];
    scheduled.request(a);
    await turns();
    scheduled.request(a);
    scheduled.request(b);
    await turns();
    expect(log.splice(0)).toEqual(['collect a', 'commit a']);
    underWay[0]?.done();
    await turns();
    expect(log).toEqual(['deliver a', 'collect a', 'collect b', 'commit a,b']);
  });

  it('delivers without a commit where there is nothing to keep', async () => {
    const scheduled = scheduler();
    const room = new FakeRoom('a');
    room.hasCommit = false;
    scheduled.request(room);
    await turns();
    expect(log).toEqual(['collect a', 'deliver a']);
  });

  it('passes over a room that has been closed since it asked', async () => {
    const scheduled = scheduler();
    const room = new FakeRoom('a');
    scheduled.request(room);
    room.isClosed = true;
    await turns();
    expect(log).toEqual([]);
  });

  it('goes on without a room that fails', async () => {
    const scheduled = scheduler();
    const [a, b] = [new FakeRoom('a'), new FakeRoom('b')];
    a.isBroken = true;
    scheduled.request(a);
    scheduled.request(b);
    await turns();
    expect(log).toEqual(['not collected a: Error: a is broken', 'collect b', 'commit b']);
  });

  it('whose commit fails delivers nothing and reports its rooms, then the next begins', async () => {
    const scheduled = scheduler();
    const [a, b, c] = [new FakeRoom('a'), new FakeRoom('b'), new FakeRoom('c')];
    scheduled.request(a);
    scheduled.request(b);
    await turns();
    scheduled.request(c);
    log.length = 0;
    underWay[0]?.fail();
    await turns();
    expect(log).toEqual([
      'not committed a,b: Error: The disk is full.',
      'fail a: Nothing could be saved.',
      'fail b: Nothing could be saved.',
      'collect c',
      'commit c',
    ]);
  });
});

describe('a room', () => {
  it('has pending work from its request until its commit is durable', async () => {
    const scheduled = scheduler();
    const room = new FakeRoom('a');
    const seen = [scheduled.isPending(room)];
    scheduled.request(room);
    seen.push(scheduled.isPending(room));
    await turns();
    seen.push(scheduled.isPending(room));
    underWay[0]?.done();
    await turns();
    seen.push(scheduled.isPending(room));
    expect(seen).toEqual([false, true, true, false]);
  });

  it('can be waited for by its board until its commit is durable', async () => {
    const scheduled = scheduler();
    scheduled.request(new FakeRoom('a'));
    await turns();
    const committed: string[] = [];
    for (const board of ['a', 'b'] as BoardId[])
      void scheduled.committed(board).then(() => committed.push(board));
    await turns();
    expect(committed).toEqual(['b']);
    underWay[0]?.done();
    await turns();
    expect(committed).toEqual(['b', 'a']);
  });
});

describe('finishing', () => {
  it('waits for the turn under way and gives every room a last one', async () => {
    const scheduled = scheduler();
    const [a, b] = [new FakeRoom('a'), new FakeRoom('b')];
    scheduled.request(a);
    await turns();
    let isFinished = false;
    const finished = scheduled.finish([a, b]).then(() => {
      isFinished = true;
    });
    await turns();
    expect([isFinished, log.splice(0)]).toEqual([false, ['collect a', 'commit a']]);
    underWay[0]?.done();
    await turns();
    expect([isFinished, log.splice(0)]).toEqual([
      false,
      ['deliver a', 'collect a', 'collect b', 'commit a,b'],
    ]);
    underWay[1]?.done();
    await finished;
    expect(log).toEqual(['deliver a', 'deliver b']);
  });
});
