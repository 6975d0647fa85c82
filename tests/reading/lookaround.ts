/** A regular expression's source without its lookaheads and lookbehinds. */
export function withoutLookaround(source: string): string {
  let kept = ''
  for (let i = 0; i < source.length; ) {
    if (/^\(\?<?[=!]/.test(source.slice(i, i + 4))) i = endOfGroup(source, i)
    else if (source[i] === '[') {
      const end = endOfClass(source, i)
      kept += source.slice(i, end)
      i = end
    } else {
      const length = source[i] === '\\' ? 2 : 1
      kept += source.slice(i, i + length)
      i += length
    }
  }
  return kept
}

function endOfClass(source: string, start: number): number {
  let i = start + 1
  while (i < source.length && source[i] !== ']') i += source[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfGroup(source: string, start: number): number {
  let depth = 0
  for (let i = start; i < source.length; ) {
    if (source[i] === '[') {
      i = endOfClass(source, i)
      continue
    }
    if (source[i] === '(') depth++
    if (source[i] === ')' && --depth === 0) return i + 1
    i += source[i] === '\\' ? 2 : 1
  }
  return source.length
}
