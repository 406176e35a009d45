/** What rooms do, as metrics: how much and how long, never where. */
import type { Meter } from '../room/roomDeps.ts';
import type { Metrics } from './metrics.ts';

export function roomMeter(metrics: Metrics): Meter {
  const edits = metrics.counter(
    'cellboard_edits_total',
    'Changes of an element or a field that were judged.',
  );
  const refusals = metrics.counter('cellboard_refusals_total', 'Changes set back, by reason.');
  const failures = metrics.counter(
    'cellboard_failures_total',
    'Commits that failed, boards that had to start again, updates that closed a connection.',
  );
  const projection = metrics.histogram(
    'cellboard_projection_seconds',
    'Time to bring the views of a turn up to date.',
  );
  const commit = metrics.histogram('cellboard_commit_seconds', 'Time to make a turn durable.');
  return {
    edited: (count) => edits.add(count),
    refused: (reason) => refusals.add(1, { reason }),
    projected: (seconds) => projection.observe(seconds),
    committed: (seconds) => commit.observe(seconds),
    failed: (what) => failures.add(1, { what }),
  };
}
