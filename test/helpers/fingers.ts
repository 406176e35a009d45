/** Fingers on a touch screen, as Chromium is told of them. Everything happens at the places given, on the screen. */
import type { CDPSession, Page } from '@playwright/test';
import type { Point } from './browserPerson.ts';

export class Fingers {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  async tap(at: Point, times = 1): Promise<void> {
    // All at once: a slow machine must not make two taps of a double tap.
    const taps = Array.from({ length: times }, () => [this.down(at), this.up()]);
    await Promise.all(taps.flat());
  }

  /** Puts one finger down and draws it along. */
  async draw(from: Point, to: Point): Promise<void> {
    await this.down(from);
    await this.#glide([from], [to]);
    await this.up();
  }

  /** Two fingers, each from one place to another. */
  async pinch(from: readonly [Point, Point], to: readonly [Point, Point]): Promise<void> {
    // At once: a first finger that waits long for the second presses, and opens the menu.
    await Promise.all([this.down(from[0]), this.down(...from)]);
    await this.#glide(from, to);
    await this.up();
  }

  down(...at: Point[]): Promise<void> {
    return this.#send('touchStart', at);
  }

  up(): Promise<void> {
    return this.#send('touchEnd', []);
  }

  async #glide(from: readonly Point[], to: readonly Point[]): Promise<void> {
    const steps = 6;
    for (let step = 1; step <= steps; step++) {
      const at = from.map((start, index) => {
        const end = to[index] ?? start;
        const part = step / steps;
        return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
      });
      await this.#send('touchMove', at);
    }
  }

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]): Promise<void> {
    const touchPoints = at.map(({ x, y }, id) => ({ x, y, id }));
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
