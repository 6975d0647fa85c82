import type { InlineKeyboardButton } from 'grammy/types'
import type { Choice, Reply } from '../../src/index.ts'

/** Bytes of UTF-8 that Telegram gives back with a press. */
const MOST_BYTES = 64
const separator = '|'
/** Units of width in one row, as a phone shows them: a Chinese character takes two. */
const ROW = 24
const MOST_IN_A_ROW = 3

/** The question and the choice as a press brings them back; undefined where they do not fit. */
export function pressedData(choice: string, question: string | undefined): string | undefined {
  const data = `${question ?? ''}${separator}${choice}`
  return Buffer.byteLength(data) > MOST_BYTES || question?.includes(separator) ? undefined : data
}

export function readPressed(data: string): { choice: string; question?: string } {
  const at = data.indexOf(separator)
  const question = data.slice(0, Math.max(at, 0))
  return { choice: data.slice(at + 1), ...(question !== '' && { question }) }
}

export interface Buttons {
  readonly rows: readonly (readonly InlineKeyboardButton[])[]
  /** Labels of choices that fit under no button, to be answered in words. */
  readonly inWords: readonly string[]
}

/** The choices of a reply. The one to go on in private is a link to that chat, which takes the offer along. */
export function buttonsOf({ choices = [], question, handoff }: Reply, username: string | undefined): Buttons {
  const made = choices.map((choice): InlineKeyboardButton | string => {
    if (handoff && username !== undefined && choice.id === 'private')
      return { text: choice.label, url: `https://t.me/${username}?start=${handoff.token}` }
    const data = pressedData(choice.id, question)
    return data === undefined ? choice.label : { text: choice.label, callback_data: data }
  })
  return {
    rows: inRows(made.filter((one) => typeof one !== 'string')),
    inWords: made.filter((one) => typeof one === 'string'),
  }
}

/** Short labels share a row. */
function inRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    if (row && row.length < MOST_IN_A_ROW && widest([...row, button]) * (row.length + 1) <= ROW) row.push(button)
    else rows.push([button])
  }
  return rows
}

const widest = (row: readonly InlineKeyboardButton[]) =>
  Math.max(...row.map(({ text }) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)))

/** Labels of choices as lines of their own. */
export const listed = (text: string, labels: readonly Choice['label'][]): string =>
  labels.length === 0 ? text : `${text}\n${labels.map((label) => `• ${label}`).join('\n')}`
