import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** The command line starts in half the time when its modules are compiled already: tests start it a hundred times. */
const env = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.toile-compiled'),
  /** What a crawl notes on this machine stays out of the developer's home. */
  XDG_STATE_HOME: join(import.meta.dirname, 'node_modules', '.toile-state'),
}

/** What both projects have in common. */
const shared = {
  isolate: false,
  env,
  setupFiles: ['tests/costs/count-file.ts'],
  // Megabytes for young objects: with V8's first few, what a growth test reads is moved again and again, by busy cores slowly.
  execArgv: ['--min-semi-space-size=64'],
  testTimeout: 240_000,
}

/**
 * Files share the modules that they import (no `isolate`): nothing in this house keeps state in a module, and reading them
 * anew cost half a second a file. `unit` needs no browser; `browser` drives a real Chromium through Playwright, found or
 * installed by its set-up. Two files at a time at least: half of their time they wait, for a host's delay or for a signal to be
 * heard, and vitest alone would leave one of two cores idle. Both projects have as many, else vitest starts neither.
 */
export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './tests/costs/tell-costs.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'node_modules/**'],
          globalSetup: ['tests/share-folder.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/share-folder.ts', 'tests/browser/ensure-chromium.ts'],
          hookTimeout: 300_000,
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
        },
      },
    ],
  },
})
