const EMPTY = 0
/** Of the slots, at most one in so many is taken. */
const SPARE = 2

/**
 * A tree of sequences. Their members are symbols from 1 to 65,535, its nodes numbers below 65,536; 0 is the root. Kept
 * in two flat arrays, so that following it touches little memory.
 */
export class Trie {
  #size = 1024
  #keys = new Uint32Array(this.#size)
  #nodes = new Uint16Array(this.#size)
  #count = 0

  /** The node a symbol leads to, 0 when it leads nowhere. */
  next(node: number, symbol: number): number {
    const key = ((node << 16) | symbol) >>> 0
    for (let at = this.#slot(key); ; at = (at + 1) & (this.#size - 1)) {
      const found = this.#keys[at]
      if (found === key) return this.#nodes[at] ?? 0
      if (found === EMPTY) return 0
    }
  }

  /** The node at which a sequence ends, made where there was none. Throws a RangeError when there are too many of either. */
  insert(symbols: readonly number[]): number {
    let node = 0
    for (const symbol of symbols) {
      if (symbol < 1 || symbol > 0xffff) throw new RangeError(`a symbol is from 1 to 65,535, not ${symbol}`)
      node = this.next(node, symbol) || this.#add(node, symbol)
    }
    return node
  }

  #slot(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & (this.#size - 1)
  }

  #add(node: number, symbol: number): number {
    if (this.#count === 0xffff) throw new RangeError('a trie has at most 65,535 nodes')
    if ((this.#count + 1) * SPARE > this.#size) this.#grow()
    this.#put(((node << 16) | symbol) >>> 0, ++this.#count)
    return this.#count
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
