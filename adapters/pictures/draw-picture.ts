import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { RenderOptions } from '@takumi-rs/core'
import type { Picture } from '../../src/index.ts'
import { cardLayout } from './card-layout.ts'
import { WIDTH } from './draw-node.ts'
import { moneyLayout } from './money-layout.ts'

export interface Drawing {
  /** Whether pictures can be drawn here: the renderer and its fonts are installed. They are loaded by then. */
  isPossible(): Promise<boolean>
  /** A PNG of 1,080 pixels' width. Rejects where it cannot be drawn. */
  draw(picture: Picture): Promise<Uint8Array>
}

type Renderer = Awaited<ReturnType<typeof load>>

const family = 'Noto Sans SC'
const weights = [
  [400, '400Regular'],
  [700, '700Bold'],
] as const
const missing: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ENOENT']

/** The renderer and its fonts are loaded with the first picture. `onTrouble` is told once where they cannot be. */
export function createDrawing(
  onTrouble: (message: string, cause?: unknown) => void,
  loadRenderer: typeof load = load,
): Drawing {
  let loading: Promise<Renderer | undefined> | undefined
  const loaded = () => {
    loading ??= loadRenderer().catch((error: unknown) => {
      // Left out on purpose, by --omit=optional: the words alone are told.
      if (!isMissing(error)) onTrouble('pictures cannot be drawn here; their words are sent instead', error)
      return undefined
    })
    return loading
  }
  /** One at a time: drawing takes the threads that files are written by. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  return {
    isPossible: async () => (await loaded()) !== undefined,
    async draw(picture) {
      const renderer = await loaded()
      if (!renderer) throw new Error('pictures cannot be drawn here')
      const layout = picture.kind === 'card' ? cardLayout(picture) : moneyLayout(picture)
      const options: RenderOptions = { width: WIDTH, format: 'png', lang: picture.language, fontFamilies: [family] }
      return inTurn(() => renderer.render(layout, options))
    },
  }
}

async function load() {
  const { Renderer } = await import('@takumi-rs/core')
  const renderer = new Renderer()
  const { resolve } = createRequire(import.meta.url)
  for (const [weight, name] of weights) {
    const data = await readFile(resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`))
    await renderer.registerFont({ name: family, data, weight })
  }
  return renderer
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && missing.includes(error.code)
