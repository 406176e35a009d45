/** Set up before tests that start the built server or read the built page: builds where sources have changed. */

// @ts-expect-error: the starter's scripts are plain JavaScript.
import { ensureBuilt } from '../../server/build.mjs';

/** Throws when the build fails; what was wrong stands above. */
export default function setup(): void {
  if (!ensureBuilt()) throw new Error('The build failed: see above.');
}
