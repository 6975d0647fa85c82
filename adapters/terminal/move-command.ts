/** What came of moving conversations; a hash is over all of a side. */
export interface MoveReport {
  readonly copied: number
  readonly same: number
  /** Others under the same keys, left as they are. */
  readonly others: number
  readonly unreadable: number
  readonly from: { readonly count: number; readonly hash: string }
  readonly to: { readonly count: number; readonly hash: string }
}

/** What is printed, and whether both sides hold the same now. */
export function printMoved({ copied, same, others, unreadable, from, to }: MoveReport) {
  const isWhole = from.count === to.count && from.hash === to.hash && others === 0 && unreadable === 0
  const lines = [
    `${copied} copied, ${same} were there already`,
    ...(others > 0 ? [`${others} left as they are: there were other conversations under the same keys`] : []),
    ...(unreadable > 0 ? [`${unreadable} in Restate could not be read, and stay there`] : []),
    `from: ${from.count} conversations, ${from.hash}`,
    `to:   ${to.count} conversations, ${to.hash}`,
    isWhole ? 'Both sides hold the same.' : 'The two sides differ. Nothing was removed from either.',
  ]
  return { text: `${lines.join('\n')}\n`, isWhole }
}
