/** What may follow the name in a mention: on phones U+2005, on desktops a space, else the end of the word. */
const ending = /^[\p{White_Space}\p{P}]/u

export interface Unaddressed {
  /** The text without the mentions of these names. */
  readonly text: string
  readonly named: boolean
}

/** Reads and removes `@name` for each of these names. */
export function withoutMentions(text: string, names: readonly string[]): Unaddressed {
  const called = names.filter((name) => name !== '').sort((one, other) => other.length - one.length)
  const kept: string[] = []
  let from = 0
  for (const { index } of text.matchAll(/[@＠]/gu)) {
    if (index < from) continue
    const name = called.find((one) => text.startsWith(one, index + 1))
    if (name === undefined) continue
    const end = index + 1 + name.length
    if (end < text.length && !ending.test(text.slice(end, end + 2))) continue
    kept.push(text.slice(from, index))
    from = /[\p{White_Space}]/u.test(text.charAt(end)) ? end + 1 : end
  }
  if (from === 0) return { text, named: false }
  const rest = [...kept, text.slice(from)].join('').trim()
  return { text: rest.replace(/^[,，、:：]\s*/u, ''), named: true }
}

/** Removes the first mention that U+2005 ends, whatever the name: the puppet says it means the bot. */
export const withoutFirstMention = (text: string): string => text.replace(/[@＠][^@＠\u2005\n]{1,60}\u2005/u, '').trim()
