import type { WeightTable } from './weights.ts'
import type { WholeTable } from './whole.ts'

/** All that was learned from the examples, in two steps: what clauses say, and what a message says as a whole. */
export interface Learned {
  /** Tells what it was learned from: a digest of the examples, the lexicon and the signals. */
  readonly from: string
  readonly clauses: WeightTable
  readonly whole: WholeTable
}

interface Header {
  readonly from: string
  readonly statements: readonly string[]
  readonly bias: readonly number[]
  readonly step: number
  readonly features: number
  readonly weights: number
  readonly whole: readonly (readonly number[])[]
}

const bytesOfNumber = (value: number) =>
  String.fromCharCode(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)

/**
 * As one character a byte: a line of JSON, then for each feature its number (4 bytes, lowest first) and how many
 * weights it has, then the statements of all weights, then their steps.
 */
export function pack({ from, clauses, whole }: Learned): string {
  const { statements, bias, step, features, begins, which, steps } = clauses
  const header: Header = {
    from,
    statements,
    bias: bias.map((one) => Number(one.toFixed(4))),
    step,
    features: features.length,
    weights: which.length,
    whole: whole.map((row) => row.map((one) => Number(one.toFixed(3)))),
  }
  const parts = [`${JSON.stringify(header)}\n`]
  for (const feature of features) parts.push(bytesOfNumber(feature))
  for (let i = 0; i < features.length; i++) parts.push(String.fromCharCode((begins[i + 1] ?? 0) - (begins[i] ?? 0)))
  for (const one of which) parts.push(String.fromCharCode(one))
  for (const one of steps) parts.push(String.fromCharCode(one & 255))
  return parts.join('')
}

/** Throws an Error where the text is not what `pack` made. */
export function unpack(text: string): Learned {
  const end = text.indexOf('\n')
  const header: Header = JSON.parse(text.slice(0, end))
  const { statements, bias, step, whole } = header
  const expected = end + 1 + header.features * 5 + header.weights * 2
  if (text.length !== expected)
    throw new Error(`what was learned is cut: ${text.length} bytes, expected ${expected}; run npm run learn`)
  let at = end + 1
  const features = new Uint32Array(header.features)
  for (let i = 0; i < features.length; i++, at += 4)
    features[i] =
      text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24)
  const begins = new Uint32Array(features.length + 1)
  for (let i = 0; i < features.length; i++) begins[i + 1] = (begins[i] ?? 0) + text.charCodeAt(at++)
  const which = new Uint8Array(header.weights)
  for (let i = 0; i < which.length; i++) which[i] = text.charCodeAt(at++)
  const steps = new Int8Array(header.weights)
  for (let i = 0; i < steps.length; i++) steps[i] = text.charCodeAt(at++)
  return { from: header.from, clauses: { statements, bias, step, features, begins, which, steps }, whole }
}
