import { counts, type Evidence, type Source } from '../verdict/findings.ts'
import { tellUnderstood } from '../wording/offer.ts'
import { goOn } from './interviewing.ts'
import { showPrompt } from './prompting.ts'
import { after, changing, choices, noting, type Outcome, type Scene, saying } from './scene.ts'

/** The evidence that stands in a text, as said by `source`. */
export const evidenceIn = (scene: Scene, text: string, source: Source): Evidence[] =>
  scene.core.read(text).evidence.map((sighting) => ({ ...sighting, source }))

/**
 * Takes a text about an offer in: what it shows joins the offer, or waits for the word which offer it is
 * about. Where it speaks of danger, whether that is happening now is asked before anything else.
 */
export function takeIn(scene: Scene, text: string, source: Source, isAlarming = false): Outcome {
  const found = evidenceIn(scene, text, source)
  const news = found.filter((one) => !scene.state.evidence.some((known) => isSame(known, one)))
  if (readsLikeAnother(scene, news)) {
    const held = changing(scene, { prompt: 'which_offer', held: news })
    return saying(held, scene.speaker.say('ask-which-offer'), choices(scene.speaker, 'same', 'another'))
  }
  const dangerous = (one: Evidence) => one.value && isDanger(scene, one.fact)
  const isNewDanger = news.some(dangerous) && !scene.state.evidence.some(dangerous)
  if (!isAlarming && !isNewDanger) return join(scene, news, found.length > 0)
  const [lead, joined] = added(scene, news)
  return after(lead, showPrompt(joined, 'danger_now'))
}

function isDanger({ core }: Scene, id: string): boolean {
  const fact = core.knowledge.facts.get(id)
  return fact?.kind === 'boolean' && fact.danger
}

/** The scene with the evidence in its log, and what to say of it. */
function added(scene: Scene, news: readonly Evidence[], recognised = false): [string, Scene] {
  const { speaker, core, state } = scene
  const fresh = state.lastTurn === undefined
  const joined = noting(scene, ...news.map((one) => ({ kind: 'evidence' as const, ...one })))
  const lines = tellUnderstood(core.knowledge, speaker, news)
  if (lines.length > 0)
    return [[speaker.say(fresh ? 'understood-first' : 'understood-more'), ...lines].join('\n'), joined]
  return [
    speaker.say(fresh ? 'understood-nothing' : recognised ? 'understood-already' : 'understood-nothing-more'),
    joined,
  ]
}

/** Adds evidence to the current offer and goes on, showing first what was understood. */
export function join(scene: Scene, news: readonly Evidence[], recognised = false): Outcome {
  const [lead, joined] = added(scene, news, recognised)
  return after(lead, goOn(joined))
}

/**
 * Several new statements of which one names another price for the same thing, or any new pitch after
 * the verdict, may be about something else.
 */
function readsLikeAnother({ state }: Scene, news: readonly Evidence[]): boolean {
  if (news.length < 2 || state.evidence.length === 0) return false
  const priced = state.evidence.filter(({ amount }) => amount !== undefined)
  const otherPrice = news.some(
    ({ fact, amount }) =>
      amount !== undefined && priced.some((one) => one.fact === fact) && !priced.some((one) => one.amount === amount),
  )
  return otherPrice || (state.concluded !== undefined && news.some(({ source }) => source === 'claim'))
}

const isSame = (a: Evidence, b: Evidence) => a.fact === b.fact && a.value === b.value && a.quote === b.quote

/** Whether something in the text counts for or against the offer. */
export const tellsSomething = (scene: Scene, text: string): boolean =>
  evidenceIn(scene, text, 'account').some((one) => counts(scene.core.knowledge, one) || one.value)
