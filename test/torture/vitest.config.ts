/** What takes too long for every day: faults of the machine, and kills by the hundred. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/torture/*.test.ts', 'test/unit/server/kill.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    fileParallelism: false,
  },
});
