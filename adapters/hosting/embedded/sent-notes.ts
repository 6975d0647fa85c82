import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { Origin } from '../host.ts'
import { isMissing } from './durable-file.ts'

/**
 * Which replies were handed over, noted in files so cheaply that it can be done after each. The notes survive the
 * death of the process; a power cut may lose the last of them, and then a reply comes twice. They are hashes: nothing
 * can be read from them. There are two books: one is written on while what the other says is settled otherwise.
 */
export interface SentNotes {
  has(key: string, origin: Origin): boolean
  /** Resolves once the notes stand in the file; those of many conversations are written together. */
  add(key: string, origins: readonly Origin[]): Promise<void>
  /** Nothing is noted in either book. */
  readonly isEmpty: boolean
  /** Bytes in the book that is written on. */
  readonly size: number
  /** Goes on in the other book, which has to be empty. */
  turnOver(): void
  /** Empties the book that is not written on. */
  emptyOther(): Promise<void>
  close(): Promise<void>
}

const DIGEST = 22
const noteOf = (key: string, { update, index }: Origin) =>
  createHash('sha256')
    .update(JSON.stringify([key, update, index]))
    .digest('base64url')
    .slice(0, DIGEST)

/** Opens the notes kept at `path` and `path`-2; a line that a crash cut short is none. */
export async function openSentNotes(path: string): Promise<SentNotes> {
  let [current, other] = await Promise.all([openBook(path), openBook(`${path}-2`)])
  return {
    has(key, origin) {
      if (current.known.size === 0 && other.known.size === 0) return false
      const note = noteOf(key, origin)
      return current.known.has(note) || other.known.has(note)
    },
    get isEmpty() {
      return current.known.size === 0 && other.known.size === 0
    },
    add: (key, origins) => current.write(origins.map((origin) => noteOf(key, origin))),
    get size() {
      return current.known.size * (DIGEST + 1)
    },
    turnOver() {
      ;[current, other] = [other, current]
    },
    emptyOther: () => other.empty(),
    async close() {
      await Promise.all([current.close(), other.close()])
    },
  }
}

interface Book {
  readonly known: Set<string>
  write(notes: readonly string[]): Promise<void>
  empty(): Promise<void>
  close(): Promise<void>
}

async function openBook(path: string): Promise<Book> {
  const known = new Set((await textOf(path)).split('\n').filter((line) => line.length === DIGEST))
  const file: FileHandle = await open(path, 'a', 0o600)
  let pending = ''
  let last: Promise<void> = Promise.resolve()
  /** One file operation after another, whatever became of the one before. */
  const queue = (job: () => Promise<void>) => {
    last = last.catch(() => {}).then(job)
    return last
  }
  return {
    known,
    write(notes) {
      for (const note of notes) known.add(note)
      pending += notes.map((note) => `${note}\n`).join('')
      // What gathers while one write runs goes with the next.
      return queue(async () => {
        const text = pending
        pending = ''
        if (text !== '') await file.appendFile(text)
      })
    },
    empty() {
      known.clear()
      pending = ''
      return queue(() => file.truncate())
    },
    close: () => queue(() => file.close()),
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}
