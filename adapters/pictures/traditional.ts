import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { cutOutFile } from './decode.ts'
import type { Bitmap, Box } from './glyphs.ts'

/** Reads one line of Traditional Chinese. */
export type ReadTraditional = (picture: Bitmap, box: Box) => Promise<string>

/** Pixels that suit the model: the height of a line, and what stands around it. */
const [HEIGHT, MARGIN] = [44, 10]

/** Tesseract with its data for Traditional Chinese. Rejects where the optional packages are not installed. */
export async function loadTraditional(): Promise<ReadTraditional> {
  const { createWorker, OEM, PSM } = (await import('tesseract.js')).default
  const data = createRequire(import.meta.url).resolve(
    '@tesseract.js-data/chi_tra/4.0.0_best_int/chi_tra.traineddata.gz',
  )
  const options = { langPath: dirname(data), gzip: true, cacheMethod: 'none' }
  const worker = await createWorker('chi_tra', OEM.LSTM_ONLY, options)
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, user_defined_dpi: '150' })
  return async (picture, box) => {
    const { data: read } = await worker.recognize(await cutOutFile(picture, box, HEIGHT, MARGIN))
    // It puts a space between any two Chinese characters.
    return read.text.trim().replace(/(?<=[^\p{Script=Latin}\d])\s+|\s+(?=[^\p{Script=Latin}\d])/gu, '')
  }
}
