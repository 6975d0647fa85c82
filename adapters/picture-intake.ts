import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { PictureReader, Refusal, SeenPicture } from './picture-reader.ts'
import type { Incoming } from './platform.ts'

/** A picture that is being fetched and read. */
export interface Pending {
  /** Never rejects. */
  readonly picture: Promise<SeenPicture>
}

/** Pictures on their way from a platform into a message. */
export interface PictureIntake {
  /**
   * Begins to fetch and read a picture said in the conversation `key` by `who`; called as it comes, so that several
   * in a row are read in a row. `fetch` may reject.
   */
  begin(key: string, who: string, fetch: () => Promise<Uint8Array | Refusal>): Pending
  /** What a message has of these pictures once they are read. Others of the conversation may still be: it awaits them. */
  taken(key: string, pending: readonly Pending[]): Promise<Pick<Incoming, 'pictures' | 'awaits'>>
  stop(): Promise<void>
}

/** Told in private as soon as a picture comes, before it is read: others that came before it wait. */
export const awaits: Incoming = { kind: 'private', awaits: true }

/** Pictures of one person within so many seconds. */
const usual = { most: 40, seconds: 600 }
/** Milliseconds after it was read in which a picture is taken. */
const GIVEN_UP = 60_000

export function createPictureIntake(reader: PictureReader, { most, seconds } = usual): PictureIntake {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds })
  const open = new Map<string, Set<Pending>>()

  async function see(who: string, fetch: () => Promise<Uint8Array | Refusal>): Promise<SeenPicture> {
    try {
      await limiter.consume(who)
      const bytes = await fetch()
      return typeof bytes === 'string' ? { refused: bytes } : await reader.read(bytes, who)
    } catch (error) {
      return { refused: error instanceof RateLimiterRes ? 'too_many' : 'not_fetched' }
    }
  }

  function close(key: string, pending: readonly Pending[]): void {
    const own = open.get(key)
    for (const one of pending) own?.delete(one)
    if (own?.size === 0) open.delete(key)
  }

  return {
    begin(key, who, fetch) {
      const pending = { picture: see(who, fetch) }
      open.set(key, (open.get(key) ?? new Set()).add(pending))
      // A message that was given up never takes it.
      void pending.picture.then(() => setTimeout(close, GIVEN_UP, key, [pending]).unref())
      return pending
    },
    async taken(key, pending) {
      const pictures = await Promise.all(pending.map(({ picture }) => picture))
      close(key, pending)
      return { ...(pictures.length > 0 && { pictures }), ...(open.has(key) && { awaits: true }) }
    },
    stop: () => reader.stop(),
  }
}
