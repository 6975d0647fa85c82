import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KnowledgeFile } from '../src/index.ts'

/** From here and from dist/adapters, the two places this module runs from. */
const places = ['../knowledge/', '../../knowledge/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** Read by `npm run learn` alone. */
const examples = `examples${sep}`

/** Every file the engine reads of knowledge/, unparsed, sorted by path; of a .bin file each character is a byte. */
export function readKnowledge(): KnowledgeFile[] {
  const root = places.find((path) => existsSync(path))
  if (root === undefined) throw new Error(`knowledge/ is missing; expected it at ${places.join(' or ')}`)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|ftl|bin)$/.test(path) && !path.startsWith(examples))
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(root + path, path.endsWith('.bin') ? 'latin1' : 'utf8'),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}
