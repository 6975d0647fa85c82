import { jurisdictions } from '../knowledge/schema/question.ts'
import { judge } from '../verdict/judge.ts'
import { tellSideBySide } from '../wording/side-by-side.ts'
import { afterVerdict, told } from './interview.ts'
import { choosePrompted } from './prompt-apply.ts'
import { changing, type Outcome, type Scene, saying } from './scene.ts'
import { withQuestion } from './with-question.ts'

/** Laws laid side by side at once, at most. */
const MOST_LAWS = 3

/** Whatever is longer tells of the offer. */
const LONGEST_QUESTION = 80

/** `/law hk` goes by that law; `/law hk tw` lays them side by side. Undefined where no such law is named. */
export function lawAsked(scene: Scene, argument = ''): Outcome | undefined {
  const ids = idsIn(scene, argument)
  if (ids.length > 1) return sideBySide(scene, ids)
  const law = soleLaw(scene, argument)
  return law === undefined ? undefined : choosePrompted(scene, `law:${law}`)
}

const idsIn = ({ core }: Scene, argument: string) =>
  argument
    .toLowerCase()
    .split(/[\s,，、]+/u)
    .filter((id) => core.knowledge.laws.has(id))

/** The one law named, by its id or by its place. */
export function soleLaw(scene: Scene, argument: string): string | undefined {
  const named = idsIn(scene, argument)
  const places = scene.core.places().namedIn(argument)
  const [law, ...others] = named.length > 0 ? named : places.map((place) => place.law)
  return others.length === 0 ? law : undefined
}

/** The law of the place is not known; which laws are. */
function tellLaws({ rules, speaker }: Scene): string {
  const laws = jurisdictions.map((law) => speaker.say(`jurisdiction-${law}`))
  return speaker.say('law-not-here', { laws: speaker.join(laws), law: speaker.tell(rules.law.name) })
}

/** "I'm in Hong Kong" goes by the law there; "and in Taiwan?" lays it beside the one gone by. */
export function lawInWords(scene: Scene, text: string): Outcome | undefined {
  const { core, rules, state } = scene
  const law = core.places().whereabouts(text)
  if (law !== undefined) return choosePrompted(scene, `law:${law}`)
  if (core.places().isElsewhere(text)) return withQuestion(scene, tellLaws(scene))
  const named = state.begun && text.length <= LONGEST_QUESTION ? core.places().compared(text) : undefined
  if (named === undefined || named.length === 0 || core.read(text).evidence.length > 0) return undefined
  const others = named.filter((id) => id !== rules.law.id)
  if (others.length === 0) return undefined
  return sideBySide(scene, named.length > 1 ? named : [rules.law.id, ...others])
}

/** The same findings under each of these laws. */
function sideBySide(scene: Scene, ids: readonly string[]): Outcome {
  const { core, state, findings, speaker } = scene
  if (!state.begun) return saying(scene, speaker.say('compared-how'))
  const tellings = [...new Set(ids)].slice(0, MOST_LAWS).flatMap((id) => {
    const rules = core.knowledge.laws.get(id)
    if (!rules) return []
    const under = changing(scene, { law: id })
    return [{ ...told(under), answer: judge(core.knowledge, rules, findings) }]
  })
  const text = tellSideBySide(tellings)
  return state.pending ? withQuestion(scene, text) : saying(scene, text, state.concluded ? afterVerdict(scene) : [])
}
