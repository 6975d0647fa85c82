/** A map of bounded size: past `most` entries, the one that was not used for longest is forgotten. */
export interface Recent<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
}

export function createRecent<V>(most: number): Recent<V> {
  const all = new Map<string, V>()
  const set = (key: string, value: V) => {
    all.delete(key)
    all.set(key, value)
    const [oldest] = all.keys()
    if (all.size > most && oldest !== undefined) all.delete(oldest)
  }
  return {
    get(key) {
      const value = all.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
    delete: (key) => void all.delete(key),
  }
}
