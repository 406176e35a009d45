/** Before any browser test: page and server are built, and there is a Chromium. */
import ensureBuilt from '../helpers/built.ts';
import { ensureChromium } from '../helpers/chromium.ts';

export default function setup(): void {
  ensureBuilt();
  ensureChromium();
}
