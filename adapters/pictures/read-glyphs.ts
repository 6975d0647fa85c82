import type { Bitmap, Glyphs } from './glyphs.ts'
import type { Runtime, Session } from './models.ts'

/** The height of a line as the model takes it. */
export const lineHeight = 48

/** The characters of a line, given at the height the model takes. */
export async function readGlyphs(
  { Tensor }: Runtime,
  session: Session,
  characters: readonly string[],
  line: Bitmap,
): Promise<Omit<Glyphs, 'box'>> {
  const input = new Tensor('float32', planes(line), [1, 3, line.height, line.width])
  const output = Object.values(await session.run({ [session.inputNames[0] ?? 'x']: input }))[0]
  const [, steps = 0, classes = 0] = output?.dims ?? []
  if (!(output?.data instanceof Float32Array)) throw new Error('the model that reads text gave no characters')
  return decode(output.data, steps, classes, characters)
}

/** Each step names a character or none; the same one twice in a row is one. */
function decode(data: Float32Array, steps: number, classes: number, characters: readonly string[]) {
  const sure: number[] = []
  let text = ''
  let last = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    const base = step * classes
    for (let one = 1; one < classes; one++) if ((data[base + one] ?? 0) > (data[base + best] ?? 0)) best = one
    if (best !== 0 && best !== last) {
      text += characters[best - 1] ?? ''
      sure.push(data[base + best] ?? 0)
    }
    last = best
  }
  const sum = sure.reduce((sofar, one) => sofar + one, 0)
  return { text, sure, confidence: sum / Math.max(1, sure.length) }
}

function planes({ data, width, height }: Bitmap): Float32Array {
  const size = width * height
  const result = new Float32Array(3 * size)
  for (let at = 0; at < size; at++)
    for (const [plane, channel] of [2, 1, 0].entries())
      result[plane * size + at] = (data[3 * at + channel] ?? 0) / 127.5 - 1
  return result
}
