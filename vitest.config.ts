import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['dist/**', 'node_modules/**'],
    globalSetup: ['test/support/global-setup.ts'],
    // Real processes: a test may change its environment, and one that dies takes only its file along.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
