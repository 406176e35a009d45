/** What rooms do, as metrics: how much and how long, never where. No label names a board, a viewpoint or a person. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Meter } from '../room/roomDeps.ts';
import { bufferedCounter } from './bufferedCounter.ts';

/** Seconds that a step of the work takes: from a quick edit to a stall that everybody feels. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function roomMeter(registry: Registry): Meter {
  const registers = [registry];
  const edits = bufferedCounter(registry, {
    name: 'cellboard_edits_total',
    help: 'Changes of an element or a field that were judged.',
  });
  const refusals = new Counter({
    name: 'cellboard_refusals_total',
    help: 'Changes set back, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const failures = new Counter({
    name: 'cellboard_failures_total',
    help: 'Commits that failed, boards that had to start again, updates that closed a connection.',
    labelNames: ['what'],
    registers,
  });
  const projection = new Histogram({
    name: 'cellboard_projection_seconds',
    help: 'Time to bring the views of a turn up to date.',
    buckets: BUCKETS,
    registers,
  });
  const commit = new Histogram({
    name: 'cellboard_commit_seconds',
    help: 'Time to make a turn durable.',
    buckets: BUCKETS,
    registers,
  });
  return {
    edited: edits.series({}),
    refused: (reason) => refusals.inc({ reason }),
    projected: (seconds) => projection.observe(seconds),
    committed: (seconds) => commit.observe(seconds),
    failed: (what) => failures.inc({ what }),
  };
}
