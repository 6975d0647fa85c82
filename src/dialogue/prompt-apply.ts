import { roles } from '../knowledge/schema/role.ts'
import { advise } from './advise.ts'
import { emergency } from './alarm.ts'
import { join } from './intake.ts'
import { ask, correctable, goOn } from './interview.ts'
import { offersIn } from './log.ts'
import { languages, showPrompt } from './prompt-show.ts'
import { after, changing, type Outcome, type Scene, saying, unprompted } from './scene.ts'

/** Carries out a choice of a prompt; undefined when it is none that could be offered. */
export function choosePrompted(scene: Scene, choice: string): Outcome | undefined {
  const [name, value = ''] = choice.split(/:(.*)/s)
  const free = unprompted(scene)
  switch (name) {
    case 'role': {
      const role = roles.find((role) => role === value)
      if (!role) return undefined
      const known = changing(free, { role, roleTurn: free.conversation.turn })
      return scene.state.concluded ? advise(known) : after(scene.speaker.say('role-set'), goOn(known))
    }
    case 'language': {
      const language = languages.find((language) => language === value)
      return language && goOnAfter(changing(free, { language, languageChosen: true }), 'language-set')
    }
    case 'law':
      return scene.core.knowledge.laws.has(value) ? goOnAfter(changing(free, { law: value }), 'law-set') : undefined
    case 'same':
    case 'another': {
      const { held = [] } = scene.conversation
      const offer = name === 'same' ? {} : { offer: offersIn(scene.conversation.log) + 1 }
      return scene.conversation.held ? join(changing(free, offer), held) : undefined
    }
    case 'danger':
      if (value === 'yes') return emergency(scene, 'danger')
      return scene.conversation.held ? showPrompt(scene, 'which_offer') : goOn(free)
    case 'change':
      return correctable(scene).includes(value) ? ask(free, value, 'change') : undefined
    case 'switch': {
      const offer = Number(value)
      const known = Number.isInteger(offer) && offer >= 1 && offer <= offersIn(scene.conversation.log)
      return known ? goOn(changing(free, { offer })) : undefined
    }
    default:
      return undefined
  }
}

/** Says that it is set, and goes on where an offer is being talked about. */
function goOnAfter(scene: Scene, message: 'language-set' | 'law-set'): Outcome {
  const { speaker, rules, state } = scene
  const set = speaker.say(message, { law: speaker.tell(rules.law.name), date: rules.law.checked })
  return !state.begun ? saying(scene, set) : after(set, goOn(scene))
}
