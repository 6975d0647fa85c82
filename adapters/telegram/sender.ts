import type { Api } from 'grammy'
import type { Reply } from '../../src/index.ts'
import { cut } from '../cut.ts'
import type { Origin } from '../hosting/host.ts'
import { partsOf } from '../platform.ts'
import { buttonsOf, listed } from './buttons.ts'
import { createOutage } from './outage.ts'
import type { Pace } from './pace.ts'
import type { Presses } from './presses.ts'
import { busyFor, isLostThread, isRefusedButton, isRefusedForm, isUnanswered, movedTo, refusal } from './refusals.ts'
import { richText } from './rich.ts'
import { occasionOf } from './update-ids.ts'

/** UTF-16 units in one message. */
export const MOST = 4096

type Extra = NonNullable<Parameters<Api['sendMessage']>[2]>

/** One message as Telegram takes it: in the best form first, then in plainer ones for where that is refused. */
interface Piece {
  readonly text: string
  readonly rich?: string
  readonly plainest: string
  readonly extra: Extra
}

export interface SenderOptions {
  readonly api: Api
  readonly pace: Pace
  readonly presses: Presses
  /** The bot's name, once it is known. */
  readonly username: () => string | undefined
  /** Where the chat is now. */
  readonly whereIs: (chat: number) => number
  /** A group turned out to have another id. */
  readonly onMoved: (from: number, to: number) => Promise<void>
}

/** Shows replies; see `Platform.send`. */
export function createSender(options: SenderOptions): (key: string, reply: Reply, origin: Origin) => Promise<void> {
  const { api, pace, presses, username, whereIs, onMoved } = options
  /** How many pieces of a long reply were shown before one failed. */
  const shown = new Map<string, number>()
  const outage = createOutage()
  const namelessness = createOutage()

  async function put(chat: number, { text, rich, plainest, extra }: Piece): Promise<void> {
    if (rich !== undefined)
      try {
        return await call(chat, rich, { ...extra, parse_mode: 'HTML' })
      } catch (error) {
        if (!isRefusedForm(error)) throw error
      }
    try {
      await call(chat, text, extra)
    } catch (error) {
      if (!isRefusedButton(error)) throw error
      const { reply_markup: _, ...rest } = extra
      await call(chat, plainest, rest)
    }
  }

  async function call(chat: number, text: string, extra: Extra): Promise<void> {
    try {
      await api.sendMessage(chat, text, extra)
    } catch (error) {
      const { message_thread_id: thread, ...rest } = extra
      if (thread === undefined || !isLostThread(error)) throw error
      await api.sendMessage(chat, text, rest)
    }
  }

  /** Resolves to where it was put. */
  async function place(chat: number, piece: Piece, name: string): Promise<number> {
    const at = whereIs(chat)
    await pace.turn(at, name)
    try {
      // Numbers of messages and topics do not outlive the move.
      const { reply_parameters: _, message_thread_id: __, ...rest } = piece.extra
      await put(at, at === chat ? piece : { ...piece, extra: rest })
      outage.over()
      return at
    } catch (error) {
      const meant = refusal(error)
      if (isUnanswered(error)) throw outage.failed(meant instanceof Error ? meant.message : 'no answer')
      outage.over()
      const to = movedTo(error)
      if (to !== undefined && to !== at) {
        await onMoved(at, to)
        return place(chat, piece, name)
      }
      const busy = busyFor(error)
      if (busy !== undefined) pace.hold(at, busy)
      throw meant
    }
  }

  return async (key, reply, { update, index }) => {
    const { kind, chat } = partsOf(key)
    const occasion = occasionOf(update)
    if (occasion?.press !== undefined) {
      if (reply.aside && (await presses.say(occasion.press, reply.text))) return
      presses.answered(occasion.press)
    }
    const pressable = isPressable(reply)
    // A link cannot be made before the bot knows its own name.
    if (pressable && reply.handoff && username() === undefined)
      throw namelessness.failed('Telegram has not told the name of the bot yet')
    const name = `${key} ${update}:${index}`
    const pieces = piecesOf(pressable ? reply : { ...reply, choices: [] }, username(), {
      link_preview_options: { is_disabled: true },
      ...(reply.quiet && { disable_notification: true }),
      ...(occasion?.thread !== undefined && { message_thread_id: occasion.thread }),
      ...(kind === 'group' &&
        occasion && { reply_parameters: { message_id: occasion.message, allow_sending_without_reply: true } }),
    })
    for (const [at, piece] of pieces.entries()) {
      if (at < (shown.get(name) ?? 0)) continue
      await place(Number(chat), piece, `${name}:${at}`)
      if (pieces.length > 1) note(shown, name, at + 1)
    }
    shown.delete(name)
  }
}

/**
 * Who speaks as a chat presses as a person, for whom these choices and this link are not. A settings panel is for
 * whoever may change settings.
 */
const isPressable = ({ to, question }: Reply): boolean => !(Number(to) < 0) || question === 'settings'

/** Of replies that were given up halfway, the oldest are forgotten. */
function note(shown: Map<string, number>, name: string, count: number): void {
  shown.set(name, count)
  if (shown.size <= 1000) return
  const [oldest] = shown.keys()
  if (oldest !== undefined) shown.delete(oldest)
}

function piecesOf(reply: Reply, username: string | undefined, extra: Extra): Piece[] {
  const { rows, inWords } = buttonsOf(reply, username)
  const texts = cut(listed(reply.text, inWords), MOST)
  const { reply_parameters: _, ...rest } = extra
  const keyboard = rows.length > 0 && { reply_markup: { inline_keyboard: rows.map((row) => [...row]) } }
  return texts.map((text, at): Piece => {
    const isLast = at === texts.length - 1
    const labels = isLast ? rows.flat().map((button) => button.text) : []
    return {
      text,
      ...(reply.verdict && texts.length === 1 && { rich: richText({ ...reply, text }) }),
      plainest: listed(text, labels),
      extra: { ...(at === 0 ? extra : rest), ...(isLast && keyboard) },
    }
  })
}
