import type { Conversation, Message, Reply } from '../../src/index.ts'
import { engine } from '../ground.ts'

/** One person talking to the bot, for tests: keeps the conversation and the last replies. */
export class Talk {
  conversation: Conversation | undefined
  replies: readonly Reply[] = []
  now = Date.UTC(2026, 10, 22)

  send(message: Omit<Message, 'kind'>): this {
    const before = structuredClone(this.conversation)
    this.now += 1000
    const [conversation, replies] = engine.step(before, { kind: 'private', ...message }, this.now)
    if (conversation && 'kind' in conversation) throw new Error('a private conversation became something else')
    this.conversation = conversation
    this.replies = replies
    return this
  }
  say = (text: string) => this.send({ text })
  forward = (text: string) => this.send({ text, forwarded: true })
  choose = (choice: string) => this.send({ choice })

  get asks(): string | undefined {
    return this.replies.findLast(({ asks }) => asks)?.asks
  }
  get verdict(): string | undefined {
    return this.replies.findLast(({ verdict }) => verdict)?.verdict?.verdict
  }
  get text(): string {
    return this.replies.map(({ text }) => text).join('\n\n')
  }
  get choices(): string[] {
    return this.replies.flatMap(({ choices = [] }) => choices.map(({ id }) => id))
  }
}
