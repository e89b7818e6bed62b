import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { LISTEN_VERSION: JSON.stringify('0.0.0-test') },
  test: { include: ['test/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
});
