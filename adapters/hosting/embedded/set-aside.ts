import { constants, copyFile, link, lstat, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './durable-file.ts'

/** What a file is called that was set aside at this time, in milliseconds since 1970. */
export const asideName = (name: string, now: number): string =>
  `${name}.unreadable-${new Date(now).toISOString().replaceAll(':', '')}`

/** When the file of this name was set aside; undefined where its name does not say so. */
export function asideTime(name: string): number | undefined {
  const [, day, hours, minutes, rest] = /\.unreadable-([\d-]{10}T)(\d\d)(\d\d)([\d.]+Z)/.exec(name) ?? []
  return day === undefined ? undefined : Date.parse(`${day}${hours}:${minutes}:${rest}`)
}

/**
 * A second name for the same bytes in another folder, or a copy where the file system knows no such thing. What can
 * be neither, as a folder, is moved. Takes no name twice; says which it took.
 */
export async function copyOut(from: string, folder: string, name: string): Promise<string> {
  for (let time = 1; ; time++) {
    const to = join(folder, time === 1 ? name : `${name}-${time}`)
    try {
      await link(from, to)
      return to
    } catch (error) {
      if (isTaken(error)) continue
      if (isMissing(error)) throw error
    }
    try {
      await copyFile(from, to, constants.COPYFILE_EXCL)
      return to
    } catch (error) {
      if (isTaken(error) || (await exists(to))) continue
    }
    await rename(from, to)
    return to
  }
}

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'
