/**
 * Tests in a real browser. Each starts the servers it needs (test/helpers/server.ts); beforehand page and server are
 * built and a Chromium is got, where need be. Two workers at most: a test keeps about one core busy. Traces cost a
 * third of the whole run, so nothing is traced unless asked: `npx playwright test <file> --trace on`.
 */
import { availableParallelism } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from './test/helpers/chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/setup.ts',
  outputDir: 'test-results/e2e',
  workers: Math.min(2, availableParallelism()),
  fullyParallel: false,
  retries: 0,
  // Nothing waits for long where all is well: these are for machines that are slow, or busy with something else.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    screenshot: 'only-on-failure',
    actionTimeout: 30_000,
    launchOptions: chromiumOptions(),
  },
});
