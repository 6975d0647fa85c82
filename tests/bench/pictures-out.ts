import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createDrawing } from '../../adapters/pictures/draw-picture.ts'
import { pictures } from '../pictures/offers.ts'

const times = 40
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(52)} ${figure}\n`)
const milliseconds = (value: number) => `${value.toFixed(1)} ms`

function percentile(taken: readonly number[], share: number): number {
  const sorted = taken.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Renderer and fonts loaded, then each picture drawn again and again; how long everything else waits meanwhile. */
async function drawn(): Promise<void> {
  const drawing = createDrawing((message) => {
    throw new Error(message)
  })
  const before = process.memoryUsage().rss
  const loading = performance.now()
  await drawing.isPossible()
  print('renderer and two fonts loaded', milliseconds(performance.now() - loading))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const [first] = pictures
  if (!first) throw new Error('no picture')
  const cold = performance.now()
  await drawing.draw(first)
  print('the first picture', milliseconds(performance.now() - cold))
  delay.enable()
  for (const picture of pictures) {
    const taken: number[] = []
    let bytes = 0
    for (let time = 0; time < times; time++) {
      const start = performance.now()
      bytes = (await drawing.draw(picture)).length
      taken.push(performance.now() - start)
    }
    const warm = percentile(taken, 0.5)
    print(
      `a ${picture.kind} picture in ${picture.language}, warm, p50 / p95`,
      `${milliseconds(warm)} / ${milliseconds(percentile(taken, 0.95))} (< 50 ms: ${warm < 50 ? 'holds' : 'MISSED'}), ${Math.round(bytes / 1024)} KB`,
    )
  }
  delay.disable()
  print('what else runs waits meanwhile, p99', milliseconds(delay.percentile(99) / 1e6))
  print('memory more than before', `${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`)
}

await drawn()
