/** A message that quotes another one, in the form WeChat gives it where it has no other. */
export interface InlineQuote {
  /** The reply itself. */
  readonly text: string
  readonly name: string
  readonly words: string
}

const line = /^(?:[-－﹣‐‑–—─]\s*){5,}$/u

/** Takes 「name：words」, a line of dashes and the reply apart; undefined where a text is none of these. */
export function readInlineQuote(text: string): InlineQuote | undefined {
  if (!text.startsWith('「')) return undefined
  const lines = text.split(/\r?\n/u)
  const at = lines.findIndex((one, index) => index > 0 && one.length < 200 && line.test(one.trim()))
  const before = lines.slice(0, at).join('\n').trimEnd()
  if (at < 0 || !before.endsWith('」')) return undefined
  const quoted = before.slice(1, -1)
  const colon = quoted.search(/[：:]/u)
  return {
    text: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
    name: colon < 0 ? '' : quoted.slice(0, colon).trim(),
    words: quoted.slice(colon + 1).trim(),
  }
}
