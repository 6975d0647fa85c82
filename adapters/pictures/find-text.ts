import { type Component, componentsOf } from './components.ts'
import { type Bitmap, type Box, heightOf, widthOf } from './glyphs.ts'
import type { Runtime, Session } from './models.ts'

/** The model takes sides that are multiples of it. */
const STEP = 32
/** Rows the model sees at once, and rows seen twice so that no line is cut. */
const [TILE, OVERLAP] = [1120, 96]
/** A pixel belongs to text from here on, and a component is text. */
const [THRESHOLD, LEAST_SCORE] = [0.3, 0.5]
const LEAST_SIDE = 3
/** The model marks the core of a line; how much of it has to be added around. */
const UNCLIP = 1.6
const [means, deviations] = [
  [0.485, 0.456, 0.406],
  [0.229, 0.224, 0.225],
]

export type Found = Pick<Component, 'box' | 'angle'>

/** Where text stands in a picture of at most some 1,000 pixels' width; in tiles, so that its height costs no memory. */
export async function findText({ Tensor }: Runtime, session: Session, picture: Bitmap): Promise<Found[]> {
  const found: Found[] = []
  for (let top = 0; top === 0 || top + OVERLAP < picture.height; top += TILE - OVERLAP) {
    const rows = Math.min(TILE, picture.height - top)
    const [width, height] = [up(picture.width), up(rows)]
    const input = new Tensor('float32', planes(picture, top, rows, width, height), [1, 3, height, width])
    const output = Object.values(await session.run({ [session.inputNames[0] ?? 'x']: input }))[0]
    if (!(output?.data instanceof Float32Array)) throw new Error('the model that finds text gave no map')
    const isLast = top + rows >= picture.height
    for (const { box, score, angle } of componentsOf(output.data, width, THRESHOLD)) {
      if (score < LEAST_SCORE || Math.min(widthOf(box), heightOf(box)) < LEAST_SIDE) continue
      // What stands in both tiles is taken from the one that has more of it around.
      const middle = (box.top + box.bottom) / 2
      if ((top > 0 && middle < OVERLAP / 2) || (!isLast && middle >= rows - OVERLAP / 2)) continue
      found.push({ box: unclipped(box, picture, top), angle })
    }
  }
  return found
}

const up = (side: number) => Math.ceil(side / STEP) * STEP

function unclipped(box: Box, { width, height }: Bitmap, top: number): Box {
  const [w, h] = [widthOf(box), heightOf(box)]
  const by = (w * h * UNCLIP) / (2 * (w + h))
  return {
    left: Math.max(0, Math.floor(box.left - by)),
    top: Math.max(0, Math.floor(box.top + top - by)),
    right: Math.min(width, Math.ceil(box.right + by)),
    bottom: Math.min(height, Math.ceil(box.bottom + top + by)),
  }
}

/** Rows of a picture as the model takes them: blue, green and red apart, centred; what is beyond them is grey. */
function planes({ data, width: stride }: Bitmap, top: number, rows: number, width: number, height: number) {
  const size = width * height
  const result = new Float32Array(3 * size)
  for (const [plane, channel] of [2, 1, 0].entries()) {
    const [mean = 0, deviation = 1] = [means?.[plane], deviations?.[plane]]
    for (let y = 0; y < rows; y++) {
      let from = (top + y) * stride * 3 + channel
      let to = plane * size + y * width
      for (let x = 0; x < stride; x++, from += 3, to++) result[to] = ((data[from] ?? 0) / 255 - mean) / deviation
    }
  }
  return result
}
