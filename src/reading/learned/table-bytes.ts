import type { WeightTable } from './weights.ts'

/** What a packed table begins with, beside what else was learned. */
interface Head {
  readonly from: string
  readonly statements: readonly string[]
  readonly bias: readonly number[]
  readonly step: number
  readonly features: number
  readonly weights: number
}

const bytesOfNumber = (value: number) =>
  String.fromCharCode(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)

/**
 * As one character a byte: a line of JSON with what else was learned, then for each feature its number (4 bytes, lowest
 * first) and how many weights it has, then the statements of all weights, then their steps.
 */
export function packTable(from: string, table: WeightTable, more: object): string {
  const { statements, bias, step, features, begins, which, steps } = table
  const head: Head = {
    from,
    statements,
    bias: bias.map((one) => Number(one.toFixed(4))),
    step,
    features: features.length,
    weights: which.length,
  }
  const parts = [`${JSON.stringify({ ...head, ...more })}\n`]
  for (const feature of features) parts.push(bytesOfNumber(feature))
  for (let i = 0; i < features.length; i++) parts.push(String.fromCharCode((begins[i + 1] ?? 0) - (begins[i] ?? 0)))
  for (const one of which) parts.push(String.fromCharCode(one))
  for (const one of steps) parts.push(String.fromCharCode(one & 255))
  return parts.join('')
}

/** What `packTable` packed; `More` names what else. Throws an Error where the text is cut. */
export function unpackTable<More>(text: string): { readonly from: string; readonly table: WeightTable; more: More } {
  const end = text.indexOf('\n')
  if (end < 0) throw new Error('what was learned is missing; run npm run learn')
  const head: Head & More = JSON.parse(text.slice(0, end))
  const { from, statements, bias, step } = head
  const expected = end + 1 + head.features * 5 + head.weights * 2
  if (text.length !== expected)
    throw new Error(`what was learned is cut: ${text.length} bytes, expected ${expected}; run npm run learn`)
  let at = end + 1
  const features = new Uint32Array(head.features)
  for (let i = 0; i < features.length; i++, at += 4)
    features[i] =
      text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24)
  const begins = new Uint32Array(features.length + 1)
  for (let i = 0; i < features.length; i++) begins[i + 1] = (begins[i] ?? 0) + text.charCodeAt(at++)
  const which = new Uint8Array(head.weights)
  for (let i = 0; i < which.length; i++) which[i] = text.charCodeAt(at++)
  const steps = new Int8Array(head.weights)
  for (let i = 0; i < steps.length; i++) steps[i] = text.charCodeAt(at++)
  return { from, table: { statements, bias, step, features, begins, which, steps }, more: head }
}
