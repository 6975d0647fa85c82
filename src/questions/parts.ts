const sentenceEnd = /[。.!！?？;；\n]+\s*(?=[^。.!！?？;；\n]+[?？!！。.\s]*$)/u
const clauseEnd = /[,，。.!！?？;；\n]+\s*(?=[^,，。.!！?？;；\n]+[?？!！。.\s]*$)/u

/** What stands last in a text, by sentence and by clause, where something stands before it: there the question is put. */
export function lastParts(text: string): readonly string[] {
  const parts = [sentenceEnd, clauseEnd].flatMap((end) => {
    const found = end.exec(text)
    return found && found.index > 0 ? [text.slice(found.index + found[0].length)] : []
  })
  return [...new Set(parts)]
}
