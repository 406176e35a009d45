/** Runs the checks off the main thread. */
import { CheckScheduler } from './checkScheduler.ts';
import type { ChecksQuestion } from './wire.ts';

const scheduler = new CheckScheduler({
  report: (report) => postMessage(report),
  schedule: (run, ms) => setTimeout(run, ms),
  now: () => performance.now(),
});

addEventListener('message', ({ data }: MessageEvent<ChecksQuestion>) => scheduler.take(data));
