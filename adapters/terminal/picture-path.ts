import { open } from 'node:fs/promises'
import { homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { mostPictureBytes } from '../picture-reader.ts'

/** The bytes of a file, or that it has too many of them. Rejects with the system's error. */
export async function fileOf(path: string): Promise<Uint8Array | 'bytes'> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return size > mostPictureBytes ? 'bytes' : await file.readFile()
  } finally {
    await file.close()
  }
}

const named = /\.(?:png|jpe?g|webp|gif|avif|tiff?|heic|bmp|svg)$/i

/** The path of a picture, where a line is one and nothing else, as terminals write it when a file is dropped. */
export function picturePath(line: string): string | undefined {
  const bare = line.trim()
  const quoted = /^(?:'([^']+)'|"([^"]+)")$/.exec(bare)
  const path = quoted?.[1] ?? quoted?.[2] ?? bare.replace(/\\(?=[ ()'&])/g, '')
  if (!named.test(path)) return undefined
  if (/^file:\/\/\//i.test(path)) return URL.canParse(path) ? fileURLToPath(path) : undefined
  if (path.startsWith('~/')) return homedir() + path.slice(1)
  return /^(?:\.{0,2}\/|[a-z]:[\\/])/i.test(path) ? path : undefined
}
