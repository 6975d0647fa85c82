import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Image } from '../platform.ts'

/** As long as a conversation is kept, in milliseconds. */
const LONGEST = 30 * 24 * 3_600_000

/** Pictures of the bot as files, for those who look at them by other means. */
export interface KeptPictures {
  /** Resolves to the absolute path of the picture; undefined where there is none, and the words have to do. */
  keep(key: string, image: Image | undefined): Promise<string | undefined>
  /** Removes the pictures of this conversation. */
  forget(key: string): Promise<void>
  /** Removes those that are older than a conversation is kept. */
  tidy(): Promise<void>
}

/** In `folder`; without one, in a temporary folder made for the first picture. Readable by their owner alone. */
export function createKeptPictures(folder?: string): KeptPictures {
  let temporary: Promise<string> | undefined
  const root = async () => {
    if (folder !== undefined) return folder
    temporary ??= mkdtemp(join(tmpdir(), 'pyramid-pictures-'))
    return temporary
  }
  const placeOf = async (key: string) =>
    resolve(await root(), createHash('sha256').update(key).digest('base64url').slice(0, 22))

  return {
    async keep(key, image) {
      const png = await image?.png()
      if (!image || !png) return undefined
      const place = await placeOf(key)
      const file = join(place, image.name)
      try {
        await mkdir(place, { recursive: true, mode: 0o700 })
        await writeFile(file, png, { mode: 0o600 })
        return file
      } catch {
        // A full disk, say: the words are there.
        await rm(file, { force: true }).catch(() => {})
        return undefined
      }
    },
    async forget(key) {
      if (folder !== undefined || temporary) await rm(await placeOf(key), { recursive: true, force: true })
    },
    async tidy() {
      if (folder === undefined) return
      const since = Date.now() - LONGEST
      const places = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
      for (const one of places.filter((entry) => entry.isFile() && entry.name.endsWith('.png'))) {
        const file = join(one.parentPath, one.name)
        const { mtimeMs } = await stat(file)
        if (mtimeMs < since) await rm(file, { force: true })
      }
    },
  }
}
