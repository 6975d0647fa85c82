import sharp from 'sharp'
import type { Bitmap, Box } from './glyphs.ts'

// One picture at a time: what it was made of is of no use to the next.
sharp.cache(false)

/** Of all frames together. */
const MOST_PIXELS = 25_000_000
/** Frames that are decoded: the first. */
const pages = 1

/** Why a file could not be decoded. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable'
  readonly refused: 'not_a_picture' | 'too_large' | 'broken'
  constructor(refused: Undecodable['refused']) {
    super(refused)
    this.refused = refused
  }
}

/** A picture's first frame, upright as its file says, on white. What its header says is checked before. */
export async function decode(bytes: Uint8Array, mostPixels = MOST_PIXELS): Promise<Bitmap> {
  const options = { limitInputPixels: false, failOn: 'truncated', pages, sequentialRead: true } as const
  const header = await sharp(bytes, options)
    .metadata()
    .catch(() => undefined)
  if (!header) throw new Undecodable('broken')
  const { width = 0, height = 0, pages: frames = 1, format } = header
  if (format === 'svg' || format === 'pdf') throw new Undecodable('not_a_picture')
  if (width * height * Math.max(1, frames) > mostPixels) throw new Undecodable('too_large')
  const decoding = sharp(bytes, { ...options, limitInputPixels: mostPixels })
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
  return raw(decoding).catch(() => {
    throw new Undecodable('broken')
  })
}

async function raw(pipeline: sharp.Sharp): Promise<Bitmap> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const from = ({ data, width, height }: Bitmap) => sharp(data, { raw: { width, height, channels: 3 } })

/** The same picture, no wider than so many pixels. */
export const narrowed = (picture: Bitmap, most: number): Promise<Bitmap> =>
  picture.width <= most ? Promise.resolve(picture) : raw(from(picture).resize({ width: most }))

/** Turned clockwise by so many degrees; where that leaves corners, they are white. */
export const turned = (picture: Bitmap, degrees: number): Promise<Bitmap> =>
  raw(from(picture).rotate(degrees, { background: '#fff' }))

/** A part of a picture at this height. */
export async function cutOut(picture: Bitmap, box: Box, height: number): Promise<Bitmap> {
  const [width, tall] = [box.right - box.left, box.bottom - box.top]
  const size = { width: Math.max(8, Math.round((width * height) / tall)), height, fit: 'fill' as const }
  return raw(from(picture).extract({ left: box.left, top: box.top, width, height: tall }).resize(size))
}

/** A part of a picture as a PNG, at this height, in black on white, with some of its ground around it. */
export async function cutOutFile(picture: Bitmap, box: Box, height: number, margin: number): Promise<Buffer> {
  const [width, tall] = [box.right - box.left, box.bottom - box.top]
  const part = from(picture).extract({ left: box.left, top: box.top, width, height: tall }).greyscale()
  const { channels } = await part.clone().stats()
  const isDark = (channels[0]?.mean ?? 255) < 128
  return part
    .negate(isDark)
    .normalise()
    .resize({ height })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, extendWith: 'copy' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
