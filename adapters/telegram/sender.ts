import { type Api, InputFile } from 'grammy'
import type { Origin } from '../hosting/host.ts'
import { type Outgoing, partsOf } from '../platform.ts'
import { listed } from './buttons.ts'
import { createOutage } from './outage.ts'
import type { Pace } from './pace.ts'
import { type Extra, labelsOf, type Photo, type Piece, photoOf, piecesOf } from './pieces.ts'
import type { Presses } from './presses.ts'
import {
  busyFor,
  isLostThread,
  isRefusedButton,
  isRefusedForm,
  isRefusedPhoto,
  isUnanswered,
  movedTo,
  refusal,
} from './refusals.ts'
import { occasionOf } from './update-ids.ts'

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
export function createSender(options: SenderOptions): (key: string, reply: Outgoing, origin: Origin) => Promise<void> {
  const { api, pace, presses, username, whereIs, onMoved } = options
  /** How many pieces of a long reply were shown before one failed. */
  const shown = new Map<string, number>()
  const outage = createOutage()
  const namelessness = createOutage()

  async function put(chat: number, piece: Piece): Promise<void> {
    const { text, rich, plainest, photo, extra } = piece
    if (photo)
      try {
        return await callWith(extra, (rest) => sendPhoto(chat, photo, text, rest))
      } catch (error) {
        if (!isRefusedPhoto(error)) throw error
        const { photo: _, ...inWords } = piece
        return put(chat, { ...inWords, text: photo.words, plainest: listed(photo.words, labelsOf(extra)) })
      }
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

  const call = (chat: number, text: string, extra: Extra): Promise<void> =>
    callWith(extra, (rest) => api.sendMessage(chat, text, rest))

  function sendPhoto(chat: number, { png, name }: Photo, caption: string, extra: Extra) {
    const { link_preview_options: _, ...rest } = extra
    return api.sendPhoto(chat, new InputFile(png, name), { caption, ...rest })
  }

  async function callWith(extra: Extra, send: (extra: Extra) => Promise<unknown>): Promise<void> {
    try {
      await send(extra)
    } catch (error) {
      const { message_thread_id: thread, ...rest } = extra
      if (thread === undefined || !isLostThread(error)) throw error
      await send(rest)
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
    const photo = await photoOf(reply)
    const pieces = piecesOf(pressable ? reply : { ...reply, choices: [] }, photo, username(), {
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
const isPressable = ({ to, question }: Outgoing): boolean => !(Number(to) < 0) || question === 'settings'

/** Of replies that were given up halfway, the oldest are forgotten. */
function note(shown: Map<string, number>, name: string, count: number): void {
  shown.set(name, count)
  if (shown.size <= 1000) return
  const [oldest] = shown.keys()
  if (oldest !== undefined) shown.delete(oldest)
}
