import type { Speech } from '../knowledge/schema/speech.ts'

/** What a reply to a question about a fact means, and where in the reply it stands. */
export interface Answer {
  readonly means: 'yes' | 'no' | 'unknown'
  /** UTF-16 offsets into the reply. */
  readonly start: number
  readonly end: number
}

/** Numbered choices, as shown where a platform has no buttons. */
const numbered: Readonly<Record<string, Answer['means']>> = { '1': 'yes', '2': 'no', '3': 'unknown' }

/** A part of the reply between punctuation, with the mark that ends it. */
const clause = /([^,，。.!！?？;；、\n…~～]+)([,，。.!！?？;；、\n…~～]*)/gu
const asks =
  /[?？]|[吗么嗎麼]\s*$|^\s*(?:什么|什麼|怎么|怎麼|为什么|為什麼|哪|谁|誰|是不是|有没有|能不能|(?:what|how|why|when|who|which)\b)/iu
/** Takes back what was said before it. */
const correction =
  /^(?:不对|不對|错了|錯了|说错了|记错了|我?搞错了|等等|等一下|no wait|wait|wait no|scratch that|sorry)$/iu
/** Begins like an answer and is none. */
const lead = /^(?:对了|對了|是这样的?|是這樣的?|correct me.*|no (?:problem|worries)|yes (?:or|and) no|n\/a)$/iu
/** A clause no longer than this, in UTF-16 units, is quoted whole; of a longer one only the answer in it. */
const LONGEST_QUOTE = 24
const irony = /才怪/u
/** What may follow a yes or no and leave it one: 有啊, 要的, 要2680; in English, more words. */
const particles = /^(?:[的啊呀呢吧哦嘛啦咯了喔耶哈]{1,2}$|[0-9¥￥$])/u
const openers: ReadonlySet<string> = new Set(['yes', 'yeah', 'yep', 'yup', 'no', 'nope', 'nah'])
const spoils = /^(?:one|body|or|and|problem|worries|idea|clue|wait|offence|offense|thanks)\b/u

/**
 * Reads yes, no and "I don't know" in the many ways people say them; undefined when it is none of them,
 * as a question is none. The last word counts; a doubt counts more than the no before it; a guess ("I
 * suppose", 应该) is a doubt.
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
  const longestFirst = [...known].sort(([a], [b]) => b.length - a.length)
  const doubts = longestFirst
    .filter(([phrase, means]) => means === 'unknown' && phrase.length > 2)
    .map(([phrase]) => phrase)
  const hedges = [...answers.hedges.zh, ...answers.hedges.en].map(plain)

  const startingWith = (text: string): (typeof longestFirst)[number] | undefined =>
    longestFirst.find(([phrase]) => {
      if (!text.startsWith(phrase)) return false
      const rest = text.slice(phrase.length)
      return openers.has(phrase) ? /^ /u.test(rest) && !spoils.test(rest.trim()) : particles.test(rest)
    })

  const isGuess = (text: string): boolean =>
    hedges.some((hedge) => {
      if (text === hedge) return true
      const rest = text.startsWith(hedge)
        ? text.slice(hedge.length)
        : text.endsWith(hedge)
          ? text.slice(0, -hedge.length)
          : ''
      return known.has(plain(rest))
    })

  /** What a clause means, and how many of its first units say so; the whole of it where that is not known. */
  const read = (text: string): { means: Answer['means']; length?: number } | undefined => {
    if (lead.test(text)) return undefined
    const whole = known.get(text)
    if (whole) return { means: whole }
    const [phrase, means] = startingWith(text) ?? []
    if (phrase !== undefined && means) return { means, length: phrase.length }
    return isGuess(text) || doubts.some((doubt) => text.includes(doubt)) ? { means: 'unknown' } : undefined
  }

  return (raw) => {
    const whole = plain(raw)
    const direct = known.get(whole) ?? numbered[whole]
    if (direct && !/[?？]/u.test(raw)) return { means: direct, start: 0, end: raw.length }
    if (irony.test(whole)) return undefined
    let said: (Answer & { readonly exactly: boolean })[] = []
    let isQuestion = false
    for (const { 1: words = '', 2: marks = '', index } of raw.matchAll(clause)) {
      const text = plain(words)
      if (text === '') continue
      const { means, length = words.trim().length } = read(text) ?? {}
      const kept = words.trim().length <= LONGEST_QUOTE ? words.trim().length : Math.min(length, LONGEST_QUOTE)
      isQuestion = means !== 'unknown' && asks.test(words + marks)
      if (correction.test(text)) said = []
      else if (means && !isQuestion) {
        const start = index + words.length - words.trimStart().length
        said.push({ means, start, end: start + kept, exactly: known.get(text) === 'unknown' })
      }
    }
    const last = said.at(-1)
    const doubt = said.find(({ exactly }) => exactly)
    if (isQuestion && last?.means !== 'unknown') return undefined
    const answer = doubt ?? said.findLast(({ means }) => means !== 'unknown') ?? last
    return answer && { means: answer.means, start: answer.start, end: answer.end }
  }
}
