/** The pace of a large change, against a server that answers when the test says so. */
import { ObservableV2 } from 'lib0/observable';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ImportThrottle } from '../../../../../client/features/exchange/importThrottle.ts';
import type { ViewReplica } from '../../../../../client/sync/viewReplica.ts';
import { CLOSE } from '../../../../../shared/closeCodes.ts';
import type { Notice } from '../../../../../shared/protocol.ts';

function setUp() {
  const doc = new Y.Doc();
  const provider = new ObservableV2<{ 'connection-close': (event: { code: number } | null) => void }>();
  let hear: (notice: Notice) => void = () => {};
  const copy = {
    doc,
    provider,
    hear(listener: (notice: Notice) => void) {
      hear = listener;
      return () => {};
    },
  } as unknown as ViewReplica;
  const throttle = new ImportThrottle(copy);
  return {
    doc,
    throttle,
    write: () => doc.getArray('a').push([1]),
    save: () =>
      hear({ type: 'saved', state: Buffer.from(Y.encodeStateVector(doc)).toString('base64') } as Notice),
    refuse: (id: string) => hear({ type: 'refused', elements: [id], reason: 'full' }),
    close: (code: number) => provider.emit('connection-close', [{ code }]),
  };
}

/** Writes a batch that takes so long, and waits until the pace goes on; answers how long it rested. */
async function batch({ throttle, write, save }: ReturnType<typeof setUp>, tookMs: number): Promise<number> {
  write();
  let isSettled = false;
  const settled = throttle.settled().then(() => {
    isSettled = true;
  });
  await vi.advanceTimersByTimeAsync(tookMs);
  save();
  let restMs = 0;
  for (; !isSettled && restMs < 5_000; restMs += 10) await vi.advanceTimersByTimeAsync(10);
  await settled;
  return restMs;
}

describe('the pace of a large change', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('goes on only when all that was written is durable', async () => {
    const { throttle, write, save } = setUp();
    await throttle.settled();
    write();
    let isSettled = false;
    void throttle.settled().then(() => {
      isSettled = true;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isSettled).toBe(false);
    save();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(isSettled).toBe(true);
  });

  it('makes batches larger while they are quick, and smaller when they are slow', async () => {
    const bench = setUp();
    const first = bench.throttle.size;
    await batch(bench, 20);
    const larger = bench.throttle.size;
    expect(larger).toBeGreaterThan(first);
    await batch(bench, 900);
    expect(bench.throttle.size).toBeLessThan(larger);
  });

  it('rests three times as long as a batch takes once the server found it too fast', async () => {
    const bench = setUp();
    expect(await batch(bench, 200)).toBeLessThan(120);
    bench.close(CLOSE.restarting);
    expect(await batch(bench, 200)).toBeLessThan(120);
    bench.close(CLOSE.tooFast);
    expect(await batch(bench, 200)).toBeGreaterThan(550);
  });

  it('gathers what was set back, and gives up with the copy', async () => {
    const { doc, throttle, write, refuse } = setUp();
    refuse('ada');
    expect([...throttle.refused]).toEqual(['ada']);
    write();
    const settled = throttle.settled();
    const failed = expect(settled).rejects.toThrow('The copy is gone.');
    doc.destroy();
    await failed;
  });
});
