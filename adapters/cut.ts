/** Where a piece may end, best first: after a sentence, after a line, between words. */
const ends = [/[。！？!?…]+[”’」』"')）\]]*\s*|\.[”’"')\]]*\s+|\n+/gu, /\n+/gu, /\s+/gu] as const

/**
 * The text in pieces of at most `most` UTF-16 units, 2 or more: whole sentences where they fit, then lines, then
 * words, then whatever fits, never half a character. White space at the edges of pieces is left out, and so are
 * pieces of nothing else. Throws a RangeError on a smaller `most`.
 */
export function cut(text: string, most: number): string[] {
  if (most < 2) throw new RangeError(`a piece of ${most} UTF-16 units cannot hold every character`)
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = placeIn(rest, most)
    const piece = rest.slice(0, at).trimEnd()
    if (piece !== '') pieces.push(piece)
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}

function placeIn(text: string, most: number): number {
  for (const end of ends) {
    let place = 0
    // White space after a sentence is left out, so it may reach past the edge.
    for (const found of text.slice(0, most + 1).matchAll(end)) {
      const inside = found.index + found[0].trimEnd().length
      if (inside <= most) place = Math.max(place, inside)
    }
    if (place > 0) return place
  }
  return splitsCharacter(text, most) ? most - 1 : most
}

const splitsCharacter = (text: string, at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff
