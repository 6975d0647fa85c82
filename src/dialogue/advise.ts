import { dashed } from '../knowledge/messages.ts'
import { type Advice, type Topic, topics } from '../knowledge/schema/advice.ts'
import { type Role, roles } from '../knowledge/schema/role.ts'
import { evaluate } from '../knowledge/terms.ts'
import { decide } from '../verdict/decide.ts'
import { tellCitations } from '../wording/citations.ts'
import { showPrompt } from './prompt-show.ts'
import { choices, type Outcome, type Scene, saying } from './scene.ts'

export const isTopic = (name: string): name is Topic => topics.some((topic) => topic === name)

/** What to do, for the person's role first and then for anyone, the verdict as it stands and the facts that were found. */
export function advise(scene: Scene, topic: Topic = 'act'): Outcome {
  const { role } = scene.conversation
  if (!role && topic === 'act') return showPrompt(scene, 'role')
  const { knowledge } = scene.core
  const { speaker, rules } = scene
  const fitting = adviceFor(scene)
  const shown = fitting.filter((advice) => advice.topic === topic)
  const others = topics.filter((other) => other !== topic && fitting.some((advice) => advice.topic === other))
  const penalty = topic === 'act' && role && mayMatch(scene) ? penaltiesFor(scene, role) : []
  const first = topic === 'money_sent' ? [rules.law.emergency.money_sent] : []
  const contacts = topic === 'report' ? rules.law.reports : []
  const lines = [
    ...first
      .flatMap(({ says }) => speaker.tell(says).trim().split('\n'))
      .map((says) => speaker.say('advice-line', { says })),
    ...shown.map(({ says }) => speaker.say('advice-line', { says: speaker.tell(says) })),
    ...penalty.map(({ says }) => speaker.say('advice-line', { says: speaker.tell(says) })),
    ...contacts.map(({ name, contact, says }) =>
      speaker.say('report-line', { name: speaker.tell(name), contact, says: speaker.tell(says) }),
    ),
  ]
  const citations = [...first, ...shown, ...penalty, ...contacts].flatMap((one) => one.citations)
  const text = [
    speaker.say(`advice-${dashed(topic)}`),
    ...(lines.length > 0 ? lines : [speaker.say('advice-none')]),
    ...(citations.length > 0
      ? [speaker.say('reason-basis', { basis: tellCitations(knowledge, speaker, citations) })]
      : []),
  ].join('\n')
  return saying(scene, text, choices(speaker, ...others.map((other) => `advice:${other}` as const), 'new'))
}

/** Penalties are told where the plan matches, in part or perhaps; not where it does not. */
const mayMatch = ({ rules, findings }: Scene): boolean =>
  ['pyramid', 'grey', 'unclear'].includes(decide(rules, findings))

const penaltiesFor = ({ rules }: Scene, role: Role) => rules.law.penalties.filter((one) => one.roles.includes(role))

/** For anyone while the role is not known; what is for fewest comes first. */
function adviceFor({ core, rules, findings, conversation: { role } }: Scene): Advice[] {
  const verdict = decide(rules, findings)
  return core.knowledge.advice
    .filter(
      ({ advice, terms }) =>
        (role === undefined ? advice.roles.length === roles.length : advice.roles.includes(role)) &&
        (advice.laws?.includes(rules.law.id) ?? true) &&
        (advice.verdicts?.includes(verdict) ?? true) &&
        (terms === undefined || evaluate(terms, findings) === 'met'),
    )
    .map(({ advice }) => advice)
    .sort((a, b) => a.roles.length - b.roles.length)
}
