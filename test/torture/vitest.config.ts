/** What takes too long for every day: faults of the machine, and kills by the hundred. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/torture/*.test.ts', 'test/process/kill.test.ts'],
    environment: 'node',
    globalSetup: './test/helpers/built.ts',
    testTimeout: 300_000,
    fileParallelism: false,
  },
});
