import { isUtf8 } from 'node:buffer'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'

/** Ends the name of a file that is being written; what a crash leaves of it is worth nothing. */
export const unfinished = '.tmp'

/**
 * The text of one file, readable by its owner only. `write` resolves once the new text would survive a power
 * cut, and until then the old one stands. Never two writes at once. A `copy` in the same folder gets the same text,
 * just before: what it holds is never older than the file. It is not waited for until it would survive a power cut, which
 * would make every turn dearer by half: the file does.
 *
 * Not write-file-atomic: when the disk is full its single write(2) comes up short without an error, and it
 * puts the cut file in the place of the good one. FileHandle.writeFile goes on until the error shows.
 */
export const durableFile = (path: string, copy?: string): Adapter<string> => ({
  async read() {
    let bytes: Buffer
    try {
      bytes = await readFile(path)
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
    if (!isUtf8(bytes)) throw new SyntaxError('it is not UTF-8')
    return bytes.toString()
  },
  async write(text) {
    const paths = copy === undefined ? [path] : [copy, path]
    try {
      const drafts = await Promise.allSettled(paths.map((one) => writeDraft(one, text, one === path)))
      for (const draft of drafts) if (draft.status === 'rejected') throw draft.reason
      for (const one of paths) await rename(one + unfinished, one)
    } catch (error) {
      for (const one of paths) await rm(one + unfinished, { force: true }).catch(() => {})
      throw error
    }
    await syncFolder(dirname(path))
  },
})

async function writeDraft(path: string, text: string, isSynced: boolean): Promise<void> {
  const file = await open(path + unfinished, 'w', 0o600)
  try {
    await file.writeFile(text)
    if (isSynced) await file.sync()
  } finally {
    await file.close()
  }
}

/** Per folder, the sync that waits to begin: it will have everything renamed until then. */
const waiting = new Map<string, Promise<void>>()
const running = new Map<string, Promise<void>>()

/**
 * Makes the names in a folder durable: what was renamed or removed stays so after a power cut. One sync serves all
 * who ask for it before it begins.
 */
export function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return Promise.resolve()
  const shared = waiting.get(path)
  if (shared) return shared
  const next = (running.get(path) ?? Promise.resolve())
    .catch(() => {})
    .then(() => {
      waiting.delete(path)
      const now = syncNow(path).finally(() => {
        if (running.get(path) === now) running.delete(path)
      })
      running.set(path, now)
      return now
    })
  waiting.set(path, next)
  return next
}

async function syncNow(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
