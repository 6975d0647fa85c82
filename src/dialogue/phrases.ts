import { type Topic, topics } from '../knowledge/schema/advice.ts'
import { type Role, roles } from '../knowledge/schema/role.ts'
import { type Command, commands, languages, type Speech, type Wish, wishes } from '../knowledge/schema/speech.ts'
import type { Language } from '../wording/speaker.ts'

/** A whole message understood as something other than an answer or a description. */
export type Phrase =
  | { readonly kind: 'command'; readonly command: Command; readonly argument?: string }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'greeting' }

export interface Phrases {
  /** Takes the message as written. */
  recognise(text: string): readonly Phrase[]
  /** The message asks about an offer, or tells of being invited, without describing it. */
  isInquiry(text: string): boolean
  /** The message asks how a plan could be changed so that it no longer matches. */
  isEvasion(text: string): boolean
  /** The message tells of money paid or lost, not just now. */
  isLoss(text: string): boolean
  /** What a sentence asks for, once the verdict was told. */
  wishIn(text: string): Wish | undefined
}

/** A command may be followed by a word of explanation, no more. */
const LONGEST_COMMAND = 40
const clauseEnd = /[,，。.!！?？;；\n]/u
const alone: ReadonlySet<Command> = new Set(['thanks', 'delete'])
const slash = /^\/([a-z]{1,20})(?:@\w{1,64})?(?:\s+(.{1,100}))?$/iu

/** What people say around what they mean. */
const opening =
  /^(?:那么?|所以|好的?|嗯+|哦|请问(?:一下)?|麻烦(?:问一下)?|谢谢[你您]?|唔该|咁|ok(?:ay)?|well|so|and|then|but|please|hey|um+|thanks)[\s,.!?;、]{0,3}(?=.)/u
const closing = /(?:[呀呢啊哦喔啦吧嘛哈喎]|比较好|才好|好呢| please| pls| thanks| then)$/u

function withoutManners(bare: string): string {
  let rest = bare
  for (let i = 0; i < 3; i++) rest = rest.replace(opening, '').replace(closing, '')
  return rest
}

export function createPhrases(speech: Speech, plain: (text: string) => string): Phrases {
  const known = new Map<string, Phrase[]>()
  const add = ({ zh, en }: { zh: readonly string[]; en: readonly string[] }, phrase: Phrase) => {
    for (const one of [...zh, ...en].map(plain)) known.set(one, [...(known.get(one) ?? []), phrase])
  }
  for (const command of commands) add(speech.commands[command], { kind: 'command', command })
  for (const topic of topics) add(speech.topics[topic], { kind: 'topic', topic })
  for (const role of roles) add(speech.roles[role], { kind: 'role', role })
  for (const language of languages) add(speech.languages[language], { kind: 'language', language })
  add(speech.greetings, { kind: 'greeting' })
  const matcher = ({ zh, en }: Speech['inquiries']) => {
    const patterns = [...zh, ...en].map((pattern) => new RegExp(pattern, 'u'))
    return (text: string) => {
      const bare = plain(text)
      return patterns.some((pattern) => pattern.test(bare))
    }
  }

  const asked = [
    ['delete', matcher(speech.deletions)],
    ['card', matcher(speech.card_requests)],
    ['money', matcher(speech.money_requests)],
  ] as const
  const wished = wishes.map((wish) => ({ wish, matches: matcher(speech.wishes[wish]) }))

  return {
    recognise(text) {
      const [, name, argument] = slash.exec(text.trim()) ?? []
      const command = commands.find((one) => one === name?.toLowerCase())
      if (command) return [{ kind: 'command', command, ...(argument && { argument }) }]
      const bare = plain(text)
      const whole = known.get(bare) ?? known.get(withoutManners(bare))
      if (whole) return whole
      const [request] = asked.find(([, matches]) => matches(text)) ?? []
      if (request) return [{ kind: 'command', command: request }]
      const [first = '', ...rest] = text.split(clauseEnd)
      const isShort = text.length <= LONGEST_COMMAND && rest.length > 0 && !/\d/.test(text)
      return isShort
        ? (known.get(plain(first)) ?? []).filter((one) => one.kind === 'command' && !alone.has(one.command))
        : []
    },
    isInquiry: matcher(speech.inquiries),
    isEvasion: matcher(speech.evasions),
    isLoss: matcher(speech.losses),
    wishIn: (text) => wished.find(({ matches }) => matches(text))?.wish,
  }
}
