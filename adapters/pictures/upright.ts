import { turned } from './decode.ts'
import type { Found } from './find-text.ts'
import { type Bitmap, type Glyphs, heightOf, median, widthOf } from './glyphs.ts'

/** What it takes to see whether a picture stands upright. */
export interface Eyes {
  readonly find: (picture: Bitmap) => Promise<Found[]>
  readonly read: (picture: Bitmap, found: readonly Found[]) => Promise<Glyphs[]>
}

/** A picture with the text found in it. */
export interface View {
  readonly picture: Bitmap
  readonly found: readonly Found[]
}

/** Degrees of lean that are left as they are: reading does not suffer from them. */
const LEVEL = 0.6
/** Lines that tell which way is up. */
const SAMPLE = 4
/** Below this the lines of a sample are not read as they should be. */
const POOR = 0.8

const long = ({ box }: Found) => widthOf(box) > 4 * heightOf(box)
const tall = ({ box }: Found) => heightOf(box) > 1.5 * widthOf(box)
const share = (all: readonly Found[], wanted: (one: Found) => boolean) => {
  const area = (some: readonly Found[]) => some.reduce((sum, { box }) => sum + widthOf(box) * heightOf(box), 0)
  return area(all.filter(wanted)) / Math.max(1, area(all))
}

/** The picture turned so that its text is level and upright: by a quarter, upside down, or by a few degrees. */
export async function upright(eyes: Eyes, picture: Bitmap): Promise<View> {
  const view = await turnedUp(eyes, { picture, found: await eyes.find(picture) })
  const leans = view.found.filter(long).map(({ angle }) => angle)
  const lean = median(leans)
  return Math.abs(lean) < LEVEL || Math.abs(lean) > 15 ? view : after(eyes, view.picture, -lean)
}

async function after(eyes: Eyes, before: Bitmap, degrees: number): Promise<View> {
  const picture = await turned(before, degrees)
  return { picture, found: await eyes.find(picture) }
}

/** Clockwise, with what was found in it. */
async function quarterTurned({ picture, found }: View): Promise<View> {
  const { height } = picture
  return {
    picture: await turned(picture, 90),
    found: found.map(({ box: { left, top, right, bottom }, angle }) => ({
      box: { left: height - bottom, top: left, right: height - top, bottom: right },
      angle: angle > 0 ? angle - 90 : angle + 90,
    })),
  }
}

async function turnedUp(eyes: Eyes, view: View): Promise<View> {
  if (view.found.length === 0) return view
  const isSideways = share(view.found, tall) > 0.6
  const first = isSideways ? await after(eyes, view.picture, 90) : view
  const sure = await confidence(eyes, first)
  if (sure >= POOR) return first
  const second = await quarterTurned(await quarterTurned(first))
  return (await confidence(eyes, second)) > sure + 0.05 ? second : first
}

/** How sure the reading of the longest lines is. */
async function confidence({ read }: Eyes, { picture, found }: View): Promise<number> {
  const sample = found.toSorted((a, b) => widthOf(b.box) - widthOf(a.box)).slice(0, SAMPLE)
  return median((await read(picture, sample)).map((one) => one.confidence))
}
