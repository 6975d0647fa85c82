/** Compared without spaces; full-width and half-width forms, and kinds of quotes and dashes, are the same. */
const comparable = (text: string): string[] => [
  ...text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”„"']|[‘’]/gu, '"')
    .replace(/[—–―]/gu, '-')
    .replace(/[·•・]/gu, ''),
]

/** Characters to insert, delete or replace until `read` is `truth`, for each character of the truth. */
export function characterError(truth: string, read: string): number {
  const [a, b] = [comparable(truth), comparable(read)]
  let before = b.map((_, at) => at + 1)
  before.unshift(0)
  for (const [i, one] of a.entries()) {
    const now = [i + 1]
    for (const [j, other] of b.entries())
      now.push(Math.min((before[j + 1] ?? 0) + 1, (now[j] ?? 0) + 1, (before[j] ?? 0) + (one === other ? 0 : 1)))
    before = now
  }
  return (before.at(-1) ?? 0) / Math.max(1, a.length)
}
