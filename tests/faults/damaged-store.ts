import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConversationsMissing } from '../../adapters/hosting/embedded/kept-files.ts'
import { diaryHost, notices, openDiaries, openKeptDiaries } from '../hosting/diary-host.ts'
import type { Fault, Outcome } from './fault.ts'
import { inFolder } from './scratch.ts'
import { seeded, shuffled } from './seeded.ts'

interface Damage {
  readonly what: string
  readonly hits: 'file' | 'copy' | 'both'
  /** Undefined: the file is gone. */
  readonly spoil: (whole: Buffer) => Buffer | undefined
}

const said = ['hello', '你好', 'third']

/** Every way to damage files of so many bytes, once. */
function* damages(bytes: number): Generator<Damage> {
  for (const hits of ['file', 'copy', 'both'] as const) {
    if (hits !== 'both') yield { what: 'missing', hits, spoil: () => undefined }
    for (let at = 0; at < bytes; at++) {
      yield { what: `cut at ${at}`, hits, spoil: (whole) => whole.subarray(0, at) }
      yield { what: `zeros from ${at}`, hits, spoil: (whole) => Buffer.from(whole).fill(0, at) }
      for (let bit = 0; bit < 8; bit++)
        yield {
          what: `bit ${bit} of ${at} flipped`,
          hits,
          spoil(whole) {
            const other = Buffer.from(whole)
            other[at] = (other[at] ?? 0) ^ (1 << bit)
            return other
          },
        }
    }
  }
}

/** A file whose whole checksum was cut off still holds all that was said. */
const isWhole = (spoilt: Buffer | undefined, whole: Buffer) => spoilt?.equals(whole.subarray(0, whole.indexOf('\n')))

async function run(size: number, seed: number): Promise<Outcome> {
  const broken = await missingFolder()
  const figures = { 'damaged stores': 0, restored: 0, 'begun anew, and told': 0, unharmed: 0 }
  await inFolder(async (folder) => {
    const before = diaryHost(await openDiaries(folder), async () => {})
    for (const text of said) await (await before.submit('a', text, { text })).delivered
    await before.stop()
    const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.json'))
    const files = { file: join(folder, name), copy: `${join(folder, name)}.copy` }
    const whole = await readFile(files.file)

    async function suffer({ what, hits, spoil }: Damage): Promise<void> {
      const spoilt = spoil(whole)
      for (const which of ['file', 'copy'] as const) {
        const bytes = hits === which || hits === 'both' ? spoilt : whole
        await (bytes ? writeFile(files[which], bytes) : rm(files[which]))
      }
      const shown: string[] = []
      const host = diaryHost(await openDiaries(folder), async (_, { text }) => void shown.push(text))
      await (await host.submit('a', 'again', { text: 'again' })).delivered
      const state = ((await host.peek('a'))?.said ?? []).join()
      await host.stop()
      const isKept = state === [...said, 'again'].join()
      const isTold = shown[0] === (isKept ? notices.restored.text : notices.lost.text)
      const isHarmless = hits === 'copy' || isWhole(spoilt, whole)
      if (!isKept && hits !== 'both') broken.push(`${hits}, ${what}: all was lost though there was a good one`)
      if (!isKept && state !== 'again') broken.push(`${hits}, ${what}: a third state`)
      if (!isTold && !isHarmless) broken.push(`${hits}, ${what}: nobody was told`)
      const kinds = isKept ? (isTold ? 'restored' : 'unharmed') : 'begun anew, and told'
      figures[kinds]++
      figures['damaged stores']++
      await rm(join(folder, 'set-aside'), { recursive: true })
    }
    for (const damage of shuffled(seeded(seed), [...damages(whole.length)]).slice(0, size)) await suffer(damage)
  })
  return { broken, figures }
}

/** All conversations are gone, and what stands beside them is not. */
const missingFolder = () =>
  inFolder(async (folder) => {
    const { store, close } = await openKeptDiaries(folder)
    const host = diaryHost(store, async () => {})
    await (await host.submit('a', 'u1', { text: 'hello' })).delivered
    await host.stop()
    await close()
    await rm(join(folder, 'conversations'), { recursive: true })
    const found = await openKeptDiaries(folder).catch((error: unknown) => error)
    return found instanceof ConversationsMissing ? [] : ['the folder is missing: an empty store took its place']
  })

export const damagedStore: Fault = {
  name: 'damaged-store',
  holds:
    'a store cut at any byte, any bit flipped, zero-filled or missing is restored or told of, never empty in silence',
  sizes: { short: 150, long: 100_000 },
  run,
}
