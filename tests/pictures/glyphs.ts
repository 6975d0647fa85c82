import { readFileSync } from 'node:fs'

/** The characters a TrueType font has, by its table `cmap` in format 12. */
export function charactersOf(file: string): (character: string) => boolean {
  const font = readFileSync(file)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const table = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (table === undefined) throw new Error('a font without characters')
  const cmap = font.readUInt32BE(table + 8)
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
  const wide = maps.find((at) => font.readUInt16BE(at) === 12)
  if (wide === undefined) throw new Error('a font without a table of all characters')
  const ranges = Array.from({ length: font.readUInt32BE(wide + 12) }, (_, i) => {
    const at = wide + 16 + 12 * i
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const
  })
  return (character) => {
    const point = character.codePointAt(0) ?? 0
    return ranges.some(([from, to]) => from <= point && point <= to)
  }
}
