import { createHash, randomBytes } from 'node:crypto'
import { masked, type Picture, type Reply, type State } from '../src/index.ts'
import { type Accepted, type Deliver, type Host, type Origin, Undelivered } from './hosting/host.ts'
import {
  groupKey,
  type Image,
  type Incoming,
  isOf,
  type OnMessage,
  type Outgoing,
  type Platform,
  partsOf,
} from './platform.ts'
import { printable } from './printable.ts'

/** Connects platforms with the host, and one conversation with another: offers handed over, groups that moved. */
export interface Switchboard {
  /** Hands a reply to its platform. */
  readonly deliver: Deliver<Reply>
  /** What platforms give their messages to. */
  readonly onMessage: OnMessage
}

/** 96 bits: cannot be guessed, and fits where platforms allow 64 characters. */
const newToken = () => randomBytes(12).toString('base64url')
const takesOver = /^\/start\s+([\w-]{16})$/
const handedOverKey = (token: string) => groupKey('handed-over', token)

/** Makes a picture of what a reply shows. */
export interface Draw {
  /** Whether pictures can be drawn here; where not, their words are told. */
  isPossible(): Promise<boolean>
  /** A PNG. Rejects where this one cannot be drawn. */
  draw(picture: Picture): Promise<Uint8Array>
}

export interface SwitchboardOptions {
  readonly platforms: readonly Platform[]
  /** Asked for with the first message: it needs `deliver` to be made. */
  readonly host: () => Host<State, Incoming>
  readonly drawing?: Draw | undefined
  readonly onTrouble: (message: string, cause?: unknown) => void
}

export function createSwitchboard({ platforms, host, drawing, onTrouble }: SwitchboardOptions): Switchboard {
  async function outgoing({ picture, ...reply }: Reply, { update, index }: Origin): Promise<Outgoing> {
    if (!picture || !drawing || !(await drawing.isPossible())) return reply
    const png = () =>
      drawing.draw(picture).catch((error: unknown) => {
        onTrouble('a picture could not be drawn; its words are sent instead', error)
        return undefined
      })
    const { kind, caption } = picture
    const image: Image = { name: `${kind}-${nameOf(update, index)}.png`, caption: printable(caption), png }
    return { ...reply, image }
  }

  async function onMessage(key: string, updateId: string, message: Incoming): Promise<Accepted> {
    const { movedFrom, ...own } = message
    const token = takesOver.exec(message.text?.trim() ?? '')?.[1]
    const from = movedFrom ?? (token && message.kind === 'private' ? handedOverKey(token) : undefined)
    const carried = from === undefined ? undefined : await host().peek(from)
    // A host may keep messages before it takes them through: none sees a number that is not to be kept.
    const accepted = await host().submit(key, updateId, {
      ...masked(own),
      ...(message.kind === 'group' && { token: newToken() }),
      ...(carried && { carried }),
    })
    // A link pressed by someone else stays good for the one it is meant for.
    const isTaken = movedFrom !== undefined || (carried && 'user' in carried && carried.user === message.user)
    if (from !== undefined && isTaken) await host().forget(from)
    return accepted
  }

  return {
    onMessage,
    async deliver(key, reply, origin) {
      const platform = platforms.find(({ name }) => isOf(name, key))
      if (!platform) throw new Error('its platform is not running')
      const { handoff, revokes = [] } = reply
      if (handoff) {
        const update = `${origin.update}:${origin.index}`
        const offer = { kind: 'private', event: 'handed_over', carried: handoff.offer } as const
        await host().submit(handedOverKey(handoff.token), update, offer)
      }
      for (const token of revokes) await host().forget(handedOverKey(token))
      if (reply.text === '') return
      try {
        await platform.send(key, inert(await outgoing(reply, origin)), origin)
      } catch (error) {
        if (error instanceof Undelivered && error.hope === 'gone')
          await host().submit(key, `gone-${origin.update}`, { kind: partsOf(key).kind, event: 'left' })
        throw error
      }
    },
  }
}

/** Fits a file's name, whatever platforms call their updates. */
const nameOf = (update: string, index: number) =>
  createHash('sha256')
    .update(JSON.stringify([update, index]))
    .digest('base64url')
    .slice(0, 12)

/** What people read may quote anyone: nothing in it acts on what shows it. */
const inert = (reply: Outgoing): Outgoing => ({
  ...reply,
  text: printable(reply.text),
  ...(reply.choices && { choices: reply.choices.map((one) => ({ ...one, label: printable(one.label) })) }),
})
