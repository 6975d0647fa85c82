/** Shows what was added last, from the person's own words on where they and the answer fit. */
export function follow(log: HTMLElement): void {
  const own = [...log.querySelectorAll<HTMLElement>('.bubble.own')].at(-1)
  const end = log.scrollHeight - log.clientHeight
  const below = own ? own.offsetTop + own.offsetHeight - Math.min(own.offsetHeight, log.clientHeight / 3) - 16 : end
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  log.scrollTo({ top: Math.min(end, Math.max(0, below)), behavior: isCalm ? 'instant' : 'smooth' })
}
