import type { FactAnswers, Ways } from '../knowledge/schema/answers.ts'
import type { Speech } from '../knowledge/schema/speech.ts'
import { type Clause, clausesIn } from './clauses.ts'
import { isOwnTale } from './own-words.ts'
import { createPhraseReader } from './phrase.ts'
import { type Normalise, quoteEnd, spokenEnd } from './quote.ts'
import { type Said, settled } from './settle.ts'
import { createSigns } from './signs.ts'
import { createVocabulary, manners, type Saying } from './vocabulary.ts'

/** What a reply to a question about a fact means, and where in the reply it stands. */
export interface Answer {
  readonly means: 'yes' | 'no' | 'unknown'
  /** UTF-16 offsets into the reply. */
  readonly start: number
  readonly end: number
}

/** Where a reply shows the fact that was asked about, as read by whoever reads offers. */
export interface Shown {
  readonly value: boolean
  /** It is a whole clause, and what else the clause says of it, such as a doubt, stands in it too. */
  readonly whole?: boolean
  readonly start: number
  readonly end: number
}

/** `asked` names the fact; without it only the yes and no of any question are understood. */
export type AnswerReader = (reply: string, asked?: string, shown?: readonly Shown[]) => Answer | undefined

/** How texts are made plain: whole, and with the way back to the text as given. */
export interface Plainly {
  readonly plain: (text: string) => string
  readonly normalise: Normalise
}

interface Known {
  readonly speech: Pick<Speech, 'answers'>
  readonly ways: Ways
  readonly answers: ReadonlyMap<string, FactAnswers>
}

/** Numbered choices, as shown where a platform has no buttons. */
const numbered: Readonly<Record<string, Answer['means']>> = { '1': 'yes', '2': 'no', '3': 'unknown' }
const asks =
  /[吗么]$|(?:怎样|怎么样|怎么办|点算|什么意思|啥意思|咩意思|干什么|干嘛|做什么|做咩)$|^(?:什么|怎么|为什么|哪|谁|是不是|有没有|能不能|(?:what|how|why|when|who|which|so what|tell me|explain)\b)|^(?:先|直接)?(?:告诉我|回答我)|^你(?:先|直接|能|可以|帮|们|哋|问|是|怎么|有没|知)|^(?:请问|麻烦|帮我|求|能帮|可以帮|可不可以|怎样|咋|点样)|^(?:can|could|would|will|do|does|did|are|should|shall|is|was) (?:you|u|i|we|this|that|they|there)\b|^(?:please|pls|plz|help|ask|show me|give me|send me)\b|(?:first )?tell me\b|\bare you\b/u
/** Agrees to go on, and answers nothing where a question follows. */
const agrees = /^(?:sure|ok|okay|fine|alright|可以|行|好|好的|嗯|能)$/u
/** What would be if: no answer but for what happens to who does not. */
const supposes =
  /^(?:但是?|可是?)?(?:如果|要是|假如|万一|若|倘)|^(?:but |so )?if (?:they|it|there|he|she|i have|i had)\b/u
const refuses = /^[不没沒唔冇]/u
/** Another offer than the one that is asked about. */
const elsewhere =
  /另一个|另外一个|上次(?:那|这)|之前那个|别的(?:平台|项目|群)|\b(?:another one|a different one|last time|previous one|other scheme)\b/u
/** What the person will not do says nothing of what is asked of them. */
const unwilling =
  /不想|不愿|才不|打死[不也]|懒得|唔想|\bi(?:'m| am|'d)? (?:really |just |still )?(?:don't|dont|didn't|won't|wouldn't|not|'m not|am not|would never|refuse|refused|never)(?: to)? (?:want|wanna|going|gonna|plan|intend|willing|feel like|(?:pay|buy|giv|recruit|spend|send|bring)\w{0,4}\b|do that)/u
const irony = /才怪/u
/** The yes or no before the rest: no she told me to. */
const apart = (text: string) =>
  text.replace(
    /^(no|nope|nah|yes|yeah|yep|yup|ya|yea) (?=(?:i|she|he|they|we|you|u|it|its|it's|there|that|my|the|just|only|not|lah|because|he's|she's|they're|i'm|i've|im)\b)/u,
    '$1,',
  )
const wonders =
  /谁|哪(?:有|来|里|会|能)|怎么(?:可能|会|能)|凭什么|边(?:有|个|度)|点(?:会|可能)|难道|还能|不然|who'?d|who would|since when|why would|you think|where got/u

/**
 * Reads yes, no and "I don't know" in the many ways people say them; undefined when it is none of them, as a
 * question is none and what others say. The last word counts, and a plain yes or no more than what is told beside
 * it; a doubt counts more than the no before it; a guess ("I suppose", 应该) is a doubt.
 */
export function createAnswerReader({ speech, ways, answers }: Known, { plain, normalise }: Plainly): AnswerReader {
  const phrase = createPhraseReader(speech.answers, ways, plain)
  const signs = createSigns(ways.signs)
  const manner = manners(ways)
  const made = new Map<string, (text: string) => Saying[]>()
  const vocabularyOf = (one: FactAnswers) => {
    const known = made.get(one.fact) ?? createVocabulary(ways, one)
    made.set(one.fact, known)
    return known
  }

  /** The sayings of a fact in a reply, with places in the reply; what was shown stands where no saying speaks against it. */
  const sayingsIn = (raw: string, fact: FactAnswers | undefined, shown: readonly Shown[]): Saying[] => {
    const normal = normalise(raw)
    const said = !fact
      ? []
      : vocabularyOf(fact)(apart(normal.text)).map(({ means, start, end }) => {
          const [from, to] = normal.toOriginal(start, end)
          return { means, start: from, end: to }
        })
    const seen = shown.map(
      ({ value, start, end, whole = false }): Saying => ({ means: value ? 'yes' : 'no', start, end, whole }),
    )
    const free = seen.filter(
      ({ means, start, end, whole }) =>
        !(whole && said.length > 0) && !said.some((one) => one.means !== means && one.start < end && start < one.end),
    )
    return [...free, ...said].sort((a, b) => a.end - b.end)
  }

  /** Not knowing counts more than what is said after it: 不知道要不要交. */
  const ignorant = (raw: string, { start, end }: Clause, own: readonly Saying[], told: boolean): boolean => {
    const saying = own.at(-1)
    const found = manner.ignorance.exec(normalise(raw.slice(start, end)).text)
    if (!found || !saying || saying.whole) return found !== null
    return !told && found.index <= normalise(raw.slice(start, Math.max(start, saying.start))).text.length
  }

  return (raw, asked, shown = []) => {
    const whole = plain(raw)
    const direct = phrase.whole(whole) ?? numbered[whole]
    if (direct && !/[?？]/u.test(raw)) return { means: direct, start: 0, end: raw.length }
    if (irony.test(whole)) return undefined
    const fact = asked !== undefined && isOwnTale(whole) ? answers.get(asked) : undefined
    const clauses = clausesIn(raw, plain)
    const sayings = sayingsIn(raw, fact, shown)

    let said: Said[] = []
    let open = false
    const take = (clause: Clause, next: number) => {
      if ((clause.hearsay || clause.reported) && fact?.told !== true) return
      const correction = manner.corrections.exec(clause.text)
      const isSorry = correction?.[0] === 'sorry' && correction[0] === clause.text
      if (correction && !isSorry) said = []
      const text = correction ? plain(clause.text.slice(correction[0].length)) : clause.text
      if (text === '') return
      const own = sayings.filter(({ start }) => start >= clause.start && start < next)
      if (supposes.test(text) && !refuses.test(raw.slice(own[0]?.start ?? clause.start))) return
      if (elsewhere.test(text)) return
      const requires = fact?.frames.includes('must') === true
      if (requires && unwilling.test(text) && own.every((one) => one.means === 'no')) return
      const means = own.at(-1)?.means
      const isQuestion = clause.asked || asks.test(text)
      const isTag = manner.tags.test(text)
      const isIgnorant = ignorant(raw, clause, own, fact?.told === true)
      const isGuess = isIgnorant || (phrase.read(text)?.means === 'unknown' && !asks.test(text))
      if (isQuestion && !isTag && !isGuess && !(own.some(({ whole }) => !whole) && wonders.test(text))) {
        open = true
        said = said.filter((one) => !agrees.test(one.text))
        return
      }
      const spoken = phrase.read(text)
      const isBut = manner.additions.test(text)
      const place = { start: clause.start, end: clause.end, text, turns: manner.turns.test(text), adds: isBut }
      const isPast = manner.past.test(text)
      const isOpinion = fact?.opinion === true && manner.opinions.test(text)
      const guesses = manner.hedges.test(around(raw, clause, own, plain)) && !isOpinion
      const isOpen = means !== 'no' && means !== 'yes'
      const doubts = isIgnorant || (isOpen && (manner.doubts.test(text) || spoken?.means === 'unknown'))
      if (doubts || means === 'unknown') {
        said.push({ ...place, means: 'unknown', kind: manner.details.test(text) ? 'detail' : 'doubt' })
      } else if (guesses || spoken?.hedged) {
        said.push({ ...place, means: 'unknown', kind: own.length > 0 ? 'guess' : 'bare guess' })
      } else if (
        means !== undefined &&
        (spoken === undefined || (!own.at(-1)?.whole && (spoken.means === 'unknown' || spoken.length !== undefined)))
      ) {
        const last = own.at(-1)
        said.push({ ...place, ...last, means, kind: isPast ? 'past' : 'told' })
      } else if (spoken) {
        const end = spoken.length === undefined ? clause.end : spokenEnd(raw, clause, text, spoken.length, normalise)
        said.push({ ...place, end, means: spoken.means, kind: isPast ? 'past' : 'direct' })
      }
    }
    for (const [i, clause] of clauses.entries()) take(clause, clauses[i + 1]?.start ?? raw.length)
    const echoes = clauses[0]?.asked === true && !manner.tags.test(clauses[0].text) && open
    if (echoes) said = said.filter(({ kind }) => kind !== 'told' && kind !== 'past')
    const answer = settled(said, fact?.frames.includes('must') === true)
    if (!answer) {
      const sign = open ? undefined : signs(raw)
      return sign && whole.length <= SHORT ? { means: sign, start: 0, end: raw.length } : undefined
    }
    return { means: answer.means, start: answer.start, end: quoteEnd(raw, clauses, answer) }
  }
}

/** A clause without the saying in it: a hedge within the saying is part of what is said. */
function around(
  raw: string,
  { start, end, text }: Clause,
  own: readonly Saying[],
  plain: (text: string) => string,
): string {
  const saying = own.at(-1)
  return saying === undefined || saying.whole
    ? text
    : plain(`${raw.slice(start, saying.start)} ${raw.slice(Math.min(saying.end, end), end)}`)
}

const SHORT = 12
