import { tellCrime } from '../wording/reasons.ts'
import { afterVerdict, ask, told } from './interview.ts'
import { after, type Outcome, type Scene, saying } from './scene.ts'

/** The criminal storey, after the verdict; where a number is missing on which it turns, asks for that. */
export function assessCrime(scene: Scene): Outcome {
  const { state, findings, rules } = scene
  const missing = Object.keys(rules.law.crime.numbers).find(
    (fact) => findings.numbers[fact] === undefined && !state.unknown.has(fact),
  )
  if (state.concluded !== 'pyramid' || missing === undefined)
    return saying(scene, tellCrime(told(scene)), afterVerdict(scene))
  const asking = ask(scene, missing, 'crime')
  return state.asked.some(({ why }) => why === 'crime') ? asking : after(tellCrime(told(scene)), asking)
}
