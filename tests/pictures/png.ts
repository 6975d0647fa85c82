import { inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface Png {
  readonly width: number
  readonly height: number
}

/** The size of a PNG, read whole: throws where it is none, is cut off, or holds fewer pixels than it says. */
export function readPng(bytes: Uint8Array): Png {
  const png = Buffer.from(bytes)
  if (!png.subarray(0, 8).equals(signature)) throw new Error('no PNG')
  const data: Buffer[] = []
  let size: Png | undefined
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (body.length < length) throw new Error('a PNG that is cut off')
    if (type === 'IHDR') size = { width: body.readUInt32BE(0), height: body.readUInt32BE(4) }
    if (type === 'IDAT') data.push(body)
    if (type === 'IEND') break
    at += length + 12
  }
  if (!size) throw new Error('a PNG without a header')
  const pixels = inflateSync(Buffer.concat(data)).length
  if (pixels < size.width * size.height) throw new Error('a PNG with pixels missing')
  return size
}
