import { eastAsianWidth } from 'get-east-asian-width'

/**
 * Terminals break lines wherever they are full; this breaks them between words, of Chinese too. Lines of JSON stay
 * whole, to be copied.
 */
export function wrap(text: string, columns: number): string {
  if (columns === Number.POSITIVE_INFINITY) return text
  let words: Intl.Segmenter | undefined
  const piecesOf = (line: string) => {
    words ??= new Intl.Segmenter('zh', { granularity: 'word' })
    return gluedPieces(line, words)
  }
  return text
    .split('\n')
    .map((line) => (ofJson.test(line) || widthOf(line) <= columns ? line : wrapLine(piecesOf(line), columns)))
    .join('\n')
}

/** What must stay together: a word with the marks that close it, or the marks that open it. */
function gluedPieces(line: string, words: Intl.Segmenter): string[] {
  const pieces: string[] = []
  let glued = false
  for (const { segment } of words.segment(line)) {
    if (pieces.length > 0 && (glued || closes.test(segment))) pieces.push((pieces.pop() ?? '') + segment)
    else pieces.push(segment)
    glued = opens.test(segment)
  }
  return pieces
}

const ofJson = /^ +"/
const closes = /^[\p{Pe}\p{Pf}\p{Po}]/u
const opens = /[\p{Ps}\p{Pi}\p{Sc}#]$/u

function wrapLine(pieces: readonly string[], columns: number): string {
  let wrapped = ''
  let used = 0
  for (const piece of pieces) {
    const width = widthOf(piece)
    if (used > 0 && used + width > columns) {
      wrapped = `${wrapped.trimEnd()}\n`
      used = 0
      if (piece.trim() === '') continue
    }
    wrapped += piece
    used += width
  }
  return wrapped
}

/** In columns of a terminal. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) if (!/\p{M}/u.test(character)) width += eastAsianWidth(character.codePointAt(0) ?? 0)
  return width
}
