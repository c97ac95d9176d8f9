import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The command line starts in half the time when its modules are compiled already: tests start it a hundred times. */
const env = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.toile-compiled'),
  /** What a crawl notes on this machine stays out of the developer's home. */
  XDG_STATE_HOME: join(import.meta.dirname, 'node_modules', '.toile-state'),
}

/**
 * Files share the modules that they import (no `isolate`): nothing in this house keeps state in a module, and reading them
 * anew cost half a second a file. `unit` needs no browser; `browser` drives a real Chromium through Playwright, found or
 * installed by its set-up.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'node_modules/**'],
          isolate: false,
          env,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/ensure-chromium.ts', 'tests/browser/make-corpus.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          isolate: false,
          env,
          // A page drawn in software on a busy machine takes its time.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          // Fetches runtimes and packages from npm: `npm run test:package`, and CI.
          name: 'package',
          include: ['tests/package/*.package.ts'],
          globalSetup: ['tests/browser/ensure-chromium.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
