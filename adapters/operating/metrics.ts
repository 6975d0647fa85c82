import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds: a turn takes milliseconds, a delivery that has to wait may take minutes. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export type Metrics = ReturnType<typeof createMetrics>

/**
 * What is counted and measured. Labels hold names of the program's own only, of which there is a fixed number: no
 * person, no chat, no text.
 */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    messages: new Counter({
      name: 'pyramid_messages_total',
      help: 'Messages handed over by platforms: taken in durably, or failed.',
      labelNames: ['platform', 'chat', 'outcome'] as const,
      registers,
    }),
    turns: new Counter({
      name: 'pyramid_turns_total',
      help: 'Turns of conversations.',
      labelNames: ['chat'] as const,
      registers,
    }),
    turnDuration: new Histogram({
      name: 'pyramid_turn_duration_seconds',
      help: 'From a message handed over until its turn is durable.',
      labelNames: ['platform'] as const,
      buckets: seconds,
      registers,
    }),
    answerDuration: new Histogram({
      name: 'pyramid_answer_duration_seconds',
      help: 'From a message handed over until its replies are with the platform, or given up.',
      labelNames: ['platform'] as const,
      buckets: seconds,
      registers,
    }),
    replies: new Counter({
      name: 'pyramid_replies_total',
      help: 'Attempts to show a reply: shown, failed (it is tried again), refused, or the chat is gone.',
      labelNames: ['platform', 'outcome'] as const,
      registers,
    }),
    verdicts: new Counter({
      name: 'pyramid_verdicts_total',
      help: 'Verdicts reached, by law.',
      labelNames: ['law', 'verdict'] as const,
      registers,
    }),
    questions: new Histogram({
      name: 'pyramid_questions_per_verdict',
      help: 'Questions asked about an offer before its verdict.',
      buckets: [0, 1, 2, 3, 4, 5, 6, 7, 10],
      registers,
    }),
    pictures: new Counter({
      name: 'pyramid_pictures_total',
      help: 'Pictures taken in: read, or why not.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    pictureDuration: new Histogram({
      name: 'pyramid_picture_duration_seconds',
      help: 'From a picture taken in until it is read or refused, fetching and waiting included.',
      buckets: seconds,
      registers,
    }),
    errors: new Counter({
      name: 'pyramid_errors_total',
      help: 'Errors told of in the log.',
      registers,
    }),
    ready: new Gauge({
      name: 'pyramid_ready',
      help: 'Whether messages can be taken in: 1 or 0.',
      registers,
    }),
  }
}
