import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder that only its owner can enter, and those above it that are missing; what it made survives a power
 * cut. Not mkdir's own `recursive`: where a folder exists but takes no new names, as /proc, that one never ends.
 */
export function makeFolder(path: string): void {
  const missing: string[] = []
  for (let at = resolve(path); !isFolder(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const one of missing) {
    try {
      mkdirSync(one, { mode: 0o700 })
    } catch (error) {
      // Another process may have made it in between.
      if (!isFolder(one)) throw error
    }
    sync(dirname(one))
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function sync(folder: string): void {
  if (process.platform === 'win32') return
  let open: number
  try {
    open = openSync(folder, 'r')
  } catch {
    // A folder may take new names and not be readable; then there is no way to make them durable.
    return
  }
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
