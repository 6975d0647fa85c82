import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { Origin } from '../host.ts'
import { isMissing } from './durable-file.ts'

/**
 * Which replies were handed over, noted in a file so cheaply that it can be done after each. The notes survive the
 * death of the process; a power cut may lose the last of them, and then a reply comes twice. They are hashes: nothing
 * can be read from them.
 */
export interface SentNotes {
  has(key: string, origin: Origin): boolean
  /** Resolves once the notes stand in the file; those of many conversations are written together. */
  add(key: string, origins: readonly Origin[]): Promise<void>
  /** Bytes written since the notes were last emptied. */
  readonly size: number
  /** Forgets at once everything noted so far; resolves when the file has forgotten it too. */
  empty(): Promise<void>
  close(): Promise<void>
}

const DIGEST = 22
const noteOf = (key: string, { update, index }: Origin) =>
  createHash('sha256')
    .update(JSON.stringify([key, update, index]))
    .digest('base64url')
    .slice(0, DIGEST)

/** Opens the notes kept at `path`; a line that a crash cut short is none. */
export async function openSentNotes(path: string): Promise<SentNotes> {
  const known = new Set((await textOf(path)).split('\n').filter((line) => line.length === DIGEST))
  const file: FileHandle = await open(path, 'a', 0o600)
  let size = known.size * (DIGEST + 1)
  let pending = ''
  let writing: Promise<void> | undefined

  /** What gathers while one write runs goes with the next. */
  async function flush(): Promise<void> {
    const text = pending
    pending = ''
    await file.appendFile(text)
    size += text.length
  }
  const written = () => {
    writing ??= Promise.resolve().then(async () => {
      try {
        while (pending !== '') await flush()
      } finally {
        writing = undefined
      }
    })
    return writing
  }

  return {
    has: (key, origin) => known.size > 0 && known.has(noteOf(key, origin)),
    add(key, origins) {
      for (const note of origins.map((origin) => noteOf(key, origin))) {
        known.add(note)
        pending += `${note}\n`
      }
      return written()
    },
    get size() {
      return size
    },
    async empty() {
      known.clear()
      size = 0
      await written()
      await file.truncate()
    },
    async close() {
      await written()
      await file.close()
    },
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
