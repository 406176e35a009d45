/**
 * What checking costs the main thread on a large view: reading what changed and making the message. The bounds
 * are several times what a slow machine needs; the numbers are printed for the docs.
 */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import { feedChecks } from '../../../../../client/features/checks/feed.ts';
import type { ChecksQuestion } from '../../../../../client/features/checks/wire.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import { nodeId } from '../../../../helpers/boards.ts';

const NODES = 3_000;
const LINKS = 4_000;
const EDITS = 200;

it('costs next to nothing for each edit at three thousand nodes', () => {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (let index = 0; index < NODES; index++) {
      const kind = index % 20 === 0 ? 'circle' : 'person';
      const more = { label: `Node ${index}`, position: { x: index, y: index } };
      doc.getMap('nodes').set(`n${index}`, nodeMap({ kind, ...more }));
    }
    for (let index = 0; index < LINKS; index++) {
      const [source, target] = [index % NODES, (Math.floor(index / 20) * 20) % NODES];
      const ends = { source: nodeId(`n${source}`), target: nodeId(`n${target}`) };
      doc.getMap('links').set(`l${index}`, linkMap({ kind: 'membership', ...ends }));
    }
  });
  const store = new BoardStore(doc);
  let waiting: (() => void) | null = null;
  let sent = 0;
  const stop = feedChecks({
    store,
    // What the browser does to hand it to the worker.
    post: (message: ChecksQuestion) => {
      structuredClone(message);
      sent += 1;
    },
    schedule: (run) => {
      waiting = run;
      return () => {
        waiting = null;
      };
    },
  });
  const flush = () => {
    const run = waiting;
    waiting = null;
    run?.();
  };
  const portions: number[] = [];
  while (waiting !== null) {
    const start = performance.now();
    flush();
    portions.push(performance.now() - start);
  }
  const edits: number[] = [];
  for (let index = 0; index < EDITS; index++) {
    (doc.getMap('nodes').get(`n${index * 7}`) as Y.Map<unknown>).set('position', { x: index, y: 1 });
    const start = performance.now();
    flush();
    edits.push(performance.now() - start);
  }
  stop();
  edits.sort((a, b) => a - b);
  const median = edits[EDITS / 2] ?? 0;
  console.info(
    `checks, main thread: ${portions.length} portions at the start, the longest ${Math.max(...portions).toFixed(1)} ms, ` +
      `together ${portions.reduce((sum, ms) => sum + ms, 0).toFixed(1)} ms; an edit ${median.toFixed(3)} ms`,
  );
  expect(sent).toBe(portions.length + EDITS);
  expect(median).toBeLessThan(2);
});
