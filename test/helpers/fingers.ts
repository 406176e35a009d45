/**
 * Fingers on a touch screen, as Chromium is told of them. Everything happens at the places given, on the screen, and
 * at times of the fingers' own: a slow machine does not make a press of a tap, or two taps of a double tap.
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Point } from './browserPerson.ts';

/** From one event of a gesture to the next, as the events say. */
const STEP_MS = 16;
const STEPS = 6;

export class Fingers {
  readonly #page: Page;
  readonly #session: CDPSession;
  #atMs = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(page, await page.context().newCDPSession(page));
  }

  async tap(at: Point, times = 1): Promise<void> {
    await this.#gesture(Array.from({ length: times }, () => [[at], []]).flat());
  }

  /** Puts one finger down, draws it along and lifts it. */
  async draw(from: Point, to: Point): Promise<void> {
    await this.#gesture([[from], ...between([from], [to]), []]);
  }

  /** Two fingers, each from one place to another. */
  async pinch(from: readonly [Point, Point], to: readonly [Point, Point]): Promise<void> {
    await this.#gesture([from.slice(0, 1), from, ...between(from, to), []]);
  }

  /** One finger, which stays until `up`. */
  async down(at: Point): Promise<void> {
    await this.#gesture([[at]]);
  }

  async up(): Promise<void> {
    await this.#gesture([[]]);
  }

  /**
   * Sends where the fingers are, step after step, without waiting in between: what the page does when a finger rests
   * goes by the machine's clock. Resolves when the page has drawn what came of it.
   */
  async #gesture(steps: readonly (readonly Point[])[]): Promise<void> {
    this.#atMs = Math.max(this.#atMs + STEP_MS, Date.now());
    const sent: Promise<unknown>[] = [];
    let before = 0;
    for (const points of steps) {
      const type = points.length === 0 ? 'touchEnd' : points.length === before ? 'touchMove' : 'touchStart';
      before = points.length;
      const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
      const timestamp = this.#atMs / 1_000;
      sent.push(this.#session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp }));
      this.#atMs += STEP_MS;
    }
    await Promise.all(sent);
    await this.#page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}

/** Where fingers are on their way, without the beginning. */
function between(from: readonly Point[], to: readonly Point[]): Point[][] {
  return Array.from({ length: STEPS }, (_, index) => {
    const part = (index + 1) / STEPS;
    return from.map((start, finger) => {
      const end = to[finger] ?? start;
      return { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
    });
  });
}
