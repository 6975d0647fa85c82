import { crc32 } from 'node:zlib'

/** A line of text with its checksum on a line of its own: a bit that turned over in it shows. */
export const seal = (line: string): string => `${line}\n${sumOf(line)}\n`

/**
 * The line. Throws a SyntaxError where it is not the one that was sealed. A line alone was written by a release that
 * sealed nothing, or lost its whole seal and nothing else: it is given as it is.
 */
export function unseal(text: string): string {
  const end = text.indexOf('\n')
  if (end === -1) return text
  const line = text.slice(0, end)
  if (text.slice(end + 1) !== `${sumOf(line)}\n`) throw new SyntaxError('it is not what was written')
  return line
}

const sumOf = (line: string) => crc32(line).toString(16).padStart(8, '0')
