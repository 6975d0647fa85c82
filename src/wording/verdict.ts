import { dashed } from '../knowledge/messages.ts'
import { tellWords } from './offer.ts'
import type { VerdictCard } from './verdict-card.ts'
import { facts, isFound, type Told } from './verdict-lines.ts'

const MOST_LINES = 6
/** Words told for one element; the longer account has them all. */
const MOST_WORDS = 2

/** At most six short lines: the verdict, its elements in the user's words, the nearest case, what is open, warnings, the basis. */
export function tellVerdict(told: Told, { headline, notes, basis }: VerdictCard): string {
  const lines = (elements: readonly string[]) => [headline, ...elements, ...notes, basis].filter((line) => line !== '')
  const elements = tellElements(told)
  const separate = lines(elements)
  return (separate.length > MOST_LINES ? lines([elements.join(' ')]) : separate).join('\n')
}

/** Met elements with the words that show them; the rest by name. */
function tellElements(told: Told): string[] {
  const { knowledge, speaker, rules, answer, evidence } = told
  const named = rules.elements.flatMap(({ element: { id, name }, terms }) => {
    const found = answer.elements.find((one) => one.id === id)
    return found && terms !== 'authority' ? [{ ...found, name: speaker.tell(name) }] : []
  })
  const seen = new Set<string>()
  const met = named
    .filter(({ state }) => state === 'met')
    .map(({ name, because }) => {
      const said = facts(knowledge, because).map((fact) => tellWords(speaker, evidence, fact, isFound(told, fact)))
      const fresh = [...new Set(said)].filter((words) => !seen.has(words)).slice(0, MOST_WORDS)
      for (const words of fresh) seen.add(words)
      return fresh.length > 0
        ? speaker.say('element-met', { name, because: speaker.join(fresh) })
        : speaker.say('element-met-alike', { name })
    })
  // Where it is unclear, what is missing is told anyway; another fraud does not turn on what is open here.
  const isOpenTold = answer.verdict === 'pyramid' || answer.verdict === 'grey' || answer.verdict === 'not_pyramid'
  const rest = (isOpenTold ? (['open', 'not_met'] as const) : (['not_met'] as const)).flatMap((state) => {
    const names = named.filter((one) => one.state === state).map(({ name }) => name)
    return names.length > 0 ? [speaker.say(`elements-${dashed(state)}`, { names: speaker.join(names) })] : []
  })
  const shown = met.length > 0 ? [speaker.say('elements-seen', { elements: met.join(' ') })] : []
  return [...shown, ...(rest.length > 0 ? [rest.join(' ')] : [])]
}
