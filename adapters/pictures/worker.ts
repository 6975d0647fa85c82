import type { SeenPicture } from '../picture-reader.ts'

/** The process that reads pictures for another one: bytes in, one picture at a time, what stands in it out. */

export interface Asked {
  readonly bytes: Uint8Array
}
/** `failed`: it cannot go on. */
export type Told = SeenPicture | 'failed' | 'unable'

/** Bytes of memory beyond which it ends itself, and how often it looks, in milliseconds. */
const MOST_MEMORY = Number(process.env.PICTURE_MEMORY ?? 1_150_000_000)
const LOOK = 50

const tell = (told: Told) => process.send?.(told)
let sight: Promise<(bytes: Uint8Array) => Promise<SeenPicture>> | undefined

/** Loaded with the first picture, so that packages that are not installed can be told. */
async function load() {
  const { createSight } = await import('./read-picture.ts')
  return createSight()
}

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.exit(9)
}, LOOK).unref()

// Whoever started it has ended.
process.on('disconnect', () => process.exit(0))

process.on('message', async ({ bytes }: Asked) => {
  sight ??= load()
  try {
    const see = await sight
    tell(await see(bytes))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && /MODULE_NOT_FOUND$/.test(String(error.code))
    tell(isMissing ? 'unable' : 'failed')
    if (!isMissing) setImmediate(() => process.exit(1))
  }
})
