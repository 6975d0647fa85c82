import { inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface Png {
  readonly width: number
  readonly height: number
}

/** With the colour of each pixel: red, green, blue. */
export interface Pixels extends Png {
  at(x: number, y: number): readonly [number, number, number]
}

/** Bytes of a pixel, by the header's type of colour; eight bits each. */
const depths: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** A PNG, read whole: throws where it is none, is cut off, or holds fewer pixels than it says. */
export function readPng(bytes: Uint8Array): Pixels {
  const png = Buffer.from(bytes)
  if (!png.subarray(0, 8).equals(signature)) throw new Error('no PNG')
  const data: Buffer[] = []
  let header: Buffer | undefined
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (body.length < length) throw new Error('a PNG that is cut off')
    if (type === 'IHDR') header = body
    if (type === 'IDAT') data.push(body)
    if (type === 'IEND') break
    at += length + 12
  }
  if (!header) throw new Error('a PNG without a header')
  const [width, height, depth] = [header.readUInt32BE(0), header.readUInt32BE(4), depths[header[9] ?? 0]]
  if (depth === undefined || header[8] !== 8) throw new Error('a PNG of a kind that is not read here')
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), width * depth, height, depth)
  const at = (x: number, y: number) => {
    const place = (y * width + x) * depth
    return [pixels[place] ?? 0, pixels[place + 1] ?? 0, pixels[place + 2] ?? 0] as const
  }
  return { width, height, at }
}

/** Each line is preceded by the filter it was written with. */
function unfiltered(lines: Buffer, width: number, height: number, depth: number): Uint8Array {
  if (lines.length < (width + 1) * height) throw new Error('a PNG with pixels missing')
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (width + 1)] ?? 0
    for (let x = 0; x < width; x++) {
      const place = y * width + x
      const left = x < depth ? 0 : (out[place - depth] ?? 0)
      const up = y === 0 ? 0 : (out[place - width] ?? 0)
      const corner = x < depth || y === 0 ? 0 : (out[place - width - depth] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[place] = (lines[y * (width + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
