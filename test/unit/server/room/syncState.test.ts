import { describe, expect, it } from 'vitest';
import { SyncState } from '../../../../server/room/syncState.ts';
import { WIRE_LIMITS } from '../../../../shared/protocol.ts';

const SINCE = Uint8Array.of(1);
const UPDATE = Uint8Array.of(2);
const NOTHING = { asks: false, answer: null, saved: false };

/** A connection whose first turn has ended. */
function asked(): SyncState {
  const sync = new SyncState();
  sync.takeDues();
  return sync;
}

describe('the server', () => {
  it('asks the client once, at the end of its first turn', () => {
    const sync = new SyncState();
    expect([sync.takeDues(), sync.takeDues()]).toEqual([{ ...NOTHING, asks: true }, NOTHING]);
  });

  it('asks also a client that has sent everything of its own accord', () => {
    const sync = new SyncState();
    sync.release();
    expect([sync.takeDues(), sync.takeDues()]).toEqual([{ ...NOTHING, asks: true }, NOTHING]);
  });

  it('says once that what was written is saved', () => {
    const sync = asked();
    sync.written();
    sync.written();
    expect([sync.takeDues(), sync.takeDues()]).toEqual([{ ...NOTHING, saved: true }, NOTHING]);
  });
});

describe('a client', () => {
  it('listens from the answer to its question on', () => {
    const sync = asked();
    expect(sync.isListening).toBe(false);
    sync.ask('the beginning');
    expect(sync.isListening).toBe(false);
    expect(sync.takeDues().answer).toEqual({ since: 'the beginning', isFirst: true });
    expect([sync.isListening, sync.takeDues().answer]).toEqual([true, null]);
  });

  it('goes on listening while it asks once more, and is answered again', () => {
    const sync = asked();
    sync.ask('the beginning');
    sync.takeDues();
    sync.ask(SINCE);
    expect(sync.isListening).toBe(true);
    expect(sync.takeDues().answer).toEqual({ since: SINCE, isFirst: false });
  });

  it('that asks twice within a turn is answered the second question, as a first', () => {
    const sync = asked();
    sync.ask('the beginning');
    sync.ask(SINCE);
    expect(sync.takeDues().answer).toEqual({ since: SINCE, isFirst: true });
  });
});

describe('an update that builds on what has not come', () => {
  it.each([
    ['before the client is asked', () => new SyncState()],
    ['after', asked],
  ])('is held until the client has sent everything, %s', (_when, make) => {
    const sync = make();
    expect(sync.hold(UPDATE)).toBe(true);
    expect(sync.release()).toEqual([UPDATE]);
  });

  it('is released once, and held no more afterwards', () => {
    const sync = asked();
    sync.hold(UPDATE);
    sync.release();
    expect([sync.release(), sync.hold(UPDATE)]).toEqual([[], false]);
  });

  it('is not held beyond so many, nor beyond so many bytes', () => {
    const many = asked();
    for (let count = 0; count < 1_000; count += 1) expect(many.hold(UPDATE)).toBe(true);
    expect(many.hold(UPDATE)).toBe(false);
    const large = asked();
    expect(large.hold(new Uint8Array(WIRE_LIMITS.frameBytes))).toBe(true);
    expect(large.hold(UPDATE)).toBe(false);
  });
});
