/** Shows what was added last, from the person's own words on where they and the answer fit. */
export function follow(log: HTMLElement): void {
  const own = [...log.querySelectorAll<HTMLElement>('.bubble.own')].at(-1)
  const end = log.scrollHeight - log.clientHeight
  const below = own ? own.offsetTop + own.offsetHeight - Math.min(own.offsetHeight, log.clientHeight / 3) - 16 : end
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  log.scrollTo({ top: Math.min(end, Math.max(0, below)), behavior: isCalm ? 'instant' : 'smooth' })
}

/** Keeps the end in view while the field or a keyboard on the screen grows. Returns what ends it. */
export function stay(log: HTMLElement): () => void {
  let height = log.clientHeight
  const observer = new ResizeObserver(() => {
    const wasAtEnd = log.scrollHeight - log.scrollTop - height < 32
    height = log.clientHeight
    if (wasAtEnd) log.scrollTo({ top: log.scrollHeight, behavior: 'instant' })
  })
  observer.observe(log)
  return () => observer.disconnect()
}
