import type { HostOptions } from './host.ts'
import { type Change, type Kept, takeIn, type Update } from './kept.ts'

export interface Taken<State, Reply> {
  readonly change: Change<State, Reply>
  /** What there was is to be set aside before the change. */
  readonly setsAside?: boolean
  /** To be told to those who run the bot. */
  readonly trouble?: string
}

const mostTries = 3

/**
 * Takes updates in, and lets no conversation fail for ever: a turn that fails throws twice in a row; the third time
 * the conversation begins anew where that helps, else the message is passed over. Its person is told which.
 */
export function createTries<State, Message, Reply>({
  turn,
  notices,
  ...others
}: Pick<HostOptions<State, Message, Reply>, 'turn' | 'notices' | 'outdated'>): (
  found: Kept<State, Reply> | 'unreadable' | undefined,
  update: Update<Message>,
) => Taken<State, Reply> {
  /** How often in a row a turn of this conversation failed. */
  const failures = new Map<string, number>()

  function otherwise(found: Kept<State, Reply> | 'unreadable' | undefined, update: Update<Message>) {
    if (found && found !== 'unreadable')
      try {
        const { state: _, ...rest } = found
        const change = takeIn({ ...rest, restored: true }, update, { ...others, turn, notice: notices.stuck })
        const isTold = change !== 'leave' && change !== 'remove' && !change.restored
        if (isTold) return { change, setsAside: true, trouble: 'a conversation failed three times and began anew' }
      } catch {
        // It is not what was kept that makes it fail.
      }
    const passOver = (state: State | undefined) => [state, [notices.refused]] as const
    const change = takeIn(found, update, { ...others, turn: passOver, notice: notices.lost })
    return { change, setsAside: found === 'unreadable', trouble: 'a message failed three times and was passed over' }
  }

  return (found, update) => {
    const notice = found !== 'unreadable' && found?.restored ? notices.restored : notices.lost
    try {
      const change = takeIn(found, update, { ...others, turn, notice })
      failures.delete(update.key)
      if (change === 'leave' || change === 'remove') return { change }
      if (found === 'unreadable')
        return { change, setsAside: true, trouble: 'a conversation could not be read and began anew' }
      const isTold = found?.restored && !change.restored
      return { change, ...(isTold && { trouble: 'a conversation was damaged and goes on from its copy' }) }
    } catch (error) {
      const count = (failures.get(update.key) ?? 0) + 1
      if (count < mostTries) {
        failures.set(update.key, count)
        throw error
      }
      failures.delete(update.key)
      return otherwise(found, update)
    }
  }
}
