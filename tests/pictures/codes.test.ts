import QRCode from 'qrcode'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCodes, type ReadCodes } from '../../adapters/pictures/codes.ts'
import { decode } from '../../adapters/pictures/decode.ts'
import { codeOf } from '../../src/reading/code.ts'

const contents = [
  'https://u.wechat.com/ECx9-abcDEF_12345',
  'https://weixin.qq.com/g/AwYAAbcdefg',
  'weixin://dl/business/?t=abc',
  'https://t.me/+AbCdEf123',
  'wxp://f2f0abcdEFGH1234567890',
  'https://qr.alipay.com/fkx12345abc',
  'https://join.example.com/r?id=2680&from=poster',
  '加我微信领资料',
  'http://例子.中国/加入',
  'Call me about the offer',
]

/** A picture with these codes: size, ground, lean and quality differ from one to the next. */
async function poster(codes: readonly string[], turn: number): Promise<Buffer> {
  const [width, height] = [1080, 1200]
  const drawn = await Promise.all(
    codes.map(async (code, at) => {
      const size = 180 + ((turn * 53 + at * 31) % 5) * 60
      const light = ['#ffffff', '#fff8e1', '#e3f2fd'][turn % 3] ?? '#ffffff'
      const dark = ['#000000', '#7a0f0f', '#0d3b66'][(turn + at) % 3] ?? '#000000'
      const file = await QRCode.toBuffer(code, {
        width: size,
        margin: 4,
        color: { dark, light },
        errorCorrectionLevel: 'M',
      })
      const input = await sharp(file)
        .rotate((turn % 7) * 5 - 15, { background: light })
        .png()
        .toBuffer()
      return { input, left: 10 + at * 540, top: 80 + ((turn * 97) % 500) }
    }),
  )
  const ground = { create: { width, height, channels: 3 as const, background: { r: 250 - turn * 3, g: 240, b: 200 } } }
  return sharp(ground)
    .composite(drawn)
    .jpeg({ quality: 40 + (turn % 5) * 12 })
    .toBuffer()
}

describe('QR codes', () => {
  let read: ReadCodes
  beforeAll(async () => {
    read = await loadCodes()
  })

  const single = Array.from({ length: 24 }, (_, turn) => [contents[turn % contents.length] ?? ''])
  const pairs = [0, 2, 4, 6, 8, 1].map((from) => contents.slice(from, from + 2))

  test('are shown in 30 pictures, of which six hold two', () => expect(single.length + pairs.length).toBe(30))

  test.each([...single, ...pairs].map((codes, turn) => ({ codes, turn })))('$turn: $codes', async ({ codes, turn }) => {
    const found = await read(await decode(await poster(codes, turn)))
    expect(found.toSorted()).toEqual(codes.toSorted())
  })
})

describe('what a code holds is told without opening it', () => {
  test.each([
    ['https://u.wechat.com/ECx9', { kind: 'contact', shown: 'u.wechat.com' }],
    ['weixin://dl/business/?t=abc', { kind: 'contact', shown: 'weixin' }],
    ['https://weixin.qq.com/g/Aw', { kind: 'contact', shown: 'weixin.qq.com' }],
    ['https://t.me/+AbC', { kind: 'contact', shown: 't.me' }],
    ['wxp://f2f0abcd', { kind: 'payment', shown: 'wxp' }],
    ['HTTPS://QR.ALIPAY.COM/FKX1', { kind: 'payment', shown: 'qr.alipay.com' }],
    ['https://join.example.com/r?id=2680', { kind: 'link', shown: 'join.example.com' }],
    ['https://u.wechat.com@evil.example/x', { kind: 'link', shown: 'evil.example' }],
    ['https://u.wechat.com.evil.example/x', { kind: 'link', shown: 'u.wechat.com.evil.example' }],
    ['www.example.com', { kind: 'link', shown: 'www.example.com' }],
    ['加我微信领资料', { kind: 'words', shown: '加我微信领资料' }],
    ['', { kind: 'words', shown: '' }],
    ['x'.repeat(500), { kind: 'words', shown: `${'x'.repeat(59)}…` }],
  ])('%s', (text, code) => expect(codeOf(text)).toEqual(code))
})
