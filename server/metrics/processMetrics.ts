/** A registry with what prom-client knows of a process: event loop lag, heap, garbage collection, CPU, open files. */
import { collectDefaultMetrics, Registry } from 'prom-client';

/** One for a process: what it watches with cannot be stopped again. */
export function processMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
