import { defineConfig } from 'vitest/config'

/**
 * Two projects: `unit` holds everything that runs without a browser; `e2e` drives real browsers, two files at a time, as
 * many as there are cores where it has to be quick. Browser tests run against `dist/`: build first. The times are what a
 * machine may take that is busy with much else, ten times what they take alone.
 */
const E2E = ['test/e2e/**/*.test.ts', 'test/electron/**/*.test.ts', 'test/contract/electron.test.ts']

export default defineConfig({
  test: {
    reporters: ['default', './scripts/tally-reporter.mjs'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: E2E,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: E2E,
          globalSetup: './test/e2e/browser-in-place.ts',
          // The double replaces the electron module in Node's own loader: it is imported by Node, not through Vite.
          server: { deps: { external: [/test\/fixtures\/electron-double\//] } },
          maxWorkers: 2,
          // A busy machine draws late; a second is not enough to call it never.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
