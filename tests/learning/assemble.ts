import { readFileSync } from 'node:fs'
import wabt from 'wabt'

const place = (name: string) => new URL(`../../src/reading/learned/${name}`, import.meta.url)

/** Where the assembled code is kept. */
export const codeFile: URL = place('sums-code.ts')

/** The module of sums.wat as TypeScript, since what reads has no files to load it from. */
export async function assembled(): Promise<string> {
  const { parseWat } = await wabt()
  const module = parseWat('sums.wat', readFileSync(place('sums.wat')), { simd: true })
  const { buffer } = module.toBinary({})
  module.destroy()
  return `/** What \`npm run learn\` assembles of sums.wat. */\nexport const code =\n  '${Buffer.from(buffer).toString('hex')}'\n`
}
