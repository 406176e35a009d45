/**
 * Loaded before each server that is measured: answers over the parent's channel what the process has used. The
 * same few lines run in all of them.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();

process.on('message', async ({ id, collect }) => {
  if (!collect && process.env.BENCH_PROFILE) await profile(process.env.BENCH_PROFILE);
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
/** Between two questions, where a folder is given: what the server did while it was measured. */
let session = null;
async function profile(folder) {
  const { Session } = await import('node:inspector/promises');
  if (session === null) {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    return;
  }
  const { profile: taken } = await session.post('Profiler.stop');
  session = null;
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${folder}/${process.pid}.${Date.now()}.cpuprofile`, JSON.stringify(taken));
}

// Nothing outlives the bench.
process.on('disconnect', () => process.exit(1));
