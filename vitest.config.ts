import { defineConfig } from 'vitest/config';

/** `unit` runs in seconds and needs no display; `e2e` and `packaged` drive a built window. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,electron,renderer,scripts,packaging}/**/*.test.{ts,tsx}'],
          environment: 'node',
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
          fileParallelism: false,
          testTimeout: 60_000,
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
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
