import type { Alert } from '../knowledge/schema/alert.ts'
import { tellCitations } from '../wording/citations.ts'
import { changing, type Outcome, type Scene, saying, unprompted } from './scene.ts'

export type Alarm = Alert['id']

/**
 * Words that come before everything else: detention, threats, self-harm, money just sent. What `unless`
 * matches is taken out first, and nothing but that.
 */
export function createAlarms(
  alerts: readonly Alert[],
  normalise: (text: string) => string,
): (text: string) => Alarm | undefined {
  const compile = ({ zh, en }: Alert['patterns'], flags = 'u') =>
    [...zh, ...en].map((pattern) => new RegExp(pattern, flags))
  const urgency: readonly Alarm[] = ['self_harm', 'danger', 'money_sent']
  const compiled = alerts
    .map(({ id, patterns, unless }) => ({ id, patterns: compile(patterns), unless: compile(unless, 'gu') }))
    .sort((a, b) => urgency.indexOf(a.id) - urgency.indexOf(b.id))
  return (text) => {
    const plain = normalise(text)
    return compiled.find(({ patterns, unless }) => {
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
