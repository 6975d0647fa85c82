import type { Answer, Shown } from '../interview/answer.ts'
import { ownPlaces } from '../interview/clauses.ts'
import type { Fact } from '../knowledge/schema/fact.ts'
import { amountIn } from '../reading/money-figures.ts'
import { plain } from '../reading/normalise.ts'
import { paidForPeople } from '../reading/statement.ts'
import { counts, type Evidence, source } from '../verdict/findings.ts'
import { tellHelp, tellUnderstood } from '../wording/offer.ts'
import { assessCrime } from './crime.ts'
import { evidenceIn, newIn } from './intake.ts'
import { goOn } from './interview.ts'
import { asNews, type News, type Pending } from './log.ts'
import { numbersIn } from './numbers.ts'
import { after, noting, type Outcome, type Scene, unprompted } from './scene.ts'
import { showMoney } from './show-picture.ts'

/** A reply to the open question in words: read as the answer first, and then for whatever else it tells. */
export function answerInWords(scene: Scene, pending: Pending, text: string): Outcome | undefined {
  const kind = scene.core.knowledge.facts.get(pending.fact)?.kind
  if (kind === 'number') return answerNumber(scene, pending, text)
  if (kind === 'amount') return answerAmount(scene, pending, text)
  const isOwn = ownIn(scene, text)
  const found = saidIn(scene, text, isOwn)
  const about = found.filter((one) => one.fact === pending.fact)
  const others = found.filter((one) => one.fact !== pending.fact)
  const own = about.filter(({ source }) => source === 'answer')
  const spoken = scene.core.answer(text, pending.fact, own.length > 0 ? own : toldAgainst(scene, pending, text, isOwn))
  if (spoken?.means === 'unknown') return settleUnknown(scene, pending, asNews(others))
  if (spoken && !isOfAnother(pending, spoken, own, others)) {
    const said = spokenEvidence(pending, text, spoken)
    return settle(scene, pending, own.findLast(({ value }) => value === said.value) ?? said, others)
  }
  const told = about.findLast((one) => one.source !== 'answer' && counts(scene.core.knowledge, one))
  if (told) return settle(scene, pending, told, others)
  const besides = found.filter((one) => !own.includes(one))
  return besides.length > 0 ? tellBesides(scene, besides, goOn(noting(scene, ...asNews(besides)))) : undefined
}

/** Are the words that sound like a yes read as another way of being paid than the one asked about? 拉一个人提三千 */
const isOfAnother = (
  { fact }: Pending,
  { means, start, end }: Answer,
  own: readonly Evidence[],
  others: readonly Evidence[],
) =>
  means === 'yes' &&
  own.length === 0 &&
  paidForPeople.has(fact) &&
  others.some((one) => one.value && paidForPeople.has(one.fact) && one.start <= start && end <= one.end)

/** What speaks against the offer in a reply, where it says so clearly only as an answer to the question. */
function toldAgainst({ core }: Scene, { fact: id }: Pending, text: string, isOwn: IsOwn): readonly Shown[] {
  const fact = core.knowledge.facts.get(id)
  if (fact?.kind !== 'boolean') return []
  const stated = core.states(text, id, fact.incriminating)
  return stated && isOwn(id, stated.end) ? [{ ...stated, whole: true }] : []
}

/** Is what a reply says of a fact, up to a place, the person's own word? */
type IsOwn = (fact: string, end: number) => boolean

function ownIn({ core: { knowledge } }: Scene, text: string): IsOwn {
  const isOwn = ownPlaces(text, plain)
  return (fact, end) => isOwn(end - 1, knowledge.answers.get(fact)?.told === true)
}

/** What stands in a reply: as the person's own word, or as told, where somebody else says it or it may be pasted. */
function saidIn(scene: Scene, text: string, isOwn: IsOwn): Evidence[] {
  return evidenceIn(scene, text, 'account').map((one) =>
    isOwn(one.fact, one.end) ? { ...one, source: 'answer' } : one,
  )
}

const spokenEvidence = ({ fact }: Pending, text: string, { means, start, end }: Answer): Evidence => ({
  fact,
  value: means === 'yes',
  source: 'answer',
  quote: text.slice(start, end),
  start,
  end,
})

/** A press of yes, no or "I don't know". */
export function answerByChoice(scene: Scene, pending: Pending, means: Answer['means']): Outcome {
  const free = unprompted(scene)
  if (means === 'unknown') return settleUnknown(free, pending, [])
  return settle(free, pending, spokenEvidence(pending, '', { means, start: 0, end: 0 }), [])
}

function settle(scene: Scene, pending: Pending, answer: Evidence, others: readonly Evidence[]): Outcome {
  const corrects = pending.why === 'contradiction' || pending.why === 'change'
  const retracted: News[] = corrects ? [{ kind: 'retracted', fact: pending.fact, value: !answer.value }] : []
  const news = [answeredBy(pending), ...retracted, ...asNews([answer, ...others])]
  return tellBesides(scene, others, goOn(noting(scene, ...news)))
}

/** Shows what else was understood in a reply before going on. */
function tellBesides(scene: Scene, others: readonly Evidence[], next: Outcome): Outcome {
  const also = tellUnderstood(scene.core.knowledge, scene.speaker, others)
  return also.length > 0 ? after([scene.speaker.say('understood-also'), ...also].join('\n'), next) : next
}

/** "I don't know" is not "no": what the person said before is taken back; then help to find out, and a proxy. */
function settleUnknown(scene: Scene, pending: Pending, besides: readonly News[]): Outcome {
  const { fact: id, why } = pending
  const fact = scene.core.knowledge.facts.get(id)
  // Who cannot tell which side of a contradiction is right takes neither back.
  const said = why === 'change' ? source.options : source.exclude(['claim']).options
  const own = why === 'contradiction' ? [] : said
  const retracted = own.map((by): News => ({ kind: 'retracted', fact: id, source: by }))
  const news = [answeredBy(pending), ...retracted, { kind: 'unknown', fact: id } as const, ...besides]
  const noted = noting(scene, ...news)
  const next =
    why === 'crime' ? assessCrime(noted) : fact?.kind === 'amount' ? showMoney(noted, id) : goOn(noted, fact?.proxies)
  return fact ? after(tellHelp(scene.speaker, fact), next) : next
}

/** How many people, how many tiers: for the fact asked about, and for the other where it is told as well. */
function answerNumber(scene: Scene, pending: Pending, text: string): Outcome | undefined {
  const numbers = numbersIn(scene.core.knowledge, pending.fact, text)
  const told = Object.entries(numbers)
  if (numbers[pending.fact] === undefined) {
    return scene.core.answer(text)?.means === 'unknown' ? settleUnknown(scene, pending, []) : undefined
  }
  const news = told.flatMap(([fact, value]): News[] => [
    { kind: 'retracted', fact },
    { kind: 'number', fact, value },
  ])
  const noted = noting(scene, answeredBy(pending), ...news)
  return scene.state.concluded ? assessCrime(noted) : goOn(noted)
}

/** How much one spends, how much one gets: by itself, or in words for a fact; of another amount, the question stays open. */
function answerAmount(scene: Scene, pending: Pending, text: string): Outcome | undefined {
  const { knowledge } = scene.core
  const fact = knowledge.facts.get(pending.fact)
  if (fact?.kind !== 'amount') return undefined
  const isMoney = ({ amount, value, fact: id }: Evidence) =>
    amount !== undefined && value && [...knowledge.facts.values()].some((one) => states(one, id))
  const found = newIn(scene, evidenceIn(scene, text, 'answer')).filter(isMoney)
  const about = found.filter((one) => states(fact, one.fact))
  const local = scene.speaker.language === 'zh-Hant' ? undefined : 'CNY'
  const amount = found.length > 0 ? undefined : amountIn(text, fact.percent_of !== undefined, local)
  if (!amount && found.length === 0)
    return scene.core.answer(text)?.means === 'unknown' ? settleUnknown(scene, pending, []) : undefined
  const answered: News[] = about.length > 0 || amount ? [answeredBy(pending), { kind: 'retracted', fact: fact.id }] : []
  const told: News[] = amount ? [{ kind: 'amount', fact: fact.id, ...amount }] : asNews(found)
  return tellBesides(scene, found, showMoney(noting(scene, ...answered, ...told)))
}

const states = (fact: Fact, id: string) => fact.kind === 'amount' && fact.stated_with.includes(id)

const answeredBy = ({ question }: Pending): News => ({ kind: 'answered', question })
