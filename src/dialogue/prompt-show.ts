import { dashed } from '../knowledge/messages.ts'
import { roles } from '../knowledge/schema/role.ts'
import { languages } from '../knowledge/schema/speech.ts'
import type { Prompt } from './conversation.ts'
import { correctable, offerState, offersIn } from './log.ts'
import type { Choice } from './message.ts'
import { changing, choices, type Outcome, type Scene, saying, unprompted } from './scene.ts'

/** What can be chosen under a prompt, in the order in which it is numbered. */
export function promptChoices(scene: Scene, prompt: Prompt): Choice[] {
  const { core, speaker, conversation } = scene
  switch (prompt) {
    case 'role':
      return choices(speaker, ...roles.map((role) => `role:${role}` as const))
    case 'language':
      return languages.map((language) => ({
        id: `language:${language}`,
        label: core.speaker(language).say('language-name'),
      }))
    case 'law':
      return [...core.knowledge.laws.values()].map(({ law }) => ({
        id: `law:${law.id}`,
        label: speaker.tell(law.name),
      }))
    case 'which_offer':
      return choices(speaker, 'same', 'another')
    case 'danger_now':
      return choices(speaker, 'danger:yes', 'danger:no')
    case 'change':
      return correctable(core.knowledge, scene.state).flatMap((id) => {
        const fact = core.knowledge.facts.get(id)
        return fact ? [{ id: `change:${id}`, label: speaker.tell(fact.label) }] : []
      })
    case 'switch':
      return Array.from({ length: offersIn(conversation.log) }, (_, i) => ({
        id: `switch:${i + 1}`,
        label: offerName(scene, i + 1),
      }))
  }
}

/** An offer by its number and the first words quoted from it. */
function offerName({ speaker, conversation }: Scene, offer: number): string {
  const first = offerState(conversation.log, offer).evidence.find(({ quote }) => quote !== '')
  return speaker.say('offer-name', { number: offer, quote: [...(first?.quote ?? '')].slice(0, 20).join('') })
}

export function showPrompt(scene: Scene, prompt: Prompt): Outcome {
  const offered = promptChoices(scene, prompt)
  if (offered.length === 0)
    return saying(unprompted(scene), scene.speaker.say(prompt === 'switch' ? 'ask-switch-none' : 'ask-change-none'))
  return saying(changing(scene, { prompt }), scene.speaker.say(`ask-${dashed(prompt)}`), offered)
}

/** A reply to a prompt in words: its number or its label; the danger question also takes yes and no. */
export function chosenInWords(scene: Scene, prompt: Prompt, text: string): string | undefined {
  const offered = promptChoices(scene, prompt)
  const wanted = text.trim().toLowerCase()
  const number = /^\d{1,2}$/.test(wanted) ? offered[Number(wanted) - 1]?.id : undefined
  if (number) return number
  const named = offered.find(({ label }) => label.toLowerCase() === wanted)?.id
  if (named) return named
  const phrase = scene.core
    .phrases()
    .recognise(text)
    .find(({ kind }) => kind === prompt)
  if (phrase?.kind === 'role') return `role:${phrase.role}`
  if (phrase?.kind === 'language') return `language:${phrase.language}`
  if (prompt === 'law') {
    const [place, ...others] = scene.core.places().namedIn(text)
    return place && others.length === 0 ? `law:${place.law}` : undefined
  }
  if (prompt !== 'danger_now') return undefined
  const means = scene.core.answer(text)?.means
  return means && `danger:${means === 'no' ? 'no' : 'yes'}`
}
