/**
 * The test function of the browser tests: one server for all of them, a person for the asking, each in a
 * context of their own. A test also fails on whatever a page complained of.
 */
import { test as base, expect } from '@playwright/test';
import { Person } from './browserPerson.ts';
import { type ServerProcess, startServer } from './server.ts';

interface PersonOptions {
  readonly dark?: boolean;
  /** A touch screen of this size. */
  readonly phone?: { readonly width: number; readonly height: number };
}

interface TestFixtures {
  /** Opens a browser for somebody; it is closed after the test. */
  readonly person: (name: string, options?: PersonOptions) => Promise<Person>;
}

interface WorkerFixtures {
  readonly server: ServerProcess;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed from here.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  person: async ({ browser }, use) => {
    const people: Person[] = [];
    await use(async (name, { dark = false, phone } = {}) => {
      const context = await browser.newContext({
        viewport: phone ?? { width: 1280, height: 800 },
        ...(phone !== undefined && { hasTouch: true, isMobile: true }),
        reducedMotion: 'reduce',
        colorScheme: dark ? 'dark' : 'light',
      });
      const person = await Person.in(context, name);
      people.push(person);
      return person;
    });
    await Promise.all(people.map(({ context }) => context.close()));
    expect(
      people.flatMap(({ troubles }) => troubles),
      'what the pages complained of',
    ).toEqual([]);
  },
});

/**
 * Does it again until it works, with more time each turn for what it waits for: little on a quick machine, where
 * something stood in the way, and enough on a slow one.
 */
export async function untilItWorks<Result>(act: (timeout: number) => Promise<Result>): Promise<Result> {
  let next = 500;
  const results: Result[] = [];
  const turn = async () => {
    const timeout = next;
    next = Math.min(2 * timeout, 16_000);
    results.push(await act(timeout));
  };
  await expect(turn).toPass({ intervals: [50], timeout: 120_000 });
  const [result] = results.slice(-1);
  // It has passed, so there is one; it may be undefined itself.
  return result as Result;
}

export { expect } from '@playwright/test';
