import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { LISTEN_VERSION: JSON.stringify('0.0.0-test') },
  // React as users get it, which draws a frame in half the time.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    env: { NODE_ENV: 'production' },
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/tidy.ts',
    // Left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    // Tests keep to what they make themselves, so the modules, and the data that they read, are read once a worker.
    isolate: false,
    testTimeout: 20_000,
  },
});
