import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Ways in which a text may stand in a file. */
function formsOf(text: string): readonly Buffer[] {
  const escaped = [...JSON.stringify(text).slice(1, -1)]
    .map((char) => (char > '\x7f' ? [...units(char)].map((unit) => `\\u${unit}`).join('') : char))
    .join('')
  return [
    Buffer.from(text),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from(escaped),
    Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
    Buffer.from(encodeURIComponent(text)),
  ].filter((form) => form.length > 0)
}

function* units(char: string): Generator<string> {
  for (let at = 0; at < char.length; at++) yield char.charCodeAt(at).toString(16).padStart(4, '0')
}

/**
 * Where under `folder`, in bytes or names of any file, one of these texts stands, in whatever form. Looks again where a
 * file has gone since its name was read.
 */
export async function tracesOf(texts: readonly string[], folder: string): Promise<readonly string[]> {
  for (;;) {
    try {
      return await look(texts, folder)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
}

async function look(texts: readonly string[], folder: string): Promise<readonly string[]> {
  const forms = texts.flatMap((text) => formsOf(text).map((form) => ({ text, form })))
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    const bytes = (await lstat(path)).isFile() ? await readFile(path) : Buffer.alloc(0)
    for (const { text, form } of forms)
      if (bytes.includes(form) || Buffer.from(name).includes(form)) found.push(`${relative(folder, path)}: ${text}`)
  }
  return found
}
