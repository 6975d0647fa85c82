/** What the bot's answer to an update belongs to; it can be read from the update's id, even after a restart. */
export interface Occasion {
  /** The message to reply to. */
  readonly message: number
  /** The forum topic. */
  readonly thread?: number
  /** The press to answer. */
  readonly press?: string
}

/** Edits of one message are told apart by Telegram's number of the update. */
export const messageUpdate = (message: number, thread: number | undefined, edit?: number): string =>
  edit === undefined ? `m.${message}.${thread ?? ''}` : `e.${message}.${thread ?? ''}.${edit}`

export const pressUpdate = (message: number, thread: number | undefined, press: string): string =>
  `c.${message}.${thread ?? ''}.${press}`

/** Undefined for updates that are no message: the bot was added, a conversation was woken. */
export function occasionOf(update: string): Occasion | undefined {
  const found = /^([mec])\.(\d+)\.(\d*)(?:\.(\d+))?$/.exec(update)
  if (!found) return undefined
  const [, kind, message, thread, rest] = found
  return {
    message: Number(message),
    ...(thread && { thread: Number(thread) }),
    ...(kind === 'c' && rest !== undefined && { press: rest }),
  }
}
