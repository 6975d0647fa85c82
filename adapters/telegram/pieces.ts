import type { Api } from 'grammy'
import { cut } from '../cut.ts'
import type { Outgoing } from '../platform.ts'
import { buttonsOf, listed } from './buttons.ts'
import { richText } from './rich.ts'

/** UTF-16 units in one message. */
const MOST = 4096
/** And under a picture. */
const MOST_CAPTION = 1024

export type Extra = NonNullable<Parameters<Api['sendMessage']>[2]>

/** One message as Telegram takes it: in the best form first, then in plainer ones for where that is refused. */
export interface Piece {
  readonly text: string
  readonly rich?: string
  readonly plainest: string
  /** `text` is said under it; where it is refused, `words` are said instead. */
  readonly photo?: Photo
  readonly extra: Extra
}

export interface Photo {
  readonly png: Uint8Array
  readonly name: string
  readonly words: string
}

/** The picture of a reply, drawn; undefined where it has none, or words have to do. */
export async function photoOf({ image, text }: Outgoing): Promise<(Photo & { readonly caption: string }) | undefined> {
  const png = await image?.png()
  return image && png && { png, name: image.name, caption: image.caption, words: cut(text, MOST)[0] ?? '' }
}

export const labelsOf = ({ reply_markup: markup }: Extra): string[] =>
  markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat().map(({ text }) => text) : []

/** A reply as messages that fit, the first with the picture, the last with the buttons. */
export function piecesOf(
  reply: Outgoing,
  photo: Awaited<ReturnType<typeof photoOf>>,
  username: string | undefined,
  extra: Extra,
): Piece[] {
  const { rows, inWords } = buttonsOf(reply, username)
  const texts = photo ? cut(listed(photo.caption, inWords), MOST_CAPTION) : cut(listed(reply.text, inWords), MOST)
  const { reply_parameters: _, ...rest } = extra
  const keyboard = rows.length > 0 && { reply_markup: { inline_keyboard: rows.map((row) => [...row]) } }
  return texts.map((text, at): Piece => {
    const isLast = at === texts.length - 1
    const labels = isLast ? rows.flat().map((button) => button.text) : []
    return {
      text,
      ...(reply.verdict && texts.length === 1 && { rich: richText({ ...reply, text }) }),
      plainest: listed(text, labels),
      ...(photo && at === 0 && { photo }),
      extra: { ...(at === 0 ? extra : rest), ...(isLast && keyboard) },
    }
  })
}
