import { createHash } from 'node:crypto'
import { lstat, opendir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Low } from 'lowdb'
import type { z } from 'zod'
import { createLanes } from '../../lanes.ts'
import { type Kept, keptSchema } from '../kept.ts'
import { durableFile, isMissing, syncFolder, unfinished } from './durable-file.ts'
import { makeFolder } from './folders.ts'
import { keptRecord } from './kept-record.ts'
import { asideName, asideTime, copyOut, exists } from './set-aside.ts'
import { type Store, Unreadable } from './store.ts'

const ending = '.json'
/** Ends the name of the second file of a conversation, which holds the same as the first. */
const copied = '.copy'
/** Apart from the rest, so that removing a conversation need not look through the names of all others. */
const asideFolder = 'set-aside'
/** Files read at once while listing: more would hold up those whom people wait for. */
const abreast = 8

/**
 * Two small files per conversation in `folder`, which is made where it is missing: where one is damaged or gone, there
 * is the other. `now` is in milliseconds since 1970.
 */
export async function openFileStore<State, Reply>(
  folder: string,
  state: z.ZodType<State>,
  reply: z.ZodType<Reply>,
  now: () => number = Date.now,
): Promise<Store<State, Reply>> {
  const schema = keptSchema(state, reply)
  // `discard` and `list` know files, not keys, and must not meet a write.
  const lanes = createLanes()
  const aside = join(folder, asideFolder)

  const database = (name: string, kept: Kept<State, Reply> | null) => {
    const path = join(folder, name)
    return new Low(keptRecord(durableFile(path, name.endsWith(copied) ? undefined : path + copied), schema), kept)
  }
  async function open(file: string, name: string): Promise<Kept<State, Reply> | Unreadable | undefined> {
    try {
      const low = database(file, null)
      await low.read()
      if (low.data && nameOf(low.data.key) !== name) return new Unreadable('it belongs to another conversation')
      return low.data ?? undefined
    } catch (error) {
      if (error instanceof Unreadable) return error
      throw error
    }
  }
  async function setAside(name: string, time: number): Promise<string> {
    const places: string[] = []
    for (const file of [name, name + copied])
      if (await exists(join(folder, file))) places.push(await copyOut(join(folder, file), aside, asideName(file, time)))
    return places.join(' and ')
  }
  async function load(name: string): Promise<Kept<State, Reply> | undefined> {
    const own = await open(name, name)
    if (own && !(own instanceof Unreadable)) return own
    const copy = await open(name + copied, name)
    if (!copy || copy instanceof Unreadable) {
      const problem = own ?? copy
      if (problem) throw problem
      return undefined
    }
    const kept = { ...copy, restored: true } as const
    if (own) await copyOut(join(folder, name), aside, asideName(name, now()))
    await database(name, kept).write()
    return kept
  }
  const remove = async (paths: readonly string[]) => {
    for (const path of paths) await rm(path, { force: true, recursive: true })
    for (const changed of new Set(paths.map(dirname))) await syncFolder(changed)
  }
  /** The copies first: one alone would be taken for a conversation that has to be restored. */
  const filesOf = (name: string) =>
    [name + copied + unfinished, name + copied, name + unfinished, name].map((file) => join(folder, file))
  /** One name for each conversation there is. */
  async function* names(): AsyncGenerator<string> {
    for await (const { name } of await opendir(folder, { bufferSize: 256 })) {
      if (name.endsWith(ending)) yield name
      else if (name.endsWith(copied)) {
        const own = name.slice(0, -copied.length)
        if (!(await exists(join(folder, own)))) yield own
      }
    }
  }

  makeFolder(aside)
  for await (const { name } of await opendir(folder, { bufferSize: 256 }))
    if (name.endsWith(unfinished)) await remove([join(folder, name)])

  return {
    read: (key) => lanes.run(nameOf(key), () => load(nameOf(key))),
    write: (kept) =>
      lanes.run(nameOf(kept.key), async () => {
        await database(nameOf(kept.key), kept).write()
      }),
    delete: (key) =>
      lanes.run(nameOf(key), async () => {
        const own = nameOf(key)
        const copies = (await readdir(aside)).filter((name) => name.startsWith(own)).map((name) => join(aside, name))
        await remove([...filesOf(own), ...copies])
      }),
    setAside: (key, time) => lanes.run(nameOf(key), () => setAside(nameOf(key), time)),
    async *list() {
      // One that cannot be read is met again when its person writes, and told then.
      const read = (name: string) => lanes.run(name, () => load(name)).catch(() => undefined)
      let some: Promise<Kept<State, Reply> | undefined>[] = []
      for await (const name of names()) {
        some.push(read(name))
        if (some.length < abreast) continue
        for (const kept of await Promise.all(some)) if (kept) yield kept
        some = []
      }
      for (const kept of await Promise.all(some)) if (kept) yield kept
    },
    async discard(before) {
      const failures: unknown[] = []
      const note = (error: unknown) => failures.push(error)
      for (const name of await readdir(aside))
        if ((asideTime(name) ?? (await writtenAt(join(aside, name)))) < before)
          await remove([join(aside, name)]).catch(note)
      for await (const name of names())
        await lanes
          .run(name, async () => {
            const isOld = (await writtenAt(join(folder, name))) < before
            if (isOld && (await isUnreadable(load(name)))) await remove(filesOf(name))
          })
          .catch(note)
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** Keys are the platforms' and may hold anything; JSON keeps lone surrogates apart, which UTF-8 does not. */
const nameOf = (key: string) => createHash('sha256').update(JSON.stringify(key)).digest('hex') + ending

const isUnreadable = (reading: Promise<unknown>) =>
  reading.then(
    () => false,
    (error: unknown) => error instanceof Unreadable,
  )

/** In milliseconds since 1970; Infinity for what is missing. */
async function writtenAt(path: string): Promise<number> {
  try {
    return (await lstat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY
    throw error
  }
}
