/** Runs the checks off the main thread. */
import { CheckScheduler } from './checkScheduler.ts';
import type { ToWorker } from './wire.ts';

const scheduler = new CheckScheduler({
  report: (report) => postMessage(report),
  later: (run, ms) => setTimeout(run, ms),
  now: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => scheduler.take(data));
