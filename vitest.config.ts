import { defineConfig } from 'vitest/config';

/** `unit` runs in seconds and needs no display; `e2e` and `packaged` drive a built window. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    /** `npm run coverage`: how much of what decides and calculates the unit tests walk through. */
    coverage: {
      provider: 'v8',
      include: ['shared/{analysis,cluster,fabric,floor,optimise,routing,rules}/**/*.ts'],
      exclude: ['**/*.test.ts', '**/fixture-*.ts', '**/types.ts', '**/index.ts'],
      reporter: ['text', 'json'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,electron,renderer,scripts,packaging,test/bench,test/drawing}/**/*.test.{ts,tsx}',
          ],
          environment: 'node',
          // Modules hold no state that tests could see of one another, and loading them anew for each file costs more than the tests.
          isolate: false,
          // Some start processes; a busy machine takes its time over that.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['test/{crash,fuzz,interop}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          // A window mostly waits; each worker has a display of its own.
          setupFiles: ['test/e2e/own-display.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          // What is waited for comes late on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packaged',
          include: ['test/packaged/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          // What is waited for comes late on a busy machine.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
