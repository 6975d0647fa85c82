import { setTimeout as wait } from 'node:timers/promises'
import type { Friendship } from 'wechaty'
import { type Incoming, privateKey } from '../platform.ts'
import { platformName, type Translated } from './incoming.ts'

/** Accounts that accept many requests at once are taken for machines; what goes beyond is left to be accepted by hand. */
const mostWaiting = 50

export interface FriendsOptions {
  readonly isReceived: (friendship: Friendship) => boolean
  /** Milliseconds between two requests accepted. */
  readonly gap: number
}

/** Accepts friend requests, so that "add me" works. */
export interface Friends {
  /** Resolves with what the request's own words ask for, where they carry an offer along; rejects where it failed. */
  take(friendship: Friendship): Promise<Translated | undefined>
}

export function createFriends({ isReceived, gap }: FriendsOptions): Friends {
  let free = Promise.resolve()
  let waiting = 0
  return {
    async take(friendship) {
      if (!isReceived(friendship) || waiting >= mostWaiting) return undefined
      const turn = free
      free = turn.then(() => wait(gap, undefined, { ref: false }))
      waiting++
      try {
        await turn
        await friendship.accept()
      } finally {
        waiting--
      }
      const token = /\/start\s+[\w-]{16}(?![\w-])/u.exec(friendship.hello())?.[0]
      const user = friendship.contact().id
      const message: Incoming = { kind: 'private', user, id: friendship.id, text: token ?? '' }
      return token === undefined ? undefined : { key: privateKey(platformName, user, user), message }
    },
  }
}
