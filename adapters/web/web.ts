import { randomBytes } from 'node:crypto'
import type { PictureIntake } from '../picture-intake.ts'
import { groupKey, type OnMessage, type Outgoing, type Platform, partsOf, privateKey } from '../platform.ts'
import { alsoDeleted, isConfirmedElsewhere } from './delete-everything.ts'
import type { Limits } from './limits.ts'
import { type Bounds, createMailboxes } from './mailboxes.ts'
import type { Mount } from './mounted.ts'
import type { PictureFile } from './posted-message.ts'
import { members, type Said, type Shown } from './protocol.ts'

export interface WebOptions {
  /** Name or address of the network interface. */
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /**
   * The origin under which people reach the page through a proxy; only with it is what a proxy nearby says of them
   * believed.
   */
  readonly publicUrl?: string
  /** Reads pictures; without it they are refused. */
  readonly pictures?: PictureIntake
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Told the address of the page once it can be opened. */
  readonly onListening?: (address: string) => void
  /** Served beside the page, without its guards. */
  readonly mounts?: readonly Mount[]
  readonly limits?: Partial<Limits>
  readonly bounds?: Partial<Bounds & { readonly streamsPerAddress: number }>
  /** Milliseconds since some moment; nobody may set this clock. */
  readonly now?: () => number
}

/**
 * The web page: each browser session has a private chat and a group in which its person plays all members. The
 * server keeps no transcript, and replies in memory for an hour only.
 */
export function createWeb(options: WebOptions): Platform {
  const name = 'web'
  const {
    host,
    port,
    publicUrl,
    onTrouble,
    onListening = () => {},
    mounts = [],
    limits,
    now = () => performance.now(),
    pictures,
  } = options
  const { streamsPerAddress = 20, ...bounds } = options.bounds ?? {}
  const mailboxes = createMailboxes(randomBytes(6).toString('hex'), now, {
    sessions: 20_000,
    streams: 2_000,
    ...bounds,
  })

  return {
    name,
    speaksFirst: false,
    async start(onMessage: OnMessage) {
      const [{ listen }, { createApp }, { createCount }, { createStreams }, { readPageFiles }, { messageOf }] =
        await Promise.all([
          import('./listen.ts'),
          import('./app.ts'),
          import('./limits.ts'),
          import('./stream.ts'),
          import('./page-files.ts'),
          import('./said.ts'),
        ])
      const take = async (session: string, said: Said, files: readonly PictureFile[] = []) => {
        const key = said.chat === 'group' ? groupKey(name, session) : privateKey(name, session, said.as)
        const message = messageOf(said)
        const isMeant = message.kind === 'private' || message.mentioned
        const meant = isMeant ? files : []
        const pending = meant.map((file) => pictures?.begin(key, `${name} ${session}`, file)).filter(isGiven)
        const seen = pictures && pending.length > 0 ? await pictures.taken(key, pending) : unread(meant)
        return onMessage(key, said.update, { ...message, ...seen })
      }
      const submit = async (session: string, said: Said, files: readonly PictureFile[]) => {
        for (const other of said.everything ? alsoDeleted(said) : []) await (await take(session, other)).delivered
        return take(session, said, files)
      }
      const files = readPageFiles()
      const streams = createStreams(mailboxes, streamsPerAddress)
      const count = createCount(limits)
      const app = createApp({ host, publicUrl, files, mailboxes, streams, count, submit, onTrouble })
      const { address, stop } = await listen(app.fetch, mounts, host, port)
      onListening(address)
      return () => {
        streams.endAll()
        return stop()
      }
    },
    async send(key, reply, { update, index }) {
      if (isConfirmedElsewhere(update)) return
      const { kind, chat, user } = partsOf(key)
      const as = members.find((one) => one === user) ?? 'me'
      const name = `${kind}:${user ?? ''}:${update}:${index}`
      mailboxes.put(chat, { name, update, chat: kind, as, ...shown(reply) }, reply.image)
    },
  }
}

const isGiven = <T>(one: T | undefined): one is T => one !== undefined

const unread = (files: readonly PictureFile[]) =>
  files.length > 0 ? { pictures: files.map(() => ({ refused: 'unable' as const })) } : {}

function shown({
  text,
  to,
  aside,
  choices,
  question,
  verdict,
  card,
  quotes,
  forgets,
  handoff,
  image,
}: Outgoing): Pick<Shown, 'text'> {
  return {
    text,
    ...(to !== undefined && { to }),
    ...(aside && { aside }),
    ...(choices && { choices }),
    ...(question !== undefined && { question }),
    ...(verdict && { verdict: verdict.verdict }),
    ...(card && { card }),
    ...(quotes && { quotes }),
    ...(image && { picture: { name: image.name, caption: image.caption } }),
    // Of a group the page shows what others said as well.
    ...(forgets && to === undefined && { forgets }),
    ...(handoff && { token: handoff.token }),
  }
}
