import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does `work` in a folder that is gone afterwards. */
export const inFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> => inFolderOf(tmpdir(), work)

/** The same in memory where the system has such a place, for what is not about the disk. */
export const inQuickFolder = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolderOf(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), work)

async function inFolderOf<T>(place: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(place, 'fault-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
