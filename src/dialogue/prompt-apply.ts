import { roles } from '../knowledge/schema/role.ts'
import { languages } from '../knowledge/schema/speech.ts'
import { advise } from './advise.ts'
import { emergency } from './alarm.ts'
import { join } from './intake.ts'
import { ask, goOn } from './interview.ts'
import { correctable, offersIn } from './log.ts'
import { after, changing, type Outcome, released, type Scene, saying, unprompted } from './scene.ts'

/** Carries out a choice of a prompt; undefined when it is none that could be offered. */
export function choosePrompted(scene: Scene, choice: string): Outcome | undefined {
  const [name, value = ''] = choice.split(/:(.*)/s)
  const free = unprompted(scene)
  switch (name) {
    case 'role': {
      const role = roles.find((role) => role === value)
      if (!role) return undefined
      const known = changing(free, { role, roleTurn: free.conversation.turn })
      if (scene.state.concluded) return advise(known)
      return scene.state.begun
        ? after(scene.speaker.say('role-set'), goOn(known))
        : saying(known, scene.speaker.say('role-set'))
    }
    case 'language': {
      const language = languages.find((language) => language === value)
      return language && goOnAfter(changing(free, { language, languageChosen: true }), 'language-set')
    }
    case 'law':
      return scene.core.knowledge.laws.has(value)
        ? goOnAfter(changing(free, { law: value, lawChosen: true }), 'law-set')
        : undefined
    case 'same':
    case 'another': {
      const { held = [] } = scene.conversation
      const offer = name === 'same' ? {} : { offer: offersIn(scene.conversation.log) + 1 }
      return scene.conversation.held ? join(changing(released(scene), offer), held) : undefined
    }
    case 'danger':
      if (value === 'yes') return emergency(scene, 'danger')
      return value === 'no' && scene.conversation.prompt === 'danger_now' ? goOn(free) : undefined
    case 'change':
      return correctable(scene.core.knowledge, scene.state).includes(value) ? ask(free, value, 'change') : undefined
    case 'switch': {
      const offer = Number(value)
      const known = Number.isInteger(offer) && offer >= 1 && offer <= offersIn(scene.conversation.log)
      return known && scene.conversation.log.length > 0 ? goOn(changing(free, { offer })) : undefined
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
