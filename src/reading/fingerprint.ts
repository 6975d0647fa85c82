import { normalise } from './normalise.ts'

/** Characters of a text that are compared, beyond which a pitch hardly goes. */
const READ = 4_000
const GRAM = 3
/** Places of a fingerprint; each keeps one byte. */
const PLACES = 32
/** Of 32 places that agree, from which two texts count as the same pitch. */
const ALIKE = 18
const SEEDS = Uint32Array.from({ length: PLACES }, (_, place) => Math.imul(place + 1, 0x9e3779b1) >>> 0)

/**
 * What a text has in common with its near copies, as 64 hexadecimal digits: of the runs of three letters in it, the
 * least under each of 32 hashes. Capitals, spacing, digits, emoji and Traditional characters make no difference.
 */
export function fingerprint(text: string): string {
  const letters = [
    ...normalise(text)
      .text.slice(0, READ)
      .replace(/[^\p{L}]/gu, ''),
  ].join('')
  const least = new Uint32Array(PLACES).fill(0xffffffff)
  for (let i = 0; i === 0 || i + GRAM <= letters.length; i++) {
    const gram = hash(letters.slice(i, i + GRAM))
    for (let place = 0; place < PLACES; place++) {
      const mixed = mix(gram ^ (SEEDS[place] ?? 0))
      if (mixed < (least[place] ?? 0)) least[place] = mixed
    }
  }
  return Array.from(least, (value) => (value & 0xff).toString(16).padStart(2, '0')).join('')
}

/** Whether two fingerprints are of near copies: about half of their runs of three letters are the same. */
export function isNearCopy(one: string, other: string): boolean {
  let alike = 0
  for (let i = 0; i < PLACES * 2; i += 2) if (one.slice(i, i + 2) === other.slice(i, i + 2)) alike++
  return alike >= ALIKE
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
