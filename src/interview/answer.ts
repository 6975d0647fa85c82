import type { Speech } from '../knowledge/schema.ts'

/** What a reply to a question about a fact means. */
export interface Answer {
  readonly means: 'yes' | 'no' | 'unknown'
  /** Said with a doubt: "I think so", 好像是. */
  readonly hedged: boolean
  /** It fills the message or its first clause; else it only begins it, and may belong to something else. */
  readonly whole: boolean
}

/** Numbered choices, as shown where a platform has no buttons. */
const numbered: Readonly<Record<string, Answer['means']>> = { '1': 'yes', '2': 'no', '3': 'unknown' }

const clauseEnd = /[,，。.!！?？;；:：、\n…~～]|\bbut\b|但|不过|只是/u
/** What may follow an answer of a single Han character and leave it one: 要的, 有啊, 要2680. */
const afterOneCharacter = /^(?:[的啊呀呢吧哦嘛啦咯了]{1,2}$|[0-9¥￥$])/u

/**
 * Reads yes, no and "I don't know" in the many ways people say them. Takes text made plain by `plain`;
 * undefined when it is none of them.
 */
export function createAnswerReader(
  answers: Speech['answers'],
  plain: (text: string) => string,
): (text: string) => Answer | undefined {
  const known = new Map<string, Answer['means']>(
    (['yes', 'no', 'unknown'] as const).flatMap((means) =>
      [...answers[means].zh, ...answers[means].en].map((phrase) => [plain(phrase), means] as const),
    ),
  )
  const hedges = [...answers.hedges.zh, ...answers.hedges.en].map(plain).sort((a, b) => b.length - a.length)
  const longestFirst = [...known].sort(([a], [b]) => b.length - a.length)

  const startingWith = (text: string): Answer['means'] | undefined =>
    longestFirst.find(([phrase]) => {
      if (!text.startsWith(phrase)) return false
      const rest = text.slice(phrase.length)
      if (/[a-z]$/u.test(phrase)) return /^[^a-z0-9']/u.test(rest)
      return phrase.length > 1 || afterOneCharacter.test(rest)
    })?.[1]

  const doubts = [...known]
    .filter(([phrase, means]) => means === 'unknown' && phrase.length > 2)
    .map(([phrase]) => phrase)

  const read = (text: string): Omit<Answer, 'hedged'> | undefined => {
    const first = plain(text.split(clauseEnd, 1)[0] ?? '')
    const whole = known.get(text) ?? numbered[text] ?? known.get(first)
    if (whole) return { means: whole, whole: true }
    const means = startingWith(first) ?? (doubts.some((phrase) => text.includes(phrase)) ? 'unknown' : undefined)
    return means && { means, whole: false }
  }

  return (raw) => {
    const text = plain(raw)
    const answer = read(text)
    if (answer) return { ...answer, hedged: false }
    const hedge = hedges.find((phrase) => text.startsWith(phrase) || text.endsWith(phrase))
    if (!hedge) return undefined
    if (text === hedge) return { means: 'unknown', whole: true, hedged: true }
    const bare = read(plain(text.startsWith(hedge) ? text.slice(hedge.length) : text.slice(0, -hedge.length)))
    return bare && { ...bare, hedged: true }
  }
}
