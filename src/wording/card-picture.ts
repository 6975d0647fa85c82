import { dashed } from '../knowledge/messages.ts'
import { tellCitations } from './citations.ts'
import { tellDay } from './counts.ts'
import type { CardPicture } from './picture.ts'
import { cardOf } from './verdict-card.ts'
import type { Told } from './verdict-lines.ts'

const MOST_QUOTES = 2
const LONGEST_QUOTE = { 'zh-Hans': 44, 'zh-Hant': 44, en: 100 } as const

/**
 * The verdict as a picture that may be passed on. `veil` makes of a quote what names nobody, or nothing. `at`: now, in
 * milliseconds since 1970.
 */
export function cardPictureOf(told: Told, at: number, veil: (quote: string) => string): CardPicture {
  const { knowledge, speaker, rules, answer } = told
  const { language } = speaker
  // Without its words, what was said is told as what it came to.
  const evidence = told.evidence.map((one) => ({ ...one, quote: veil(one.quote) })).filter(({ quote }) => quote !== '')
  const { headline, elements } = cardOf({ ...told, evidence })
  const articles = answer.citations.filter((one) => 'law' in one)
  const cited = articles.length > 0 ? articles : answer.citations
  return {
    kind: 'card',
    language,
    verdict: answer.verdict,
    title: speaker.say('card-title'),
    headline,
    elements: elements.map(({ name, state }) => ({
      name,
      state,
      told: speaker.say(`card-state-${dashed(state)}`),
    })),
    quotesTitle: speaker.say('card-quotes'),
    quotes: chosen(elements.map(({ quotes }) => quotes)).map((quote) => shortened(quote, LONGEST_QUOTE[language])),
    basis: speaker.say('card-basis', { basis: tellCitations(knowledge, speaker, cited), date: rules.law.checked }),
    notice: speaker.say('card-notice', { date: tellDay(at, rules.law.utc_offset) }),
    caption: speaker.say('card-caption'),
  }
}

/** One for an element first, those that hold a figure before others; then what else there is. */
function chosen(byElement: readonly (readonly string[])[]): string[] {
  const whole = (quote: string) => Number(/\d/u.test(quote)) * 2 - Number(quote.includes('…'))
  const sorted = byElement.map((quotes) => quotes.toSorted((a, b) => whole(b) - whole(a)))
  const inTurn = [...sorted.flatMap((quotes) => quotes.slice(0, 1)), ...sorted.flatMap((quotes) => quotes.slice(1))]
  return [...new Set(inTurn)].slice(0, MOST_QUOTES)
}

function shortened(quote: string, most: number): string {
  const points = [...quote]
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : quote
}
