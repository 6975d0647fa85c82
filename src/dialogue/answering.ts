import type { Answer } from '../interview/answer.ts'
import { normalise } from '../reading/normalise.ts'
import { findQuantities } from '../reading/numbers.ts'
import type { Evidence } from '../verdict/findings.ts'
import { tellHelp, tellUnderstood } from '../wording/offer.ts'
import { assessCrime } from './crime.ts'
import { evidenceIn } from './intake.ts'
import { goOn } from './interviewing.ts'
import type { News, Pending } from './log.ts'
import { after, noting, type Outcome, type Scene } from './scene.ts'

const LONGEST_ANSWER = 200

/** A reply to the open question in words: read as the answer first, and then for whatever else it tells. */
export function answerInWords(scene: Scene, pending: Pending, text: string): Outcome | undefined {
  if (scene.core.knowledge.facts.get(pending.fact)?.kind === 'number') return answerNumber(scene, pending, text)
  const found = evidenceIn(scene, text, 'answer')
  const shown = found.findLast(({ fact }) => fact === pending.fact)
  const spoken = scene.core.answer(text)
  const isSpoken = spoken && (spoken.whole || shown || !found.some(({ start }) => start === 0))
  const isDoubtBeside = spoken?.means === 'unknown' && !spoken.whole && shown
  const means = isSpoken && !isDoubtBeside ? spoken.means : shown && (shown.value ? 'yes' : 'no')
  if (!means) return found.length > 0 ? tellBesides(scene, found, goOn(noting(scene, ...asNews(found)))) : undefined
  const others = found.filter(({ fact, value }) => fact !== pending.fact || value !== (means === 'yes'))
  return settle(scene, pending, means, text, others)
}

/** A press of yes, no or "I don't know". */
export const answerByChoice = (scene: Scene, pending: Pending, means: Answer['means']): Outcome =>
  settle(scene, pending, means, '', [])

function settle(
  scene: Scene,
  pending: Pending,
  means: Answer['means'],
  words: string,
  others: readonly Evidence[],
): Outcome {
  const { fact } = pending
  const answered = answeredBy(pending)
  const besides = asNews(others)
  if (means === 'unknown') return settleUnknown(scene, pending, [answered, ...besides])
  const value = means === 'yes'
  const quote = words.slice(0, LONGEST_ANSWER)
  const evidence: News = { kind: 'evidence', fact, value, source: 'answer', quote, start: 0, end: quote.length }
  const corrects = pending.why === 'contradiction' || pending.why === 'change'
  const retracted: News[] = corrects ? [{ kind: 'retracted', fact, value: !value }] : []
  return tellBesides(scene, others, goOn(noting(scene, answered, ...retracted, evidence, ...besides)))
}

const asNews = (evidence: readonly Evidence[]): News[] => evidence.map((one) => ({ kind: 'evidence', ...one }))

/** Shows what else was understood in a reply before going on. */
function tellBesides(scene: Scene, others: readonly Evidence[], next: Outcome): Outcome {
  const also = tellUnderstood(scene.core.knowledge, scene.speaker, others)
  return also.length > 0 ? after([scene.speaker.say('understood-also'), ...also].join('\n'), next) : next
}

/** "I don't know" is not "no": help to find out, then a proxy where there is one. */
function settleUnknown(scene: Scene, { fact: id, why }: Pending, news: readonly News[]): Outcome {
  const fact = scene.core.knowledge.facts.get(id)
  const retracted: News[] = why === 'change' ? [{ kind: 'retracted', fact: id, source: 'answer' }] : []
  const noted = noting(scene, ...retracted, { kind: 'unknown', fact: id }, ...news)
  const next = why === 'crime' ? assessCrime(noted) : goOn(noted, fact?.proxies)
  return fact ? after(tellHelp(scene.speaker, fact), next) : next
}

/** Counts of people or tiers; undefined when the reply is neither a number nor "I don't know". */
function answerNumber(scene: Scene, pending: Pending, text: string): Outcome | undefined {
  const isFigure = /^\s*\d+\s*$/.test(text)
  if (!isFigure && scene.core.answer(text)?.means === 'unknown')
    return settleUnknown(scene, pending, [answeredBy(pending)])
  const value = findQuantities(normalise(text).text)[0]?.value
  if (value === undefined || !Number.isFinite(value)) return undefined
  const { fact } = pending
  const number: News = { kind: 'number', fact, value: Math.floor(value) }
  const noted = noting(scene, answeredBy(pending), { kind: 'retracted', fact }, number)
  return pending.why === 'crime' ? assessCrime(noted) : goOn(noted)
}

const answeredBy = ({ question }: Pending): News => ({ kind: 'answered', question })
