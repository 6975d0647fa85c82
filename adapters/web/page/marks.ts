/** A piece of a text; marked where a quote stands. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** The text in pieces, with every place marked at which one of the quotes stands exactly so. */
export function markedPieces(text: string, quotes: readonly string[]): readonly Piece[] {
  const places = quotes
    .flatMap((quote) => placesOf(text, quote))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const pieces: Piece[] = []
  let from = 0
  for (const { start, end } of places) {
    if (end <= from) continue
    const begin = Math.max(start, from)
    if (begin > from) pieces.push({ text: text.slice(from, begin), marked: false })
    const before = pieces.at(-1)
    if (before?.marked && begin === from)
      pieces[pieces.length - 1] = { text: before.text + text.slice(begin, end), marked: true }
    else pieces.push({ text: text.slice(begin, end), marked: true })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false })
  return pieces
}

function placesOf(text: string, quote: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  if (quote.trim() === '') return places
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
    places.push({ start: at, end: at + quote.length })
  return places
}
