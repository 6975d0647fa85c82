import { createHash } from 'node:crypto'
import type { Kept } from './kept.ts'

/** Where conversations are moved from, or to. */
export interface Side<State, Reply> {
  /** Everything that can be read. */
  list(): AsyncIterable<Kept<State, Reply>>
  read(key: string): Promise<Kept<State, Reply> | undefined>
  write(kept: Kept<State, Reply>): Promise<void>
}

/** How many conversations there are, and a hash over all of them, whatever their order. */
export interface Sum {
  readonly count: number
  readonly hash: string
}

export interface Moved {
  readonly copied: number
  /** Were there already, the same in every byte. */
  readonly same: number
  /** Were there already and are others; these were left as they are. */
  readonly others: number
  readonly from: Sum
  readonly to: Sum
}

/** Copies all conversations to the other side, then reads both sides anew. Nothing is removed, nothing written over. */
export async function move<State, Reply>(from: Side<State, Reply>, to: Side<State, Reply>): Promise<Moved> {
  let [copied, same, others] = [0, 0, 0]
  for await (const kept of from.list()) {
    const there = await to.read(kept.key)
    if (there === undefined) {
      await to.write(kept)
      copied++
    } else if (digest(there) === digest(kept)) same++
    else others++
  }
  return { copied, same, others, from: await sumOf(from), to: await sumOf(to) }
}

async function sumOf<State, Reply>(side: Side<State, Reply>): Promise<Sum> {
  const digests: string[] = []
  for await (const kept of side.list()) digests.push(digest(kept))
  return { count: digests.length, hash: createHash('sha256').update(digests.sort().join('\n')).digest('hex') }
}

const digest = (kept: unknown) => createHash('sha256').update(JSON.stringify(kept, sorted)).digest('base64url')

/** The order of an object's members says nothing. */
const sorted = (_name: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
