import type { Engine } from '../../src/index.ts'
import { Undelivered } from '../hosting/host.ts'
import type { Pending, PictureIntake } from '../picture-intake.ts'
import type { Platform } from '../platform.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { reached } from './reached.ts'

/** Layers that measure what goes through them, and change nothing of it. */

/** Counts messages and replies, and how long they take. */
export const measuredPlatform = (platform: Platform, metrics: Metrics): Platform => {
  const { name } = platform
  return {
    ...platform,
    start: (onMessage) =>
      platform.start(async (key, update, message) => {
        // A picture that has only just come is no message yet.
        if (message.awaits && !message.more && !message.pictures) return onMessage(key, update, message)
        const [turn, answer] = [
          metrics.turnDuration.startTimer({ platform: name }),
          metrics.answerDuration.startTimer({ platform: name }),
        ]
        const count = (outcome: 'taken' | 'failed') =>
          metrics.messages.inc({ platform: name, chat: message.kind, outcome })
        try {
          const accepted = await onMessage(key, update, message)
          turn()
          count('taken')
          void accepted.delivered.then(() => void answer())
          return accepted
        } catch (error) {
          count('failed')
          throw error
        }
      }),
    async send(key, reply, origin) {
      const count = (outcome: string) => metrics.replies.inc({ platform: name, outcome })
      try {
        await platform.send(key, reply, origin)
        count('shown')
      } catch (error) {
        const hope = error instanceof Undelivered ? error.hope : undefined
        count(hope === 'gone' ? 'gone' : hope === 'never' ? 'refused' : 'failed')
        throw error
      }
    },
  }
}

/** Counts turns and the verdicts they come to. */
export const measuredStep =
  (step: Engine['step'], metrics: Metrics): Engine['step'] =>
  (before, message, now) => {
    const outcome = step(before, message, now)
    metrics.turns.inc({ chat: message.kind })
    // What is carried over was counted where it came from.
    if (message.event === 'moved' || message.event === 'handed_over') return outcome
    for (const { law, verdict, questions } of reached(before, outcome[0])) {
      metrics.verdicts.inc({ law, verdict })
      metrics.questions.observe(questions)
    }
    return outcome
  }

/** Counts pictures by what became of them. */
export const measuredPictures = (intake: PictureIntake, metrics: Metrics): PictureIntake => ({
  ...intake,
  begin(key, who, fetch): Pending {
    const end = metrics.pictureDuration.startTimer()
    const pending = intake.begin(key, who, fetch)
    void pending.picture.then((picture) => {
      end()
      metrics.pictures.inc({ outcome: 'refused' in picture ? picture.refused : 'read' })
    })
    return pending
  },
})

/** Counts what the log tells as an error, whether or not the level lets it be written. */
export const measuredLog = (log: Log, metrics: Metrics): Log => ({
  ...log,
  trouble(message, cause) {
    metrics.errors.inc()
    log.trouble(message, cause)
  },
})
