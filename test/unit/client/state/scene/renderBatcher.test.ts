/** When large changes are drawn: by a clock of the test's own. */
import { describe, expect, it } from 'vitest';
import { RenderBatcher, type TouchedElements } from '../../../../../client/state/scene/renderBatcher.ts';
import type { LinkId, NodeId } from '../../../../../shared/model/ids.ts';

function setUp() {
  const drawn: number[] = [];
  const due: { run: () => void; ms: number }[] = [];
  let onScreen: ((tookMs: number) => void) | null = null;
  const batcher = new RenderBatcher({
    draw: ({ nodes, links }) => drawn.push(nodes.size + links.size),
    afterDrawing: (run) => {
      onScreen = run;
      return () => {};
    },
    schedule: (run, ms) => {
      due.push({ run, ms });
      return () => {};
    },
  });
  return { batcher, drawn, due, shown: (tookMs: number) => onScreen?.(tookMs) };
}

const touched = (from: number, to: number): TouchedElements => ({
  nodes: new Set(Array.from({ length: to - from }, (_, at) => `n${from + at}` as NodeId)),
  links: new Set<LinkId>(),
});

describe('drawing large changes', () => {
  it('draws the first at once and gathers what comes while the page draws and rests', () => {
    const { batcher, drawn, due, shown } = setUp();
    batcher.change(touched(0, 200));
    expect(drawn).toEqual([200]);
    batcher.change(touched(200, 400));
    batcher.change(touched(300, 500));
    expect(drawn).toEqual([200]);
    shown(100);
    expect(due.map(({ ms }) => ms)).toEqual([400]);
    due[0]?.run();
    expect(drawn).toEqual([200, 300]);
  });

  it('never lets a small change wait, except while it is held', () => {
    const { batcher, drawn } = setUp();
    batcher.change(touched(0, 200));
    batcher.change(touched(500, 501));
    expect(drawn).toEqual([200, 1]);
    const release = batcher.hold();
    batcher.change(touched(501, 502));
    expect(drawn).toEqual([200, 1]);
    release();
  });

  it('draws all at once what came while it was held, however often it is let go', () => {
    const { batcher, drawn } = setUp();
    const release = batcher.hold();
    for (let at = 0; at < 5; at++) batcher.change(touched(at * 200, at * 200 + 200));
    expect(drawn).toEqual([]);
    release();
    release();
    expect(drawn).toEqual([1_000]);
    expect(batcher.isWaiting).toBe(false);
  });
});
