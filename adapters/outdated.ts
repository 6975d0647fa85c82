import type { Reply } from '../src/index.ts'

/**
 * What waits to be shown may quote whoever has what they said deleted: it goes too. Offers that are taken back are
 * taken back all the same.
 */
export const outdated = (waiting: Reply, said: readonly Reply[], isOver: boolean): boolean =>
  waiting.revokes === undefined && (isOver || said.some(({ forgets, to }) => forgets === true && to === waiting.to))
