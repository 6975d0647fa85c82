import { Converter } from 'opencc-js/t2cn'
import type { SeenPicture } from '../picture-reader.ts'
import { loadCodes } from './codes.ts'
import { cutOut, decode, narrowed, Undecodable } from './decode.ts'
import { type Found, findText } from './find-text.ts'
import { type Bitmap, type Box, type Glyphs, heightOf, widthOf } from './glyphs.ts'
import { merged } from './merge-readings.ts'
import { loadModels } from './models.ts'
import { lineHeight, readGlyphs } from './read-glyphs.ts'
import { inReadingOrder, type Row } from './reading-order.ts'
import { loadTraditional, type ReadTraditional } from './traditional.ts'
import { upright } from './upright.ts'

/** Pixels of width: text is found in a picture no wider than the first, and read from one no wider than the second. */
const [FINDING_WIDTH, READING_WIDTH] = [1000, 2000]
/** Pixels in which text is found within a moment; a long screenshot is made narrower for it, though not beyond this. */
const [FINDING_AREA, NARROWEST] = [3_000_000, 640]
/** What is read with less is no text. */
const LEAST_CONFIDENCE = 0.55
/** Lines of a picture in Traditional Chinese that are read once more, at most: the model lacks some of its characters. */
const MOST_AGAIN = 20

const simplified = Converter({ from: 'tw', to: 'cn' })
const hasTraditional = (text: string) => simplified(text) !== text
const folded = (text: string) => simplified(text.normalize('NFKC'))
const weakest = ({ sure }: Row) => Math.min(...sure)

/** Reads one picture after another; loads what it needs with the first. */
export async function createSight(): Promise<(bytes: Uint8Array) => Promise<SeenPicture>> {
  const [models, readCodes] = await Promise.all([loadModels(), loadCodes()])
  const { runtime, finding, reading, characters } = models
  let again: Promise<ReadTraditional | undefined> | undefined

  const find = async (picture: Bitmap): Promise<Found[]> => {
    const small = await narrowed(picture, findingWidth(picture))
    const scale = picture.width / small.width
    const found = await findText(runtime, finding, small)
    return found.map((one) => ({ ...one, box: scaled(one.box, scale, picture) }))
  }
  const read = async (picture: Bitmap, found: readonly Found[]): Promise<Glyphs[]> => {
    const glyphs: Glyphs[] = []
    for (const { box } of found) {
      const line = await cutOut(picture, box, lineHeight)
      glyphs.push({ ...(await readGlyphs(runtime, reading, characters, line)), box })
    }
    return glyphs
  }
  const readAgain = async (picture: Bitmap, rows: readonly Row[]): Promise<ReadonlyMap<Row, string>> => {
    const texts = new Map<Row, string>()
    if (rows.filter(({ text }) => hasTraditional(text)).length < Math.min(2, rows.length)) return texts
    again ??= loadTraditional().catch(() => undefined)
    const readLine = await again
    if (!readLine) return texts
    const unsure = rows.filter(({ text }) => /\p{Script=Han}/u.test(text)).toSorted((a, b) => weakest(a) - weakest(b))
    for (const row of unsure.slice(0, MOST_AGAIN)) texts.set(row, merged(row, await readLine(picture, row.box), folded))
    return texts
  }

  return async (bytes) => {
    try {
      const whole = await narrowed(await decode(bytes), READING_WIDTH)
      const codes = await readCodes(whole)
      const { picture, found } = await upright({ find, read }, whole)
      const pieces = (await read(picture, found)).filter(isText)
      const rows = inReadingOrder(pieces)
      const second = await readAgain(picture, rows)
      const lines = rows.map((row) => {
        const alternative = second.get(row) ?? ''
        return {
          text: row.text.trim(),
          confidence: Math.min(...row.pieces.map(({ confidence }) => confidence)),
          ...(alternative !== row.text && alternative.trim() !== '' && { alternative: alternative.trim() }),
          ...(row.joins && { joins: true as const }),
        }
      })
      return lines.length === 0 && codes.length === 0 ? { refused: 'nothing' } : { lines, codes }
    } catch (error) {
      if (error instanceof Undecodable) return { refused: error.refused }
      throw error
    }
  }
}

const findingWidth = ({ width, height }: Bitmap) =>
  Math.max(NARROWEST, Math.min(FINDING_WIDTH, Math.floor(Math.sqrt((FINDING_AREA * width) / height))))

const isText = ({ text, confidence }: Glyphs) => confidence >= LEAST_CONFIDENCE && /[\p{L}\p{N}]/u.test(text)

const scaled = (box: Box, by: number, { width, height }: Bitmap): Box => {
  const scaledBox = {
    left: Math.max(0, Math.floor(box.left * by)),
    top: Math.max(0, Math.floor(box.top * by)),
    right: Math.min(width, Math.ceil(box.right * by)),
    bottom: Math.min(height, Math.ceil(box.bottom * by)),
  }
  return widthOf(scaledBox) > 0 && heightOf(scaledBox) > 0 ? scaledBox : box
}
