import { around, type Box, type Glyphs, heightOf, median, widthOf } from './glyphs.ts'

/** A line as people read it, with the pieces it was found in. */
export interface Row {
  readonly pieces: readonly Glyphs[]
  readonly text: string
  /** Of each of its characters, as in `Glyphs`. */
  readonly sure: readonly number[]
  readonly box: Box
  /** Goes on with the sentence of the row before. */
  readonly joins: boolean
}

/** Pieces in the order in which people read them: side by side is one row, and columns are read one after another. */
export function inReadingOrder(pieces: readonly Glyphs[]): Row[] {
  const rows = columnsOf(pieces).flatMap(rowsOf)
  return rows.map((row, at) => ({ ...row, joins: goesOn(rows, at) }))
}

/** Pieces apart by an empty stripe from top to bottom; short ones are cells of a table and stay together. */
function columnsOf(pieces: readonly Glyphs[]): (readonly Glyphs[])[] {
  const height = median(pieces.map(({ box }) => heightOf(box)))
  const bands = split(
    pieces,
    ({ top }) => top,
    ({ bottom }) => bottom,
    1.2 * height,
  )
  return bands.flatMap((band) => {
    const columns = split(
      band,
      ({ left }) => left,
      ({ right }) => right,
      0.8 * height,
    )
    const isText = columns.every(
      (column) => column.length > 1 && median(column.map(({ text }) => [...text].length)) >= MANY,
    )
    return columns.length > 1 && isText ? columns : [band]
  })
}

/** Characters of a line that is more than a cell of a table. */
const MANY = 7

function split(pieces: readonly Glyphs[], from: (box: Box) => number, to: (box: Box) => number, gap: number) {
  const groups: Glyphs[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of pieces.toSorted((a, b) => from(a.box) - from(b.box))) {
    if (from(piece.box) > end + gap) groups.push([])
    groups.at(-1)?.push(piece)
    end = Math.max(end, to(piece.box))
  }
  return groups
}

function rowsOf(pieces: readonly Glyphs[]): Omit<Row, 'joins'>[] {
  const rows: Glyphs[][] = []
  const middle = ({ top, bottom }: Box) => (top + bottom) / 2
  for (const piece of pieces.toSorted((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.findLast((one) => {
      const box = around(one.map((other) => other.box))
      const slack = 0.6 * heightOf(piece.box)
      const beside = one.every(
        ({ box: { left, right } }) => piece.box.left >= right - slack || piece.box.right <= left + slack,
      )
      return beside && Math.abs(middle(box) - middle(piece.box)) < 0.5 * Math.min(heightOf(box), heightOf(piece.box))
    })
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const inOrder = row.toSorted((a, b) => a.box.left - b.box.left)
    return {
      pieces: inOrder,
      text: inOrder.map(({ text }) => text).join(' '),
      sure: inOrder.flatMap(({ sure }, at) => (at === 0 ? sure : [1, ...sure])),
      box: around(inOrder.map(({ box }) => box)),
    }
  })
}

const ends = /[。．.！!？?；;：:…”」】)）~～]\s*$/u
const begins =
  /^\s*(?:[\d一二三四五六七八九十①-⑩]{1,3}[、.．)）:：]|[（(]\s*[\d一二三四五六七八九十]{1,2}\s*[)）]|[•·●○◆◇■□★☆✓✔√※▶►→\-—–*【])/u

/** A line goes on in the next one of the same block where it had no room left, or where the two stand closer than others. */
function goesOn(rows: readonly Omit<Row, 'joins'>[], at: number): boolean {
  const [row, before] = [rows[at], rows[at - 1]]
  if (!row || !before || isParted(row) || isParted(before)) return false
  const [h, g] = [heightOf(row.box), heightOf(before.box)]
  const gap = row.box.top - before.box.bottom
  const indent = (row.box.left - before.box.left) / h
  const isFlush = indent > -2.6 && indent < 1.3
  const isCentred = Math.abs(row.box.left + row.box.right - before.box.left - before.box.right) < 1.6 * h
  const isBlock = Math.max(h, g) < 1.35 * Math.min(h, g) && gap < 0.9 * h && (isFlush || isCentred)
  if (!isBlock || ends.test(before.text) || begins.test(row.text)) return false
  return (isFlush && isFull(rows, at)) || isCloser(rows, at)
}

/** Several pieces far from each other: cells of a table. */
const isParted = ({ pieces, box }: Pick<Row, 'pieces' | 'box'>): boolean =>
  pieces.some((piece, at) => piece.box.left - (pieces[at - 1]?.box.right ?? piece.box.left) > 1.2 * heightOf(box))

/** The line before ends where the first word of this one would not have had room. */
function isFull(rows: readonly Omit<Row, 'joins'>[], at: number): boolean {
  const [row, before] = [rows[at], rows[at - 1]]
  if (!row || !before) return false
  const h = heightOf(row.box)
  const block = rows.filter(
    ({ box }) => Math.abs(box.left - row.box.left) < 2.6 * h && Math.abs(box.top - row.box.top) < 12 * h,
  )
  const edge = Math.max(...block.map(({ box }) => box.right))
  const isLatin = /^[\p{Script=Latin}\d\s\p{P}\p{S}]+$/u.test(row.text)
  const first = isLatin ? (row.text.split(' ')[0]?.length ?? 1) + 1 : 1
  const room = (widthOf(row.box) / Math.max(1, row.text.length)) * first
  return before.box.right + Math.max(room, isLatin ? 0 : 0.8 * h) + 0.3 * h >= edge
}

/** The gap before a row is clearly smaller than the one above or below the two. */
function isCloser(rows: readonly Omit<Row, 'joins'>[], at: number): boolean {
  const gapBefore = (place: number) => {
    const [row, before] = [rows[place], rows[place - 1]]
    return row && before ? row.box.top - before.box.bottom : 0
  }
  const around = Math.max(gapBefore(at - 1), gapBefore(at + 1))
  return around > 0 && gapBefore(at) < 0.6 * around
}
