import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeFolder } from './folders.ts'

/** Another running process keeps its conversations in this folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Takes `folder` for this process and resolves to what gives it back. The lock of a process that no longer
 * runs is taken over at once: it names the process by id and time of start, so that neither a crash nor an id
 * used again leaves the folder shut. Rejects with `FolderInUse` when its process runs.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  makeFolder(folder)
  const path = join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) })
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (create(path, mine)) {
      return () => {
        if (read(path) === mine) rmSync(path, { force: true })
      }
    }
    // The one who makes the file writes it in the same breath; empty a moment later, it was never finished.
    if (read(path) === '') await wait(100)
    const found = read(path)
    const owner = found === undefined ? undefined : ownerOf(found)
    if (owner !== undefined) throw inUse(folder, owner)
    if (found !== undefined) takeAway(path, found)
  }
  throw inUse(folder, undefined)
}

function create(path: string, text: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, text)
    closeSync(file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Removes the dead lock `found`, unless another process has put its own there since. */
function takeAway(path: string, found: string): void {
  const away = `${path}.${process.pid}`
  try {
    renameSync(path, away)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const taken = read(away)
  if (taken !== undefined && taken !== found) create(path, taken)
  rmSync(away, { force: true })
}

/** The id of the running process that a lock's text names. */
function ownerOf(text: string): number | undefined {
  const [, pid, started] = /^\{"pid":([1-9]\d{0,9}),"started":("[^"]*"|null)\}$/.exec(text) ?? []
  if (pid === undefined || !isRunning(Number(pid))) return undefined
  return started === JSON.stringify(startOf(Number(pid))) ? Number(pid) : undefined
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** When a process was started, as Linux tells it (clock ticks of this boot); `null` elsewhere. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in parentheses, may hold anything; the 20th field after it is the time of start.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
    return ticks === undefined ? null : `${boot} ${ticks}`
  } catch {
    return null
  }
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

function inUse(folder: string, owner: number | undefined): FolderInUse {
  const who = owner === undefined ? 'Another process' : `Another process (${owner})`
  return new FolderInUse(
    `${who} already keeps its conversations in ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
  )
}
