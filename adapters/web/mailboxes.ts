import type { Image } from '../platform.ts'
import type { Shown } from './protocol.ts'

/** Replies kept for each session, the seen ones among them for a repeated message. */
const mostKept = 60
/** Replies nobody has fetched. */
const mostUnseen = 40
const mostStreams = 5
const hour = 3_600_000

export interface Mailboxes {
  /** Keeps a reply, and passes it on to the pages that are open. Throws while too much waits unseen. */
  put(session: string, reply: Omit<Shown, 'id'>, image?: Image): void
  /** Draws the picture of this name among the replies that are kept. */
  picture(session: string, name: string): Promise<Uint8Array | undefined>
  /** The replies to one message, counted as seen. */
  answersTo(session: string, update: string): readonly Shown[]
  /** Whether this session was active lately. */
  has(session: string): boolean
  /** Notes that this session is active. False: there are too many. */
  open(session: string): boolean
  /**
   * Passes on what comes after the reply with this id; without an id, what comes from now on. `lost`: what came
   * after it can no longer be told. Undefined: too many pages are open.
   */
  follow(session: string, after: string | undefined, write: (reply: Shown) => void): Following | undefined
}

export interface Following {
  readonly lost: boolean
  /** The id from which this stream goes on. */
  readonly from: string
  end(): void
}

interface Mailbox {
  /** The latest last; numbered without gaps. */
  log: Shown[]
  next: number
  unseen: Set<string>
  readonly streams: Set<(reply: Shown) => void>
  touched: number
}

export interface Bounds {
  /** Sessions with an open page, or with replies of the last hour; those with neither make room for others. */
  readonly sessions: number
  /** Pages open at once. */
  readonly streams: number
}

/**
 * What sessions were told lately; in memory only, for an hour after they were last active. A page that finds its
 * replies gone is told so, and asks the bot where the conversation stands: that is kept by the host.
 * `run` names this run of the server.
 */
export function createMailboxes(run: string, now: () => number, bounds: Bounds): Mailboxes {
  const boxes = new Map<string, Mailbox>()
  const images = new WeakMap<Shown, Image>()
  let streams = 0

  const isSpare = ({ streams: open, unseen }: Mailbox) => open.size === 0 && unseen.size === 0

  function makeRoom(): void {
    for (const [name, box] of boxes)
      if (isSpare(box)) {
        boxes.delete(name)
        return
      }
  }

  /** The oldest stand first: touching one moves it to the end. */
  function touch(session: string): Mailbox | undefined {
    for (const [name, { touched, streams: open }] of boxes) {
      if (touched > now() - hour) break
      if (open.size === 0) boxes.delete(name)
    }
    if (!boxes.has(session) && boxes.size >= bounds.sessions) makeRoom()
    const box = boxes.get(session) ?? { log: [], next: 1, unseen: new Set(), streams: new Set(), touched: 0 }
    if (!boxes.has(session) && boxes.size >= bounds.sessions) return undefined
    boxes.delete(session)
    boxes.set(session, box)
    box.touched = now()
    return box
  }

  return {
    put(session, reply, image) {
      const box = touch(session)
      if (!box || box.unseen.size >= mostUnseen) throw new Error('nobody has fetched the replies to this page')
      const again = box.log.find(({ name }) => name === reply.name)
      if (again) return
      const shown = { ...reply, id: `${run}-${box.next}` }
      if (image) images.set(shown, image)
      // Nobody is told again what was deleted; a page that missed something finds it lost and asks.
      if (reply.forgets) {
        box.log = []
        box.unseen.clear()
      }
      box.next += 1
      box.log = [...box.log.slice(1 - mostKept), shown]
      if (box.streams.size === 0) box.unseen.add(shown.id)
      for (const write of box.streams) write(shown)
    },
    answersTo(session, update) {
      const box = boxes.get(session)
      const found = box?.log.filter((one) => one.update === update) ?? []
      for (const { id } of found) box?.unseen.delete(id)
      return found
    },
    async picture(session, name) {
      const found = boxes.get(session)?.log.find(({ picture }) => picture?.name === name)
      return found && images.get(found)?.png()
    },
    has: (session) => boxes.has(session),
    open: (session) => touch(session) !== undefined,
    follow(session, after, write) {
      const box = streams < bounds.streams ? touch(session) : undefined
      if (!box || box.streams.size >= mostStreams) return undefined
      const last = after === undefined ? box.next - 1 : placeOf(after, run)
      const first = box.next - box.log.length
      const lost = last === undefined || last < first - 1 || last >= box.next
      for (const reply of lost ? [] : box.log.slice(last - first + 1)) write(reply)
      box.unseen.clear()
      box.streams.add(write)
      streams += 1
      return {
        lost,
        from: `${run}-${box.next - 1}`,
        end() {
          if (box.streams.delete(write)) streams -= 1
        },
      }
    },
  }
}

function placeOf(id: string, run: string): number | undefined {
  const [, of, place] = /^(\w{1,40})-(\d{1,15})$/.exec(id) ?? []
  return of === run ? Number(place) : undefined
}
