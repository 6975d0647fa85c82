import type { Refusal } from '../picture-reader.ts'

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** Brands of the container that AVIF shares with HEIC, as phones take pictures, and with films. */
const readable = new Set(['avif', 'avis'])
const pictured = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])

/** Whether the first bytes are those of a picture that can be read; else why not. Nothing is decoded. */
export function refusedByKind(bytes: Uint8Array): Refusal | undefined {
  const head = ascii(bytes, 0, 16)
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n')) return undefined
  if (/^GIF8[79]a/.test(head) || (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP')) return undefined
  if (/^(?:II\*\0|MM\0\*)/.test(head)) return undefined
  if (head.slice(4, 8) === 'ftyp') {
    const brand = head.slice(8, 12)
    if (readable.has(brand)) return undefined
    return pictured.has(brand) ? 'kind' : 'not_a_picture'
  }
  if (/^BM/.test(head) || /^8BPS/.test(head) || head.startsWith('\0\0\x01\0')) return 'kind'
  const isSvg = /<svg[\s>]/i.test(ascii(bytes, 0, 4096))
  return isSvg ? 'kind' : 'not_a_picture'
}
