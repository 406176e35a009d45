/**
 * Loaded before each server that is measured: answers over the parent's channel what the process has used. The
 * same few lines run in all of them.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();

process.on('message', ({ id, collect }) => {
  if (collect) for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const maxDelayMs = delay.max / 1e6;
  delay.reset();
  process.send({
    id,
    at: performance.now(),
    cpuMs: (user + system) / 1000,
    systemMs: system / 1000,
    rss,
    memory: heapUsed + external,
    maxDelayMs,
  });
});
process.channel?.unref();
// Nothing outlives the bench.
process.on('disconnect', () => process.exit(1));
