import { fold, isHan } from './characters.ts'
import { mendLatin } from './look-alikes.ts'

/** A text made plain for matching, with the way back to the text as given. */
export interface Normalised {
  readonly text: string
  /** UTF-16 offsets in `text` → UTF-16 offsets in the text as given; an empty range stays empty. */
  toOriginal(start: number, end: number): [start: number, end: number]
}

const SPACE = 0x20
const LAMBDA = 0x3bb
const ENTER = '入'.charCodeAt(0)
const CHUNK = 8192

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isWord = (unit: number) => isDigit(unit) || (unit >= 0x61 && unit <= 0x7a)
const isSign = (unit: number) => unit === 0x24 || unit === 0xa3 || unit === 0xa5 || unit === 0x20ac || unit === 0x2b

/** Grows as needed, and serves one text after another. */
class Draft {
  units = new Uint16Array(1024)
  from = new Uint32Array(1024)
  to = new Uint32Array(1024)
  length = 0
  push(unit: number, from: number, to: number) {
    if (this.length === this.units.length) this.#grow()
    this.units[this.length] = unit
    this.from[this.length] = from
    this.to[this.length++] = to
  }
  at(index: number): number {
    return index >= 0 && index < this.length ? (this.units[index] ?? 0) : 0
  }
  #grow() {
    const size = this.units.length * 2
    const widen = <T extends Uint16Array | Uint32Array>(into: T, old: T): T => {
      into.set(old)
      return into
    }
    this.units = widen(new Uint16Array(size), this.units)
    this.from = widen(new Uint32Array(size), this.from)
    this.to = widen(new Uint32Array(size), this.to)
  }
}

const draft = new Draft()

/** Folds each code point into the draft; runs of spaces become one, or one line end. */
function foldAll(text: string): void {
  draft.length = 0
  let lambdas = false
  let han = false
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    const paired = unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    const next = i + (paired ? 2 : 1)
    const form = fold(paired ? (text.codePointAt(i) ?? unit) : unit)
    if (typeof form === 'number') {
      if (form === SPACE && (draft.at(draft.length - 1) === SPACE || draft.length === 0)) {
        i = next
        continue
      }
      han ||= isHan(form)
      lambdas ||= form === LAMBDA
      draft.push(form, i, next)
    } else if (form === '') {
      // A mark that completes the character before it belongs to its place.
      if (draft.length > 0 && draft.to[draft.length - 1] === i) draft.to[draft.length - 1] = next
    } else for (let k = 0; k < form.length; k++) draft.push(form.charCodeAt(k), i, next)
    i = next
  }
  if (lambdas && han) for (let i = 0; i < draft.length; i++) if (draft.units[i] === LAMBDA) draft.units[i] = ENTER
}

/** Is the space at `at` only there because the text is written with gaps: 入 会 980, 1 2 8 0? */
function isGap(at: number): boolean {
  const left = draft.at(at - 1)
  const right = draft.at(at + 1)
  const hanLeft = isHan(left)
  const hanRight = isHan(right)
  if (hanLeft && hanRight) return !isHan(draft.at(at - 2)) && !isHan(draft.at(at + 2))
  if (hanLeft) return isWord(right) || isSign(right)
  if (hanRight) return isWord(left) || left === 0x25
  return isDigit(left) && isDigit(right) && !isWord(draft.at(at - 2)) && !isWord(draft.at(at + 2)) && isRun(at)
}

/** Two lone digits may be two numbers (level 2 5%); of three, or beside Chinese, the spaces are gaps. */
function isRun(at: number): boolean {
  const [before, after] = [draft.at(at - 3), draft.at(at + 3)]
  const alone = !(draft.at(at - 2) === SPACE && /[a-z]/.test(String.fromCharCode(before)))
  return alone || isDigit(before) || isDigit(after) || isHan(before) || isHan(after)
}

function closeGaps(): void {
  const { units, from, to } = draft
  const gaps: boolean[] = []
  let any = false
  for (let i = 0; i < draft.length; i++)
    if (units[i] === SPACE && isGap(i)) {
      gaps[i] = true
      any = true
    }
  if (!any) return
  let kept = 0
  for (let i = 0; i < draft.length; i++) {
    if (gaps[i]) continue
    units[kept] = units[i] ?? 0
    from[kept] = from[i] ?? 0
    to[kept++] = to[i] ?? 0
  }
  draft.length = kept
}

function decode(units: Uint16Array, length: number): string {
  let text = ''
  for (let i = 0; i < length; i += CHUNK) {
    const piece: string = Reflect.apply(String.fromCharCode, undefined, units.subarray(i, Math.min(length, i + CHUNK)))
    text += piece
  }
  return text
}

/** A message is normalised for several purposes in one turn. */
const REMEMBERED = 4
const recent: { readonly text: string; readonly normal: Normalised }[] = []

/**
 * Full-width, circled and keycap characters, invisible and bidi marks, Traditional characters, capitals,
 * look-alikes and spaced-out writing all become plain lower-case Simplified text. Never throws.
 */
export function normalise(text: string): Normalised {
  const known = recent.find((one) => one.text === text)
  if (known) return known.normal
  const normal = normaliseAnew(text)
  recent.unshift({ text, normal })
  recent.length = Math.min(recent.length, REMEMBERED)
  return normal
}

function normaliseAnew(text: string): Normalised {
  foldAll(text)
  mendLatin(draft.units, draft.length)
  closeGaps()
  const { length } = draft
  /** Of each unit, where what it was made of begins and ends. */
  const places = new Uint32Array(length * 2)
  for (let i = 0; i < length; i++) {
    places[2 * i] = draft.from[i] ?? 0
    places[2 * i + 1] = draft.to[i] ?? 0
  }
  return {
    text: decode(draft.units, length),
    toOriginal(start, end) {
      const first = start < length ? (places[2 * start] ?? 0) : text.length
      return end <= start ? [first, first] : [first, places[2 * Math.min(end, length) - 1] ?? first]
    },
  }
}

const edges = /^[\p{P}\p{S}\p{Z}\p{C}]+|[\p{P}\p{S}\p{Z}\p{C}]+$/gu

/** The normalised words alone, without punctuation or emoji at either end, for comparing whole messages. */
export const plain = (text: string): string => normalise(text).text.replace(edges, '')
