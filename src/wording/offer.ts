import type { BooleanFact, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import type { Fact } from '../knowledge/schema/fact.ts'
import { counts, type Evidence } from '../verdict/findings.ts'
import { tellCitations, under } from './citations.ts'
import type { Speaker } from './speaker.ts'

const LONGEST_QUOTE = 60

export function tellQuote(speaker: Speaker, quote: string): string {
  const points = [...quote.replace(/\s+/gu, ' ').trim()]
  const short = points.length > LONGEST_QUOTE ? `${points.slice(0, LONGEST_QUOTE - 1).join('')}…` : points.join('')
  return speaker.say('quote', { quote: short })
}

export const tellFact = (speaker: Speaker, fact: BooleanFact, value: boolean): string =>
  speaker.tell(value ? fact.yes : fact.no)

/** A yes or no and hardly more: as a quote it tells nothing. */
export const isBare = ({ source, quote }: Evidence): boolean =>
  source === 'answer' && (/^[a-z' ]{1,10}$/iu.test(quote) || [...quote].length <= 3)

/** The words in which this was said: the user's answer, else those that name an amount, else the most telling. */
function tellingWords(evidence: readonly Evidence[], fact: BooleanFact, value: boolean): Evidence | undefined {
  const own = evidence.filter((one) => one.fact === fact.id && one.value === value)
  const said = own.filter((one) => one.quote !== '' && !isBare(one))
  const best = said.findLast(({ source }) => source === 'answer') ?? said.find(({ amount }) => amount !== undefined)
  return best ?? said.toSorted((a, b) => b.quote.length - a.quote.length)[0]
}

/** The words themselves, quoted; where a button was pressed, what it meant. */
export function tellWords(speaker: Speaker, evidence: readonly Evidence[], fact: BooleanFact, value: boolean): string {
  const said = tellingWords(evidence, fact, value)
  return said ? tellQuote(speaker, said.quote) : tellEvidence(speaker, evidence, fact, value)
}

/** The statement with the words in which it was said, or that it was the answer given. */
export function tellEvidence(
  speaker: Speaker,
  evidence: readonly Evidence[],
  fact: BooleanFact,
  value: boolean,
): string {
  const statement = tellFact(speaker, fact, value)
  const said = tellingWords(evidence, fact, value)
  if (said) {
    const quoted = speaker.say('evidence-quoted', { statement, quote: tellQuote(speaker, said.quote) })
    return [quoted, ...tellPlace(speaker, said)].join('')
  }
  const isAnswer = evidence.some((one) => one.fact === fact.id && one.value === value)
  return isAnswer ? speaker.say('evidence-answered', { statement }) : statement
}

/** Which of the forwarded messages says so, and who; or where in which picture. */
function tellPlace(speaker: Speaker, { part, speaker: who, picture, line }: Evidence): string[] {
  if (picture !== undefined && line !== undefined) return [speaker.say('place-picture', { picture, line })]
  if (part === undefined) return []
  return [who === undefined ? speaker.say('place', { part }) : speaker.say('place-speaker', { part, who })]
}

/** What was understood, a line a fact: first what counts, then claims that wait for the user's own word. */
export function tellUnderstood(knowledge: Knowledge, speaker: Speaker, evidence: readonly Evidence[]): string[] {
  const lines = (wanted: boolean) => {
    const seen = new Set<string>()
    return evidence.flatMap((one) => {
      const fact = knowledge.facts.get(one.fact)
      const key = `${one.fact}=${one.value}`
      if (fact?.kind !== 'boolean' || counts(knowledge, one) !== wanted || seen.has(key)) return []
      seen.add(key)
      const line = tellEvidence(speaker, evidence, fact, one.value)
      return [
        speaker.say(wanted ? 'understood-line' : one.source === 'account' ? 'understood-account' : 'understood-claim', {
          line,
        }),
      ]
    })
  }
  return [...lines(true), ...lines(false)]
}

/** The question about a fact; where the evidence speaks already, in its words. */
export function tellQuestion(
  knowledge: Knowledge,
  speaker: Speaker,
  fact: Fact,
  contradiction: boolean,
  evidence: readonly Evidence[],
): string {
  const question = speaker.tell(fact.question)
  const own = evidence.filter((one) => one.fact === fact.id)
  if (fact.kind !== 'boolean') return question
  if (contradiction) {
    const side = (value: boolean) => {
      const said = own.findLast((one) => one.value === value && counts(knowledge, one))
      return said?.quote && !isBare(said) ? tellQuote(speaker, said.quote) : tellFact(speaker, fact, value)
    }
    return speaker.say('question-contradiction', { yes: side(true), no: side(false), question })
  }
  const claim = own.findLast((one) => !counts(knowledge, one))
  return claim
    ? speaker.say(claim.source === 'account' ? 'question-account' : 'question-claim', {
        quote: tellQuote(speaker, claim.quote),
        question,
      })
    : question
}

/** Why a fact is asked under this law, and on what that rests. */
export function tellWhy(knowledge: Knowledge, rules: LawRules, speaker: Speaker, fact: Fact): string {
  const { why, citations } = rules.law.asks[fact.id] ?? fact
  return speaker.say('why-asked', {
    why: speaker.tell(why),
    basis: tellCitations(knowledge, speaker, under(rules, citations)),
  })
}

/** Where to look and what to ask the recruiter, for someone who cannot tell. */
export const tellHelp = (speaker: Speaker, fact: Fact): string =>
  speaker.say('help-unknown', { look: speaker.tell(fact.help.look), ask: speaker.tell(fact.help.ask) })
