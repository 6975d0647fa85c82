import { Undelivered } from '../hosting/host.ts'

/** Milliseconds. Up to `blip`, an outage may be over at once; `stale` after its last failure, it is another one. */
const times = { blip: 400, most: 8_000, stale: 180_000 }
/** The next attempt comes when the outage has lasted so many times as long. */
const GROWTH = 10

/** A time in which nothing can be sent. */
export interface Outage {
  /** What a failure in it means for a reply: at first an ordinary error, then one to be tried again ever later. */
  failed(message: string): Error
  over(): void
}

/** `now` is in milliseconds since some moment; nobody may set it. */
export function createOutage(now: () => number = () => performance.now()): Outage {
  let since: number | undefined
  let last = 0
  return {
    failed(message) {
      if (since === undefined || now() - last > times.stale) since = now()
      last = now()
      const lasted = last - since
      if (lasted < times.blip) return new Error(message)
      return new Undelivered(message, { after: Math.min(GROWTH * lasted, times.most) })
    },
    over() {
      since = undefined
    },
  }
}
