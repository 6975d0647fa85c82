import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder that only its owner can enter, and those above it that are missing. Not mkdir's own `recursive`:
 * where a folder exists but takes no new names, as /proc, that one never ends.
 */
export function makeFolder(path: string): void {
  const missing: string[] = []
  for (let at = resolve(path); !isFolder(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const one of missing)
    try {
      mkdirSync(one, { mode: 0o700 })
    } catch (error) {
      // Another process may have made it in between.
      if (!isFolder(one)) throw error
    }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
