const EMPTY = 0
/** Of the slots, at most one in so many is taken. */
const SPARE = 2

/**
 * A tree of sequences. Their members are symbols from 1 to 65,535, its nodes numbers below 65,536; 0 is the root. Kept
 * in two flat arrays, so that following it touches little memory.
 */
export class Trie<Value> {
  #size = 1024
  #keys = new Uint32Array(this.#size)
  #nodes = new Uint16Array(this.#size)
  /** By node; the root has none. */
  readonly #values: (Value | undefined)[] = [undefined]

  /** What is kept for the sequence that ends at a node. */
  at(node: number): Value | undefined {
    return this.#values[node]
  }

  /** The node a symbol leads to, 0 when it leads nowhere. */
  next(node: number, symbol: number): number {
    const key = ((node << 16) | symbol) >>> 0
    for (let at = this.#slot(key); ; at = (at + 1) & (this.#size - 1)) {
      const found = this.#keys[at]
      if (found === key) return this.#nodes[at] ?? 0
      if (found === EMPTY) return 0
    }
  }

  /**
   * Keeps for a sequence what `change` makes of what was kept for it. Throws a RangeError for another symbol, and where
   * there are too many nodes.
   */
  change(symbols: readonly number[], change: (before: Value | undefined) => Value): void {
    let node = 0
    for (const symbol of symbols) {
      if (symbol < 1 || symbol > 0xffff) throw new RangeError(`a symbol is from 1 to 65,535, not ${symbol}`)
      node = this.next(node, symbol) || this.#add(node, symbol)
    }
    this.#values[node] = change(this.#values[node])
  }

  #slot(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & (this.#size - 1)
  }

  #add(node: number, symbol: number): number {
    const made = this.#values.length
    if (made > 0xffff) throw new RangeError('a trie has at most 65,535 nodes')
    if (made * SPARE > this.#size) this.#grow()
    this.#put(((node << 16) | symbol) >>> 0, made)
    this.#values.push(undefined)
    return made
  }

  #put(key: number, node: number): void {
    let at = this.#slot(key)
    while (this.#keys[at] !== EMPTY) at = (at + 1) & (this.#size - 1)
    this.#keys[at] = key
    this.#nodes[at] = node
  }

  #grow(): void {
    const [keys, nodes] = [this.#keys, this.#nodes]
    this.#size *= 2
    this.#keys = new Uint32Array(this.#size)
    this.#nodes = new Uint16Array(this.#size)
    for (const [at, key] of keys.entries()) if (key !== EMPTY) this.#put(key, nodes[at] ?? 0)
  }
}
