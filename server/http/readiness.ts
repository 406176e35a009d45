/**
 * Whether the server can do its work now: it is not stopping, and what it is told to keep is kept. The second is
 * found out by keeping something, at most once a second whoever asks.
 */
import type { Store } from '../store/store.ts';

const MAX_AGE_MS = 1_000;
const PROBE_SETTING = 'last-probe';

export interface ReadinessOptions {
  readonly store: Pick<Store, 'putSetting'>;
  readonly clock: () => number;
  readonly isStopping: () => boolean;
}

export function readiness({ store, clock, isStopping }: ReadinessOptions): () => Promise<boolean> {
  let probe = Promise.resolve(true);
  let probedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (isStopping()) return false;
    const now = clock();
    if (Math.abs(now - probedAt) >= MAX_AGE_MS) {
      probedAt = now;
      probe = store.putSetting(PROBE_SETTING, String(now)).then(
        () => true,
        () => false,
      );
    }
    return probe;
  };
}
