import type { Conversation, State } from '../../src/index.ts'

/** A verdict that a turn came to. */
export interface Reached {
  readonly law: string
  readonly verdict: string
  /** Questions of the interview asked about the offer so far. */
  readonly questions: number
}

/** The verdicts that were not reached before this turn, as the logs of its conversations tell them. */
export function reached(before: State | undefined, after: State | undefined): readonly Reached[] {
  const since = before && 'turn' in before ? before.turn : 0
  return conversationsIn(after).flatMap((conversation) => {
    const { law, log } = conversation
    return log.flatMap((entry) =>
      entry.kind === 'concluded' && entry.turn > since
        ? [{ law, verdict: entry.verdict, questions: questionsIn(conversation, entry.offer) }]
        : [],
    )
  })
}

function conversationsIn(state: State | undefined): readonly Conversation[] {
  if (!state) return []
  if (!('kind' in state)) return [state]
  return state.kind === 'group' ? state.members.map(({ conversation }) => conversation) : []
}

function questionsIn({ log }: Conversation, offer: number): number {
  const own = log.filter((entry) => entry.offer === offer)
  const undone = new Set(own.flatMap((entry) => (entry.kind === 'undone' ? [entry.undoes] : [])))
  return own.filter(
    (entry) =>
      entry.kind === 'asked' && (entry.why === 'next' || entry.why === 'contradiction') && !undone.has(entry.turn),
  ).length
}
