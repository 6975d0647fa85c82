import type { Alert } from '../knowledge/schema/alert.ts'
import { indexLiterals } from '../reading/index-of-literals.ts'
import { required } from '../reading/literals.ts'
import { tellCitations } from '../wording/citations.ts'
import { changing, type Outcome, type Scene, saying, unprompted } from './scene.ts'

export type Alarm = Alert['id']

/** Most urgent first. */
const urgency: readonly Alarm[] = ['self_harm', 'danger', 'money_sent']

/**
 * Words that come before everything else: detention, threats, self-harm, money just sent. What `unless`
 * matches is taken out first, and nothing but that. A pattern is tried where a word that it needs stands.
 */
export function createAlarms(
  alerts: readonly Alert[],
  normalise: (text: string) => string,
): (text: string) => Alarm | undefined {
  const compile = (patterns: readonly string[], flags: string) => patterns.map((pattern) => new RegExp(pattern, flags))
  const ranked = alerts.toSorted((a, b) => urgency.indexOf(a.id) - urgency.indexOf(b.id))
  const listed = new Map<string, number[]>()
  const always: number[] = []
  const compiled = ranked.map(({ id, patterns, unless }, number) => {
    for (const language of ['zh', 'en'] as const)
      for (const pattern of patterns[language]) {
        const [need] = required(pattern, language).literals
        if (!need) always.push(number)
        for (const word of need?.words ?? []) listed.set(word, [...(listed.get(word) ?? []), number])
      }
    return {
      id,
      patterns: compile([...patterns.zh, ...patterns.en], 'u'),
      unless: compile([...unless.zh, ...unless.en], 'gu'),
    }
  })
  const index = indexLiterals(listed)
  return (text) => {
    const plain = normalise(text)
    const near = new Set(always)
    index.scan(plain, (numbers) => {
      for (const number of numbers) near.add(number)
    })
    if (near.size === 0) return undefined
    return compiled.find(({ patterns, unless }, number) => {
      if (!near.has(number)) return false
      const rest = unless.reduce((sofar, pattern) => sofar.replace(pattern, ' '), plain)
      return patterns.some((pattern) => pattern.test(rest))
    })?.id
  }
}

/** The emergency text of the chosen law. For danger the flag is kept; the words never are. */
export function emergency(scene: Scene, alarm: Alarm): Outcome {
  const told = scene.rules.law.emergency[alarm]
  const text = [
    scene.speaker.tell(told.says),
    scene.speaker.say('reason-basis', { basis: tellCitations(scene.core.knowledge, scene.speaker, told.citations) }),
  ].join('\n')
  return saying(alarm === 'money_sent' ? scene : changing(unprompted(scene), { danger: true }), text)
}
