import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Many tests wait for processes and disks: a worker more than there are processors keeps a small machine busy.
    maxWorkers: 3,
    // No test measures time; this ends one that hangs, also on a machine that is busy.
    testTimeout: 60_000,
  },
})
