import { normalise } from '../reading/normalise.ts'
import type { Evidence } from '../verdict/findings.ts'
import { offerState, offersIn } from './log.ts'
import type { Scene } from './scene.ts'

/** Fewer statements than this are said of many offers. */
const FEWEST = 2
/** Of the statements of a text, how many an offer has in the same words, from which it is the same pitch. */
const ALIKE = 0.7

/** Statement and words, without figures, spaces and marks: a pitch goes round with other prices and emoji. */
const printOf = ({ fact, value, quote }: Evidence): string =>
  `${fact} ${value} ${normalise(quote).text.replace(/[^\p{L}]/gu, '')}`

/** The number of the offer that was begun with this pitch or a near copy of it, the current one first. */
export function offerOfPitch({ conversation }: Scene, found: readonly Evidence[]): number | undefined {
  const claims = found.filter(({ source }) => source === 'claim').map(printOf)
  if (claims.length < FEWEST) return undefined
  const offers = Array.from({ length: offersIn(conversation.log) }, (_, i) => i + 1)
  const nearest = [conversation.offer, ...offers.filter((offer) => offer !== conversation.offer).reverse()]
  return nearest.find((offer) => {
    const known = new Set(offerState(conversation.log, offer).evidence.map(printOf))
    return claims.filter((print) => known.has(print)).length >= claims.length * ALIKE
  })
}
