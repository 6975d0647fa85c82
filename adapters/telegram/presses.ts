import type { Api } from 'grammy'
import { cut } from '../cut.ts'

/** Telegram's limit on what it shows in passing, in UTF-16 units. */
const MOST = 200
/** Longer than this, it stays until it is closed. */
const AT_A_GLANCE = 60
/** How long a button may look busy, in milliseconds, while there may be words to answer with. */
const PAUSE = 700

/** Button presses: Telegram shows each as busy until it is answered, once. */
export interface Presses {
  /** A press came in; it is answered without words before long. */
  opened(press: string): void
  /** There are no words for it. */
  answered(press: string): void
  /** Nothing more is to be said to it. */
  closed(press: string): void
  /** Answers with words. False where it is too late for that. */
  say(press: string, text: string): Promise<boolean>
}

export function createPresses(api: Api, pause: number = PAUSE): Presses {
  /** Presses in hand: the timer that answers, or that it was answered. */
  const open = new Map<string, NodeJS.Timeout | 'answered'>()

  const take = (press: string): boolean => {
    const timer = open.get(press)
    if (timer === 'answered') return false
    clearTimeout(timer)
    if (timer !== undefined) open.set(press, 'answered')
    return true
  }
  // A button that stays busy a while harms nobody.
  const answer = (press: string) => void api.answerCallbackQuery(press).catch(() => {})

  const presses: Presses = {
    opened(press) {
      if (!open.has(press))
        open.set(
          press,
          setTimeout(() => presses.answered(press), pause),
        )
    },
    answered(press) {
      if (open.has(press) && take(press)) answer(press)
    },
    closed(press) {
      presses.answered(press)
      open.delete(press)
    },
    async say(press, text) {
      if (!take(press)) return false
      const [shown = ''] = cut(text, MOST)
      const more = { text: shown, ...(shown.length > AT_A_GLANCE && { show_alert: true }) }
      return api.answerCallbackQuery(press, more).then(
        () => true,
        () => false,
      )
    },
  }
  return presses
}
