import { isUtf8 } from 'node:buffer'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'

/** Ends the name of a file that is being written; what a crash leaves of it is worth nothing. */
export const unfinished = '.tmp'

/**
 * The text of one file, readable by its owner only. `write` resolves once the new text would survive a power
 * cut, and until then the old one stands. Never two writes at once.
 *
 * Not write-file-atomic: when the disk is full its single write(2) comes up short without an error, and it
 * puts the cut file in the place of the good one. FileHandle.writeFile goes on until the error shows.
 */
export const durableFile = (path: string): Adapter<string> => ({
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
    const draft = path + unfinished
    try {
      const file = await open(draft, 'w', 0o600)
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => {})
      throw error
    }
    await syncFolder(dirname(path))
  },
})

/** Makes the names in a folder durable: what was renamed or removed stays so after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
