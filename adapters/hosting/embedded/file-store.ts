import { createHash } from 'node:crypto'
import { constants, copyFile, link, lstat, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { z } from 'zod'
import { createLanes } from '../../lanes.ts'
import { type Kept, keptSchema } from '../kept.ts'
import { durableFile, isMissing, syncFolder, unfinished } from './durable-file.ts'
import { makeFolder } from './folders.ts'
import { type Store, Unreadable } from './store.ts'

const ending = '.json'
/** Apart from the rest, so that removing a conversation need not look through the names of all others. */
const asideFolder = 'set-aside'
/** Files read at once while listing: enough to keep the disk busy, far below any limit on open files. */
const abreast = 32

/** One small file per conversation in `folder`, which is made where it is missing. */
export async function openFileStore<State, Reply>(
  folder: string,
  state: z.ZodType<State>,
  reply: z.ZodType<Reply>,
): Promise<Store<State, Reply>> {
  const schema = keptSchema(state, reply)
  // `discard` knows files, not keys, and must not meet a write.
  const lanes = createLanes()
  const database = (name: string, kept: Kept<State, Reply> | null) =>
    new Low(recordFile(durableFile(join(folder, name)), schema), kept)
  const load = async (name: string) => {
    const low = database(name, null)
    await low.read()
    if (low.data && nameOf(low.data.key) !== name) throw new Unreadable('it belongs to another conversation')
    return low.data ?? undefined
  }
  const aside = join(folder, asideFolder)
  const remove = async (paths: readonly string[]) => {
    for (const path of paths) await rm(path, { force: true, recursive: true })
    for (const changed of new Set(paths.map(dirname))) await syncFolder(changed)
  }

  makeFolder(aside)
  await remove(await pathsIn(folder, (name) => name.endsWith(unfinished)))

  return {
    read: async (key) => load(nameOf(key)),
    write: (kept) =>
      lanes.run(nameOf(kept.key), async () => {
        await database(nameOf(kept.key), kept).write()
      }),
    delete: (key) =>
      lanes.run(nameOf(key), async () => {
        const own = nameOf(key)
        const path = join(folder, own)
        const copies = await pathsIn(aside, (name) => name.startsWith(own))
        await remove([path, path + unfinished, ...copies])
      }),
    setAside: (key, now) =>
      copyOut(
        join(folder, nameOf(key)),
        join(aside, `${nameOf(key)}.unreadable-${new Date(now).toISOString().replaceAll(':', '')}`),
      ),
    async *list() {
      const all = (await readdir(folder)).filter((name) => name.endsWith(ending))
      for (let at = 0; at < all.length; at += abreast) {
        const some = all.slice(at, at + abreast).map((name) => load(name).catch(() => undefined))
        // One that cannot be read is met again when its person writes, and told then.
        for (const kept of await Promise.all(some)) if (kept) yield kept
      }
    },
    async discard(before) {
      const failures: unknown[] = []
      const note = (error: unknown) => failures.push(error)
      for (const path of await pathsIn(aside, () => true))
        if (await writtenBefore(path, before)) await remove([path]).catch(note)
      for (const path of await pathsIn(folder, (name) => name.endsWith(ending)))
        await lanes
          .run(basename(path), async () => {
            if ((await writtenBefore(path, before)) && (await isUnreadable(load(basename(path))))) await remove([path])
          })
          .catch(note)
      if (failures.length > 0) throw failures[0]
    },
  }
}

const pathsIn = async (folder: string, wanted: (name: string) => boolean): Promise<string[]> =>
  (await readdir(folder)).filter(wanted).map((name) => join(folder, name))

/** Keys are the platforms' and may hold anything; JSON keeps lone surrogates apart, which UTF-8 does not. */
const nameOf = (key: string) => createHash('sha256').update(JSON.stringify(key)).digest('hex') + ending

const recordFile = <T>(file: Adapter<string>, schema: z.ZodType<T>): Adapter<T | null> => ({
  async read() {
    let value: unknown
    try {
      const text = await file.read()
      if (text === null) return null
      value = JSON.parse(text)
    } catch (error) {
      if (error instanceof SyntaxError) throw new Unreadable('it is cut or damaged', { cause: error })
      if (isOfTheFile(error)) throw new Unreadable('the system does not give it out', { cause: error })
      throw error
    }
    const result = schema.safeParse(value)
    if (!result.success) throw new Unreadable('it has another form than expected', { cause: result.error })
    return result.data
  },
  write: (value) => file.write(JSON.stringify(value)),
})

const isUnreadable = (reading: Promise<unknown>) =>
  reading.then(
    () => false,
    (error: unknown) => error instanceof Unreadable,
  )

async function writtenBefore(path: string, time: number): Promise<boolean> {
  try {
    return (await lstat(path)).mtimeMs < time
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** The system's errors that will not pass by themselves; others, such as too many open files, say nothing of the file. */
const isOfTheFile = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(EACCES|EPERM|EISDIR|EIO|ELOOP)$/.test(String(error.code))

/**
 * A second name for the same bytes, or a copy where the file system knows no such thing. What can be neither, as
 * a folder, is moved. Takes no name twice.
 */
async function copyOut(from: string, to: string): Promise<string> {
  for (let time = 1; ; time++) {
    const name = time === 1 ? to : `${to}-${time}`
    try {
      await link(from, name)
      return name
    } catch (error) {
      if (isTaken(error)) continue
      if (isMissing(error)) throw error
    }
    try {
      await copyFile(from, name, constants.COPYFILE_EXCL)
      return name
    } catch (error) {
      if (isTaken(error) || (await exists(name))) continue
    }
    await rename(from, name)
    return name
  }
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  )

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'
