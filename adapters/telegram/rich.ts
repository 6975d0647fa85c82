import type { Reply } from '../../src/index.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A verdict as Telegram's HTML: its first line stands out, and so do the words it goes by. */
export function richText({ text, quotes = [], card }: Reply): string {
  const [headline = '', ...lines] = text.split('\n')
  const marked = [...quotes, ...(card?.elements.flatMap((one) => one.quotes) ?? [])]
  const rest = markQuotes(lines.join('\n'), [...new Set(marked)])
  return `<b>${escaped(headline)}</b>${lines.length > 0 ? `\n${rest}` : ''}`
}

/** The longest quote first, so that one inside another is not marked twice. */
function markQuotes(text: string, quotes: readonly string[]): string {
  const [quote, ...others] = quotes.filter((one) => one.trim() !== '').sort((a, b) => b.length - a.length)
  if (quote === undefined) return escaped(text)
  return text
    .split(quote)
    .map((part) => markQuotes(part, others))
    .join(`<i>${escaped(quote)}</i>`)
}
