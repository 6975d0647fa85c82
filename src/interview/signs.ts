import type { Ways } from '../knowledge/schema/answers.ts'

const shades = /[\u{1F3FB}-\u{1F3FF}\u{FE0F}]|\u200D[♀♂]/gu

/** The meaning of the emoji in a reply; the last one counts. */
export function createSigns(signs: Ways['signs']): (text: string) => 'yes' | 'no' | 'unknown' | undefined {
  const bare = (text: string) => text.replace(shades, '')
  const known = (['yes', 'no', 'unknown'] as const).flatMap((means) =>
    signs[means].map((sign) => [bare(sign), means] as const),
  )
  return (text) => {
    const plain = bare(text)
    const found = known.map(([sign, means]) => ({ means, at: plain.lastIndexOf(sign) })).filter(({ at }) => at >= 0)
    return found.sort((a, b) => b.at - a.at)[0]?.means
  }
}
