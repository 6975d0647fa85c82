import { launch } from '../web/browser.ts'
import { draw } from './drawing.ts'
import type { Sample } from './sample.ts'
import { samples } from './samples.ts'

/** The files of these samples, in order. */
export async function drawAll(samples: readonly Sample[]): Promise<Buffer[]> {
  const browser = await launch()
  try {
    const files: Buffer[] = []
    for (const sample of samples) files.push(await draw(browser, sample))
    return files
  } finally {
    await browser.close()
  }
}

/** A poster and a notice. */
export async function posterAndNotice(): Promise<[poster: Buffer, notice: Buffer]> {
  const [poster, notice] = await drawAll(samples.slice(0, 2))
  if (!poster || !notice) throw new Error('expected two pictures')
  return [poster, notice]
}
