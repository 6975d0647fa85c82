import { clausesOf, type Span } from './clauses.ts'
import { isDoubted } from './doubt.ts'
import { isCompelled, isDenied, isHypothetical } from './frame.ts'
import type { Candidate, Rule } from './signal-index.ts'
import { statementOf } from './statement.ts'

/** Evidence as found, with its place in the normalised text. */
export interface Match extends Span {
  readonly fact: string
  readonly value: boolean
  /** Empty, or the facts of which one must be found too. */
  readonly beside: readonly string[]
}

/** Of the same fact and value: more than this many add nothing. */
const MOST_ALIKE = 4

const denies = /^(?:不|无|没|免|未|零|no|never|without|don't|zero|you don't)/

/** A word that only leads on to the next. */
const looseEnd = / (?:and|an?|the|your|my|or|but|so|of|if|i|we|then|with|plus|until|unless|because)$/u

/** "… and they give you": the beginning of what is said next. */
const nextBegun =
  / (?:and|but|then) (?:(?:you|i|we|they|he|she) )?(?:gives?|pays?|gets?|earns?)(?: (?:you|me|us|back|an?))?$/u
const isLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a
/** Does a place fall inside a word of letters? */
const cutsWord = (text: string, at: number) => isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at))
const unitsOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))
/** What stands at an edge of what is found and says nothing. */
const trailing = unitsOf(` \n,;:·、"'([-`)
const leading = unitsOf(` \n,;:·、"')]`)

/** What is found, without what says nothing at its edges, and with the whole of its last word. */
function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (end < to + 20 && cutsWord(text, end)) end++
  for (;;) {
    while (end > start && trailing.has(text.charCodeAt(end - 1))) end--
    if (!isLetter(text.charCodeAt(end - 1))) break
    const tail = text.slice(Math.max(start, end - 28), end)
    const loose = looseEnd.exec(tail) ?? nextBegun.exec(tail)
    if (!loose) break
    end -= loose[0].length
  }
  if (text.startsWith('and ', start)) start += 4
  while (start < end && leading.has(text.charCodeAt(start))) start++
  return { start, end }
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Of overlapping matches of one fact the firm one stays before the one that needs company, then the longer. */
const rank = ({ start, end, beside }: Match) => end - start + (beside.length === 0 ? 1000 : 0)

/** A sentence with what is asked of it for each rule. */
interface Setting {
  readonly sentence: Span
  readonly body: string
  readonly clauses: readonly Span[]
}

/** Adds what a rule finds in a sentence to `here`. */
function within(text: string, { sentence, body, clauses }: Setting, rule: Rule, here: Match[]): void {
  const regex = rule.pattern()
  let found = 0
  for (let hit = regex.exec(body); hit !== null && found < MOST_ALIKE; hit = regex.exec(body)) {
    if (hit[0] === '') break
    const start = sentence.start + hit.index
    const end = start + hit[0].length
    const { fact, value, beside } = rule
    const span = trimmed(text, start, end)
    const match = { fact, value, beside, start: span.start, end: span.end }
    const rivals = here.filter((other) => other.fact === match.fact && overlaps(other, match))
    if (rivals.some((other) => rank(other) >= rank(match))) continue
    const clauseStart = clauses.findLast((clause) => clause.start <= start)?.start ?? sentence.start
    const clauseEnd = clauses.find((clause) => clause.end >= end)?.end ?? sentence.end
    if (rule.unless?.().test(text.slice(clauseStart, clauseEnd))) continue
    const before = text.slice(clauseStart, start)
    if (rule.value ? isDenied(before) : denies.test(hit[0]) && isCompelled(before, text.slice(end, sentence.end)))
      continue
    if (isDoubted(before.slice(-80), hit[0], text.slice(end, sentence.end).slice(0, 24), text[sentence.end] === '?'))
      continue
    for (const rival of rivals) here.splice(here.indexOf(rival), 1)
    here.push(match)
    found++
  }
}

/** Every match in the candidate sentences of a statement worth looking for, in the order of the text. */
export function findMatches(text: string, candidates: readonly Candidate[], worth: ReadonlySet<string>): Match[] {
  const counts = new Map<string, number>()
  const all: Match[] = []
  for (const { sentence, rules } of candidates) {
    const open = rules.filter((rule) => (counts.get(rule.statement) ?? 0) < MOST_ALIKE && worth.has(rule.statement))
    const body = text.slice(sentence.start, sentence.end)
    if (open.length === 0 || isHypothetical(body)) continue
    const setting = { sentence, body, clauses: clausesOf(text, sentence) }
    const here: Match[] = []
    for (const rule of open) within(text, setting, rule, here)
    for (const match of here) {
      const statement = statementOf(match)
      const count = counts.get(statement) ?? 0
      counts.set(statement, count + 1)
      if (count < MOST_ALIKE) all.push(match)
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end)
}
