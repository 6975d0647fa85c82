import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Bitmap } from './glyphs.ts'

/** What a picture's QR codes hold. They are read, and never opened. */
export type ReadCodes = (picture: Bitmap) => Promise<string[]>

const MOST_CODES = 8

/** Rejects where the optional package is not installed. */
export async function loadCodes(): Promise<ReadCodes> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const bytes = await readFile(file)
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return async ({ data, width, height }) => {
    const rgba = new Uint8ClampedArray(width * height * 4)
    for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
      rgba[to] = data[from] ?? 0
      rgba[to + 1] = data[from + 1] ?? 0
      rgba[to + 2] = data[from + 2] ?? 0
      rgba[to + 3] = 255
    }
    const found = await readBarcodes(
      { data: rgba, width, height, colorSpace: 'srgb' },
      { formats: ['QRCode', 'MicroQRCode', 'rMQRCode'], tryHarder: true, maxNumberOfSymbols: MOST_CODES },
    )
    return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))]
  }
}
