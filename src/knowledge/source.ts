import { EVENT_ID, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml'
import type { z } from 'zod'

/** One file of knowledge/, as it stands on disk. `path` is relative to knowledge/, with slashes. */
export interface KnowledgeFile {
  readonly path: string
  readonly text: string
}

export interface Mistake {
  readonly file: string
  /** 1-based; absent where the mistake is not in one line. */
  readonly line?: number
  readonly message: string
}

/** A value with the way to say where in which file it stands. */
export interface Placed<T> {
  readonly value: T
  readonly mistake: (message: string, ...inside: readonly PropertyKey[]) => Mistake
  /** The same for one line of a block of lines. */
  readonly mistakeIn: (line: string, message: string, ...block: readonly PropertyKey[]) => Mistake
}

/** Thrown when knowledge cannot be used; lists every mistake found, with file, line and what was expected. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError'
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: readonly Mistake[]) {
    super(
      mistakes.map(({ file, line, message }) => `knowledge/${file}${line ? `:${line}` : ''}: ${message}`).join('\n'),
    )
    this.mistakes = mistakes
  }
}

/** The line in which the value at `path` stands, or the nearest one above it that exists. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  const events = parseEvents(text, {})
  let at = events.findIndex(({ type }) => type !== EVENT_ID.DOCUMENT)
  let offset = 0

  const skip = () => {
    let depth = 0
    do {
      const type = events[at++]?.type
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++
      else if (type === EVENT_ID.POP || type === undefined) depth--
    } while (depth > 0)
  }
  const open = () => events[at] !== undefined && events[at]?.type !== EVENT_ID.POP
  const step = (key: PropertyKey): boolean => {
    const node = events[at++]
    if (node?.type === EVENT_ID.MAPPING) {
      for (; open(); skip()) {
        const name = events[at++]
        if (name?.type !== EVENT_ID.SCALAR) return false
        if (getScalarValue(text, name) !== String(key)) continue
        offset = name.valueStart
        return true
      }
    } else if (node?.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; open(); index++, skip()) {
        if (index !== Number(key)) continue
        const item = events[at]
        if (item?.type === EVENT_ID.SCALAR) offset = item.valueStart
        else if (item && 'start' in item) offset = item.start
        return true
      }
    }
    return false
  }
  for (const key of path) if (!step(key)) break
  return text.slice(0, offset).split('\n').length
}

/** A value found at `path` in a file. */
export function placed<T>(value: T, { path: file, text }: KnowledgeFile, path: readonly PropertyKey[]): Placed<T> {
  const lineAt = (inside: readonly PropertyKey[]) => lineOf(text, [...path, ...inside])
  return {
    value,
    mistake: (message, ...inside) => ({ file, line: lineAt(inside), message }),
    mistakeIn: (line, message, ...block) => {
      const key = lineAt(block)
      const at = text.split('\n').findIndex((one, i) => i >= key && one.trim() === line)
      return { file, line: at < 0 ? key : at + 1, message }
    },
  }
}

/** Parses one YAML file by its schema; mistakes are added to `mistakes` and give `undefined`. */
export function parseFile<T>(file: KnowledgeFile, schema: z.ZodType<T>, mistakes: Mistake[]): T | undefined {
  let value: unknown
  try {
    value = load(file.text)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const line = error.mark ? { line: error.mark.line + 1 } : {}
    mistakes.push({ file: file.path, ...line, message: `not readable as YAML: ${error.reason}` })
    return undefined
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues)
    mistakes.push({
      file: file.path,
      line: lineOf(file.text, issue.path),
      message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    })
  return undefined
}
