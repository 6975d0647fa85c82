/** Reports that may come many times over: each is told at its 1st, 10th, 100th, … time. */
export interface Reports {
  tell(what: string, cause?: unknown): void
}

export function createReports(onTrouble: (message: string, cause?: unknown) => void): Reports {
  const counts = new Map<string, number>()
  return {
    tell(what, cause) {
      const count = (counts.get(what) ?? 0) + 1
      counts.set(what, count)
      if (/^10*$/.test(String(count))) onTrouble(`WeChat: ${what}${count > 1 ? `, ${count} times` : ''}`, cause)
    },
  }
}
