import { writtenOut } from '../knowledge/check-answers.ts'
import type { Ways } from '../knowledge/schema/answers.ts'
import type { Speech } from '../knowledge/schema/speech.ts'

type Means = 'yes' | 'no' | 'unknown'

export interface Phrase {
  readonly means: Means
  readonly hedged?: boolean
  /** How many of the first units of the clause say so, where it is not the whole of it. */
  readonly length?: number
}

export interface PhraseReader {
  /** What a whole text means, or undefined where it is not known. */
  whole(text: string): Means | undefined
  /** What a clause means by itself or by what it begins with. */
  read(text: string): Phrase | undefined
}

/** Begins like an answer and is none. */
const lead = /^(?:对了|是这样的?|有(?:毛)?病[吧啊吗呀]?|no (?:problem|worries|thanks|comment)|yes (?:or|and) no|n\/a)$/u
/** What may follow a yes or no and leave it one: 有啊, 要的, 要2680; in English, more words. */
const particle = '[的啊呀呢哦嘛啦咯了喔耶哈欸诶哎嘞呗哟噢喽滴哒捏咧㗎噶架嘅呐哪喇啰囉㖞喎吖呕]'
const particles = new RegExp(`^(?:${particle}{1,3}$|[0-9¥￥$])`, 'u')
const tail = new RegExp(
  `${particle}{1,3}$|(?<=[a-z])(?: (?:lah|lor|leh|liao|mate|bro|sis|dude|man|sir|maam|po|haha|lol|tbh|no|nope|yeah|though|tho|thanks|ofc|bruh|dear|hun|love))+$`,
  'u',
)
const openers: ReadonlySet<string> = new Set(['yes', 'yeah', 'yea', 'yep', 'yup', 'yeh', 'ya', 'no', 'nope', 'nah'])
const spoils =
  /^(?:one|body|(?:or|and) (?:no|yes|not|maybe)|problem|worries|idea|clue|wait|offence|offense|thanks|comment|way to|longer|time|reason|speak|english|more questions|signal|battery|pics|rush|need to know)\b/u
const guess = /吧$/u

export function createPhraseReader(
  answers: Speech['answers'],
  ways: Ways,
  plain: (text: string) => string,
): PhraseReader {
  const known = new Map<string, Means>(
    (['yes', 'no', 'unknown'] as const).flatMap((means) =>
      [...answers[means].zh, ...answers[means].en].map((phrase) => [plain(phrase), means] as const),
    ),
  )
  const phrases = [...known]
  const doubts = phrases.filter(([phrase, means]) => means === 'unknown' && phrase.length > 2).map(([phrase]) => phrase)
  const hedges = [...answers.hedges.zh, ...answers.hedges.en].map(plain)
  const filler = new RegExp(`^(?:${writtenOut(ways, ways.fillers).join('|')})[ ,]?`, 'u')

  const isGuess = (text: string): boolean =>
    hedges.some(
      (hedge) =>
        text === hedge ||
        (text.startsWith(hedge) && known.has(plain(text.slice(hedge.length)))) ||
        (text.endsWith(hedge) && known.has(plain(text.slice(0, -hedge.length)))),
    )

  const startingWith = (text: string) => {
    const found = phrases.find(([phrase]) => {
      if (!text.startsWith(phrase)) return false
      const rest = text.slice(phrase.length)
      return openers.has(phrase) ? /^ /u.test(rest) && !spoils.test(rest.trim()) : particles.test(rest)
    })
    return found && { means: found[1], length: found[0].length }
  }

  /** The text itself, said twice, or with a word before or behind it that adds nothing. */
  const bare = (text: string): Means | undefined => {
    const doubled = /^(.{1,6}?) ?\1{1,3}$/u.exec(text)?.[1]
    const short = text.replace(tail, '')
    return known.get(text) ?? known.get(doubled ?? text) ?? known.get(short)
  }

  const read = (text: string): Phrase | undefined => {
    if (lead.test(text)) return undefined
    if (!known.has(text) && isGuess(text)) return { means: 'unknown', hedged: true }
    let rest = text
    for (let i = 0; i < 4; i++) {
      const means = bare(rest)
      if (means) return { means }
      if (guess.test(rest) && bare(rest.slice(0, -1))) return { means: 'unknown', hedged: true }
      const filled = filler.exec(rest)
      if (!filled) break
      rest = rest.slice(filled[0].length)
    }
    const start = startingWith(text)
    if (start) return start
    const later = startingWith(rest)
    if (later) return { ...later, length: text.length - rest.length + later.length }
    return doubts.some((doubt) => text.includes(doubt)) ? { means: 'unknown' } : undefined
  }

  return { whole: (text) => (lead.test(text) ? undefined : bare(text)), read }
}
