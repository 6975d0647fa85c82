import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** One file of tests and knowledge kept ready, since everything is loaded anew for each mutant. */
export default defineConfig({
  resolve: { alias: [{ find: /^.*\/ground\.ts$/, replacement: here('quick-ground.ts') }] },
  test: {
    include: ['tests/mutation/everything.ts'],
    globalSetup: [here('kept-knowledge.ts')],
    setupFiles: [here('same-seed.ts')],
    testTimeout: 60_000,
  },
})
