import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReader } from '../../adapters/pictures/reader.ts'
import { engine } from '../ground.ts'
import { drawAll } from './sample-files.ts'
import { samples } from './samples.ts'

const flat = (width: number, height: number, background = '#88aacc') =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false })

/** Soft colours without any line or letter, as in a photo of a cat. */
const cat = () =>
  sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      background: '#b08968',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .blur(25)
    .jpeg()
    .toBuffer()

/** The same frame so many times, as one moving picture. */
async function moving(width: number, height: number, frames: number): Promise<Buffer> {
  const one = await flat(width, height).raw().toBuffer()
  const all = Buffer.concat(Array.from({ length: frames }, (_, at) => Buffer.from(one).fill(at * 7, 0, width * 3)))
  return sharp(all, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif()
    .toBuffer()
}

describe('what cannot be read gets a plain answer', () => {
  const reader = createReader({ patience: 90_000 })
  const read = (bytes: Uint8Array) => reader.read(bytes, 'ann')
  let poster: Buffer = Buffer.of()
  beforeAll(async () => {
    ;[poster = Buffer.of()] = await drawAll(samples.slice(0, 1))
  })
  afterAll(() => reader.stop())

  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>入会费2680</text></svg>'
  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing at all', 'not_a_picture', () => Buffer.of()],
    ['a text', 'not_a_picture', () => Buffer.from('入会费2680元')],
    ['an SVG', 'kind', () => Buffer.from(svg)],
    ['an archive', 'not_a_picture', () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(500)])],
    ['a compressed SVG', 'not_a_picture', () => gzipSync(svg)],
    ['a document', 'not_a_picture', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    [
      'a film',
      'not_a_picture',
      () => Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from('ftypisom'), randomBytes(64)]),
    ],
    [
      'a HEIC of a phone',
      'kind',
      () => Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from('ftypheic'), randomBytes(64)]),
    ],
    ['a bitmap', 'kind', () => Buffer.concat([Buffer.from('BM'), randomBytes(64)])],
    [
      'noise after the first bytes of a JPEG',
      'broken',
      () => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), randomBytes(3000)]),
    ],
    [
      'noise after the first bytes of a PNG',
      'broken',
      () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(3000)]),
    ],
    ['more than 10 MB', 'bytes', () => Buffer.concat([poster, Buffer.alloc(10_000_001)])],
    ['50 megapixels in a small file', 'too_large', () => flat(10_000, 5_000).png({ compressionLevel: 9 }).toBuffer()],
    ['a moving picture of 26 megapixels in all', 'too_large', () => moving(1000, 1000, 26)],
    ['half of a JPEG', 'broken', () => poster.subarray(0, poster.length >> 1)],
    ['an empty page', 'nothing', () => flat(800, 1200, '#ffffff').png().toBuffer()],
    ['a photo of a cat', 'nothing', cat],
    ['one pixel', 'nothing', () => flat(1, 1).png().toBuffer()],
    ['a line of 20,000 by 2 pixels', 'nothing', () => flat(20_000, 2).png().toBuffer()],
    ['a line of 2 by 20,000 pixels', 'nothing', () => flat(2, 20_000).png().toBuffer()],
  ])(
    '%s',
    async (_, refused, make) => {
      const picture = await read(await make())
      expect(picture).toEqual({ refused })
      for (const [language, asks] of [
        ['zh-Hans', '请把里面要紧的字贴过来'],
        ['en', 'Please paste the words that matter'],
      ] as const) {
        const [state] = engine.step(undefined, { kind: 'private', user: 'ann', choice: `language:${language}` }, 0)
        const [, [reply]] = engine.step(state, { kind: 'private', user: 'ann', pictures: [picture] }, 1)
        expect(reply?.text).toContain(asks)
      }
    },
    60_000,
  )

  test('and a good one after all of them is read', async () => {
    const picture = await read(poster)
    expect('lines' in picture && picture.lines.map(({ text }) => text)).toContain('入会费2680元')
  })

  test('a moving picture within the limits is read by its first frame', async () => {
    expect(await read(await moving(400, 300, 5))).toEqual({ refused: 'nothing' })
  })
})
