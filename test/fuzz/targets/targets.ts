/** Every parser of outside data. */
import type { Target } from '../target.ts';
import { exchangeTargets } from './exchange.ts';
import { httpTargets } from './http.ts';
import { modelTargets } from './model.ts';
import { pageTargets } from './page.ts';
import { wireTargets } from './wire.ts';

export const TARGETS: readonly Target[] = [
  ...wireTargets,
  ...httpTargets,
  ...modelTargets,
  ...pageTargets,
  ...exchangeTargets,
];
