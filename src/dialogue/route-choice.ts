import { commands } from '../knowledge/schema/speech.ts'
import { advise, isTopic } from './advise.ts'
import { answerByChoice } from './answer.ts'
import { digress, standing } from './digress.ts'
import { goOn } from './interview.ts'
import { choosePrompted } from './prompt-apply.ts'
import { after, asksNumber, numberExpected, type Outcome, type Scene, unprompted } from './scene.ts'
import { withQuestion } from './with-question.ts'

/** A choice pressed. One that belongs to an older question, or to nothing, shows where the conversation stands. */
export function byChoice(scene: Scene, choice: string, question?: string): Outcome {
  const { pending } = scene.state
  if (choice === 'yes' || choice === 'no' || choice === 'unknown') {
    if (!pending || (question !== undefined && question !== pending.question)) return stale(scene)
    if (asksNumber(scene, pending) && choice !== 'unknown') return withQuestion(scene, numberExpected(scene, pending))
    return answerByChoice(scene, pending, choice)
  }
  if (choice === 'resume') return standing(scene)
  if (choice === 'begin') return goOn(unprompted(scene))
  const command = commands.find((one) => one === choice)
  if (command && command !== 'delete') return digress(scene, command)
  const [name, topic = ''] = choice.split(':')
  if (name === 'advice' && isTopic(topic)) return advise(unprompted(scene), topic)
  return choosePrompted(scene, choice) ?? stale(scene)
}

const stale = (scene: Scene): Outcome => after(scene.speaker.say('stale'), standing(scene))
