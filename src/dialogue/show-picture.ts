import { isSameMoney, missingIn } from '../money/terms.ts'
import { cardPictureOf } from '../wording/card-picture.ts'
import { moneyPictureOf } from '../wording/money-picture.ts'
import type { Picture } from '../wording/picture.ts'
import { tellPicture } from '../wording/picture-text.ts'
import { afterVerdict, ask, told } from './interview.ts'
import { moneyTerms, paysForPeople } from './money.ts'
import { type Outcome, type Scene, saying, unprompted } from './scene.ts'

/** The verdict as a picture that can be passed on. */
export const showCard = (scene: Scene): Outcome =>
  showing(scene, cardPictureOf(told(scene), scene.conversation.at, scene.core.veil))

/**
 * How many people the money takes; where a figure is missing, asks for it. `without`: the figure that was just asked
 * for and is not known.
 */
export function showMoney(scene: Scene, without?: string): Outcome {
  const { speaker } = scene
  const offered = afterVerdict(scene)
  if (!paysForPeople(scene)) return saying(scene, speaker.say('money-none'), offered)
  const terms = moneyTerms(scene)
  const [missing] = missingIn(terms)
  if (missing !== undefined && without !== undefined)
    return saying(unprompted(scene), speaker.say('money-missing'), offered)
  if (missing !== undefined) return ask(scene, missing, 'money')
  const { price, reward } = terms
  if (price && reward && !reward.percent && !isSameMoney(price, reward))
    return saying(scene, speaker.say('money-currencies'), offered)
  return showing(scene, moneyPictureOf(told(scene), terms, scene.conversation.at))
}

const showing = (scene: Scene, picture: Picture): Outcome => [
  scene.conversation,
  [{ text: tellPicture(scene.speaker, picture), choices: afterVerdict(scene), picture }],
]
