import { type Group, isGroup, type State } from '../../src/dialogue/state.ts'
import type { Message, Reply } from '../../src/index.ts'
import { engine } from '../ground.ts'

export const pitch = '张总的宏达集团：交2680元入会费，推荐一个人返800，名额有限'

/** A group with the bot in it, for tests: keeps its state and the last replies. */
export class GroupTalk {
  state: State | undefined
  replies: readonly Reply[] = []
  now: number
  #messages = 0

  constructor(now = Date.UTC(2026, 10, 22, 4)) {
    this.now = now
  }

  send(user: string, message: Omit<Message, 'kind' | 'user'>): this {
    this.now += 1000
    const token = `token${String(this.#messages++).padStart(11, '0')}`
    const before = structuredClone(this.state)
    const [state, replies] = engine.step(before, { kind: 'group', user, token, ...message }, this.now)
    this.unchanged = state === before
    this.state = state
    this.replies = replies
    return this
  }
  /** The last message left the state as it was. */
  unchanged = false
  says = (user: string, text: string) => this.send(user, { text })
  asks = (user: string, text: string, quoted?: string) =>
    this.send(user, { text, mentioned: true, ...(quoted !== undefined && { quoted }) })
  presses = (user: string, choice: string, question?: string, admin = false) =>
    this.send(user, { choice, admin, ...(question !== undefined && { question }) })
  sets = (...names: readonly string[]) => {
    for (const name of names) this.presses('admin', `set:${name}`, 'settings', true)
    return this
  }

  get group(): Group {
    if (!isGroup(this.state)) throw new Error('no group is kept')
    return this.state
  }
  get reply(): Reply {
    const [reply, more] = this.replies
    if (!reply || more) throw new Error(`expected one reply, not ${this.replies.length}`)
    return reply
  }
  get choices(): string[] {
    return this.replies.flatMap(({ choices = [] }) => choices.map(({ id }) => id))
  }
}
