import type { Answered } from '../posted.ts'
import type { Health } from './health.ts'

/** What is answered to those who ask how the program does: whether it lives, and whether it can take messages. */
export const healthPaths = (health: Health): readonly { path: string; handle: () => Promise<Answered> }[] => [
  { path: '/healthz', handle: async () => ({ status: 200, text: 'alive' }) },
  {
    path: '/readyz',
    async handle() {
      const hindrance = await health.hindrance()
      return hindrance === undefined ? { status: 200, text: 'ready' } : { status: 503, text: `not ready: ${hindrance}` }
    },
  },
]
