import { defineConfig } from 'vitest/config'

const barred = new URL('./test/support/loopback-only/in-child.ts', import.meta.url)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing but loopback is reached, neither by the tests nor by the processes that they start.
    setupFiles: ['test/support/loopback-only/in-tests.ts'],
    env: { NODE_OPTIONS: `--import ${barred.href}` },
    // Many tests wait for processes and disks: a worker more than there are processors keeps a small machine busy.
    maxWorkers: 3,
    // No test measures time; this ends one that hangs, also on a machine that is busy.
    testTimeout: 60_000,
  },
})
