import type { Evidence, Source } from '../verdict/findings.ts'
import { tellUnderstood } from '../wording/offer.ts'
import { goOn } from './interview.ts'
import { asNews } from './log.ts'
import { showPrompt } from './prompt-show.ts'
import { offerOfPitch } from './same-pitch.ts'
import { after, changing, noting, type Outcome, type Scene, unprompted } from './scene.ts'

/** The evidence that stands in a text, as said by `source`. */
export const evidenceIn = (scene: Scene, text: string, source: Source): Evidence[] =>
  scene.core.read(text).evidence.map((sighting) => ({ ...sighting, source }))

/** Evidence that does not stand in the offer yet. */
export const newIn = ({ state }: Scene, found: readonly Evidence[]): Evidence[] =>
  found.filter((one) => !state.evidence.some((known) => isSame(known, one)))

/**
 * Takes in what was found in a text about an offer. Where it speaks of danger, whether that is happening now is asked before
 * anything else; then, if it reads like another offer, which one it is about. What it shows is never lost:
 * it joins the offer, or is held until that is answered.
 */
export function takeIn(scene: Scene, found: readonly Evidence[], isAlarming = false): Outcome {
  const known = isAlarming || scene.conversation.held ? undefined : offerOfPitch(scene, found)
  if (known !== undefined && known !== scene.conversation.offer) return again(changing(scene, { offer: known }), found)
  const news = newIn(scene, found)
  const held = [...(scene.conversation.held ?? []), ...news]
  const isHeld = scene.conversation.held !== undefined || (known === undefined && readsLikeAnother(scene, news))
  const dangerous = (one: Evidence) => one.value && isDanger(scene, one.fact)
  const isNewDanger = news.some(dangerous) && !scene.state.evidence.some(dangerous)
  if (isAlarming || isNewDanger) {
    if (isHeld) return showPrompt(changing(scene, { held }), 'danger_now')
    const [lead, joined] = added(scene, news)
    return after(lead, showPrompt(joined, 'danger_now'))
  }
  if (isHeld) return showPrompt(changing(scene, { held }), 'which_offer')
  return join(unprompted(scene), news, found.length > 0)
}

/** The pitch of another offer has come again: that one goes on where it stood, with what was answered about it. */
function again(scene: Scene, found: readonly Evidence[]): Outcome {
  const there = noting(unprompted(scene), ...asNews(newIn(scene, found)))
  const { core, speaker, state } = there
  const lines = tellUnderstood(core.knowledge, speaker, state.evidence)
  return after([speaker.say('understood-again'), ...lines].join('\n'), goOn(there))
}

function isDanger({ core }: Scene, id: string): boolean {
  const fact = core.knowledge.facts.get(id)
  return fact?.kind === 'boolean' && fact.danger
}

/** The scene with the evidence in its log, and what to say of it. */
function added(scene: Scene, news: readonly Evidence[], recognised = false): [string, Scene] {
  const { speaker, core, state } = scene
  const fresh = !state.begun
  const joined = noting(scene, ...asNews(news))
  const lines = tellUnderstood(core.knowledge, speaker, news)
  if (lines.length > 0) {
    const first = speaker.say(fresh ? 'understood-first' : 'understood-more')
    return [[first, ...lines].join('\n'), joined]
  }
  return [
    speaker.say(fresh ? 'understood-nothing' : recognised ? 'understood-already' : 'understood-nothing-more'),
    joined,
  ]
}

/** Where a text shows another fraud, what to hold on to comes before any question. */
function fraudFirst({ rules, speaker }: Scene, news: readonly Evidence[]): string[] {
  const fraud = rules.law.other_fraud.find(({ fact }) => news.some((one) => one.fact === fact && one.value))
  if (!fraud) return []
  return [speaker.say('fraud-first', { name: speaker.tell(fraud.name), hotline: speaker.tell(fraud.hotline) })]
}

/** Adds evidence to the current offer and goes on, showing first what was understood. */
export function join(scene: Scene, news: readonly Evidence[], recognised = false): Outcome {
  const [lead, joined] = added(scene, news, recognised)
  const next = goOn(joined)
  const isTold = next[1].some(({ verdict }) => verdict !== undefined)
  const [conversation, replies] = after([...(isTold ? [] : fraudFirst(scene, news)), lead].join('\n'), next)
  const quotes = [...new Set(news.map(({ quote }) => quote).filter((quote) => quote !== ''))]
  return [
    conversation,
    replies.map((reply, place) => (place === 0 && quotes.length > 0 ? { ...reply, quotes } : reply)),
  ]
}

/**
 * Several new statements of which one names another price for the same thing or denies what stands, or any
 * new pitch after the verdict, may be about something else.
 */
function readsLikeAnother({ state }: Scene, news: readonly Evidence[]): boolean {
  if (news.length < 2 || state.evidence.length === 0) return false
  const priced = state.evidence.filter(({ amount }) => amount !== undefined)
  const denied = news.some(
    ({ fact, value, source }) =>
      source === 'claim' && state.evidence.some((one) => one.fact === fact && one.value !== value),
  )
  const otherPrice = news.some(
    ({ fact, amount }) =>
      amount !== undefined && priced.some((one) => one.fact === fact) && !priced.some((one) => one.amount === amount),
  )
  return otherPrice || denied || (state.concluded !== undefined && news.some(({ source }) => source === 'claim'))
}

export const isSame = (a: Evidence, b: Evidence) => a.fact === b.fact && a.value === b.value && a.quote === b.quote
