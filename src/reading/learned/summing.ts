import { code } from './sums-code.ts'

/** Where the parts of a table stand in memory, in bytes, and its measures, by the names in sums.wat. */
export type SummingTable = Readonly<
  Record<'buckets' | 'bucketMask' | 'rows' | 'width' | 'bias' | 'scores' | 'clauses', number>
>

/** The memory, all zero, and the two functions of sums.wat over it; each place in bytes. */
export interface Summing {
  readonly buffer: ArrayBuffer
  readonly add: (at: number, end: number, into: number, sign: number) => void
  readonly keep: (
    clause: number,
    own: number,
    ofOwn: number,
    beside: number,
    ofBeside: number,
    far: number,
    ofFar: number,
  ) => void
}

const isFunction = (one: unknown): one is (...given: number[]) => void => typeof one === 'function'

/** Compiled once for all tables. */
const compiled = new WebAssembly.Module(Uint8Array.from(code.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

/** `pages` of 64 KiB. */
export function summing(pages: number, table: SummingTable): Summing {
  const memory = new WebAssembly.Memory({ initial: pages })
  const { add, keep } = new WebAssembly.Instance(compiled, {
    table: { memory, ...table },
  }).exports
  if (!isFunction(add) || !isFunction(keep)) throw new Error('sums-code.ts is not made of sums.wat; run npm run learn')
  return { buffer: memory.buffer, add, keep }
}
