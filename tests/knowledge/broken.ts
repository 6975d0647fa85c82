import { loadKnowledge } from '../../src/knowledge/load.ts'
import { KnowledgeError, type KnowledgeFile } from '../../src/knowledge/source.ts'
import { expand } from '../../src/reading/patterns.ts'
import { files } from '../ground.ts'

export type Edit = (text: string) => string

/** The real knowledge with one file changed. */
export const edited = (path: string, edit: Edit): KnowledgeFile[] => {
  if (!files.some((file) => file.path === path)) throw new Error(`no file ${path}`)
  return files.map((file) => (file.path === path ? { path, text: edit(file.text) } : file))
}

/** What loading says of it, a mistake a line. */
export function mistakesIn(changed: readonly KnowledgeFile[]): string {
  try {
    loadKnowledge(changed, expand)
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message
    throw error
  }
  throw new Error('the mistake was not noticed')
}

/** Replaces the first place only, and says so when there is none. */
export const swap =
  (from: string | RegExp, to: string): Edit =>
  (text) => {
    const changed = text.replace(from, () => to)
    if (changed === text) throw new Error(`nothing to change: ${from}`)
    return changed
  }

/** The file's real text. */
export const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? ''

/** The line in which `place` first stands in the file, after the first place of `within`. */
export function lineAt(path: string, place: string, within = ''): number {
  const text = textOf(path)
  const at = text.indexOf(place, text.indexOf(within))
  if (at < 0) throw new Error(`${path} has no ${place}`)
  return text.slice(0, at).split('\n').length
}
