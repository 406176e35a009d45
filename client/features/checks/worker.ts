/** Runs the checks off the main thread. */
import { CheckScheduler } from './checkScheduler.ts';
import type { ToWorker } from './wire.ts';

const watch = new CheckScheduler({
  report: (report) => postMessage(report),
  later: (run, ms) => setTimeout(run, ms),
  now: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => watch.take(data));
