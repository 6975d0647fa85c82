/** Puts a list into another order, in place; the same seed gives the same orders, one after another. */
export function shuffler(seed: number): <T>(list: T[]) => void {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
  return <T>(list: T[]) => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      // Each takes the other's place.
      list.splice(i, 1, ...list.splice(j, 1, ...list.slice(i, i + 1)))
    }
  }
}
