import { languageOf } from '../reading/language.ts'
import type { Language } from '../wording/speaker.ts'
import type { Conversation } from './conversation.ts'
import type { Heard } from './message.ts'
import { wordsIn } from './seen-picture.ts'
import { isHandedOver } from './state.ts'

/** Links, names of accounts and commands are nobody's language. */
const links = /(?:https?:\/\/|www\.)\S{1,2000}|@\w{1,64}|^\s*\/[a-z].{0,200}/giu

/** Letters that a later message needs to change the language of a conversation under way. */
const FEWEST_LETTERS = 8

/**
 * The language to answer in: the one chosen; else that of the first words, links aside, followed when the
 * person writes at some length in another. Simplified is never taken from a text that could be either.
 */
export function languageFor(
  conversation: Conversation,
  { choice, forwarded, text, quoted = '', carried, pictures = [] }: Heard,
): Language {
  const { language, languageChosen, log } = conversation
  if (isHandedOver(carried) && !languageChosen && log.length === 0) return carried.language
  const own = text.replace(links, ' ')
  const words = [own, quoted].find((one) => /\p{L}/u.test(one)) ?? wordsIn(pictures)
  const letters = words.match(/\p{L}/gu)?.length ?? 0
  if (languageChosen || choice !== undefined || letters === 0) return language
  const written = languageOf(words)
  if (written === 'mixed') return language
  if (log.length === 0) return written
  if (forwarded || letters < FEWEST_LETTERS) return language
  return language === 'zh-Hant' && written === 'zh-Hans' ? language : written
}
