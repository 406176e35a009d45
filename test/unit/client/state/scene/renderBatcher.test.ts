/** When large changes are drawn: by a clock of the test's own. */
import { describe, expect, it } from 'vitest';
import { RenderBatcher, type TouchedElements } from '../../../../../client/state/scene/renderBatcher.ts';
import type { LinkId, NodeId } from '../../../../../shared/model/ids.ts';

function setUp() {
  const drawn: number[] = [];
  const due: { run: () => void; ms: number }[] = [];
  let onScreen: ((tookMs: number) => void) | null = null;
  const bulk = new RenderBatcher({
    draw: ({ nodes, links }) => drawn.push(nodes.size + links.size),
    afterDrawing: (run) => {
      onScreen = run;
      return () => {};
    },
    later: (run, ms) => {
      due.push({ run, ms });
      return () => {};
    },
  });
  return { bulk, drawn, due, shown: (tookMs: number) => onScreen?.(tookMs) };
}

const touched = (from: number, to: number): TouchedElements => ({
  nodes: new Set(Array.from({ length: to - from }, (_, at) => `n${from + at}` as NodeId)),
  links: new Set<LinkId>(),
});

describe('drawing large changes', () => {
  it('draws the first at once and gathers what comes while the page draws and rests', () => {
    const { bulk, drawn, due, shown } = setUp();
    bulk.change(touched(0, 200));
    expect(drawn).toEqual([200]);
    bulk.change(touched(200, 400));
    bulk.change(touched(300, 500));
    expect(drawn).toEqual([200]);
    shown(100);
    expect(due.map(({ ms }) => ms)).toEqual([400]);
    due[0]?.run();
    expect(drawn).toEqual([200, 300]);
  });

  it('never lets a small change wait, except while it is held', () => {
    const { bulk, drawn } = setUp();
    bulk.change(touched(0, 200));
    bulk.change(touched(500, 501));
    expect(drawn).toEqual([200, 1]);
    const release = bulk.hold();
    bulk.change(touched(501, 502));
    expect(drawn).toEqual([200, 1]);
    release();
  });

  it('draws all at once what came while it was held, however often it is let go', () => {
    const { bulk, drawn } = setUp();
    const release = bulk.hold();
    for (let at = 0; at < 5; at++) bulk.change(touched(at * 200, at * 200 + 200));
    expect(drawn).toEqual([]);
    release();
    release();
    expect(drawn).toEqual([1_000]);
    expect(bulk.isWaiting).toBe(false);
  });
});
