import type { Api } from 'grammy'

export interface Typing {
  /** Shows that the bot is at work where this takes longer than a moment, for as long as it does. */
  during(chat: number, thread: number | undefined, work: Promise<unknown>): void
  /** Shows it at once, for the few seconds Telegram does; again and again does not show more. */
  now(chat: number, thread: number | undefined): void
  stop(): void
}

/** Milliseconds: a moment; how often it is shown again, as Telegram shows it for 5 s; when to stop pretending. */
const times = { moment: 400, again: 4500, most: 60_000 }

export function createTyping(api: Api, { moment, again, most } = times): Typing {
  const timers = new Set<NodeJS.Timeout>()
  const shown = new Set<number>()

  const show = (chat: number, thread: number | undefined) =>
    void api.sendChatAction(chat, 'typing', thread === undefined ? {} : { message_thread_id: thread }).catch(() => {})

  return {
    during(chat, thread, work) {
      const give = performance.now() + most
      let timer = setTimeout(function next() {
        timers.delete(timer)
        if (performance.now() > give) return
        show(chat, thread)
        timer = setTimeout(next, again)
        timers.add(timer)
      }, moment)
      timers.add(timer)
      const end = () => {
        clearTimeout(timer)
        timers.delete(timer)
      }
      work.then(end, end)
    },
    now(chat, thread) {
      if (shown.has(chat)) return
      shown.add(chat)
      const timer = setTimeout(() => {
        timers.delete(timer)
        shown.delete(chat)
      }, again)
      timers.add(timer)
      show(chat, thread)
    },
    stop() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      shown.clear()
    },
  }
}
