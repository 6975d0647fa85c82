import { defineConfig } from 'vitest/config'

/** What speaks for src/verdict and src/interview, few files, since each loads knowledge anew for each mutant. */
export default defineConfig({
  test: {
    include: ['tests/mutation/everything.ts'],
    setupFiles: ['tests/mutation/same-seed.ts'],
    testTimeout: 60_000,
  },
})
