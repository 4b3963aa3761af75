import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const base = {
  // West of UTC and with daylight saving of its own: a hidden use of the machine's zone shows itself.
  env: { TZ: 'America/Los_Angeles' },
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...base,
          name: 'unit',
          // Left to itself, the runner keeps one of two processors free.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**'],
        },
      },
      {
        // Each journey starts a whole stack: one after the other.
        test: {
          ...base,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
