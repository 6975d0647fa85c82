import { launch } from '../web/browser.ts'
import { draw } from './drawing.ts'
import type { Sample } from './sample.ts'

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
