import { badRequest } from './fake-refusal.ts'

const known = /^(b|strong|i|em|u|ins|s|strike|del|code|pre|blockquote|tg-spoiler)$/
const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

/** The text of Telegram's HTML, refused as Telegram refuses it. */
export function readHtml(html: string): string {
  const open: string[] = []
  const text = html.replaceAll(
    /<(\/?)([a-z-]*)[^>]*>|<|&(\w+);/gi,
    (whole, closes: string, tag?: string, entity?: string) => {
      if (entity !== undefined) return entities.get(entity) ?? whole
      if (!tag) throw badRequest("can't parse entities: Unexpected start of a tag")
      if (!known.test(tag)) throw badRequest(`can't parse entities: Unsupported start tag "${tag}"`)
      if (!closes) open.push(tag)
      else if (open.pop() !== tag) throw badRequest(`can't parse entities: Unmatched end tag "${tag}"`)
      return ''
    },
  )
  if (open.length > 0) throw badRequest(`can't parse entities: Can't find end tag corresponding to "${open.at(-1)}"`)
  return text
}
