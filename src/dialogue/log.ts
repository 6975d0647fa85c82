import type { Knowledge } from '../knowledge/knowledge.ts'
import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import type { Amount } from '../money/terms.ts'
import { type Evidence, type Findings, findingsOf } from '../verdict/findings.ts'
import type { Asking, Conversation, Entry } from './conversation.ts'

export interface Pending {
  readonly question: string
  readonly fact: string
  readonly why: Asking
}

/** One offer as its log entries leave it. */
export interface OfferState {
  /** What stands, in the order it was said. */
  readonly evidence: readonly Evidence[]
  readonly unknown: ReadonlySet<string>
  readonly numbers: Readonly<Record<string, number>>
  /** Money answered for by itself. */
  readonly amounts: Readonly<Record<string, Amount>>
  readonly asked: readonly Pending[]
  /** The question that waits for its answer. */
  readonly pending?: Pending
  readonly concluded?: VerdictLabel
  /** The last turn in which the person said something that stands. */
  readonly lastTurn?: number
  /** Something was said or asked about this offer. */
  readonly begun: boolean
}

/** A fact's entry together with what a later `retracted` has to match. */
type Standing = Extract<Entry, { kind: 'evidence' | 'number' | 'amount' | 'unknown' }>

/** A log never changes; several scenes of a turn rest on the same one. */
const replayed = new WeakMap<readonly Entry[], Map<number, OfferState>>()

/** Replays the log of one offer. */
export function offerState(log: readonly Entry[], offer: number): OfferState {
  const known = replayed.get(log) ?? new Map<number, OfferState>()
  const state = known.get(offer) ?? replay(log, offer)
  replayed.set(log, known.set(offer, state))
  return state
}

function replay(log: readonly Entry[], offer: number): OfferState {
  const own = log.filter((entry) => entry.offer === offer)
  const undone = new Set(own.flatMap((entry) => (entry.kind === 'undone' ? [entry.undoes] : [])))
  let standing: Standing[] = []
  let asked: Pending[] = []
  let pending: Pending | undefined
  let concluded: VerdictLabel | undefined
  let lastTurn: number | undefined
  let begun = false
  for (const entry of own) {
    if (entry.kind === 'undone' || undone.has(entry.turn)) continue
    switch (entry.kind) {
      case 'evidence':
      case 'number':
      case 'amount':
      case 'unknown':
        standing.push(entry)
        break
      case 'asked':
        // A question that another one overtook was never answered, and may be asked again.
        asked = asked.filter((one) => one !== pending)
        pending = { question: entry.question, fact: entry.fact, why: entry.why }
        asked = [...asked, pending]
        break
      case 'answered':
        if (pending?.question === entry.question) pending = undefined
        break
      case 'retracted':
        standing = standing.filter((one) => !retracts(entry, one))
        break
      case 'concluded':
        concluded = entry.verdict
        break
    }
    begun = true
    if (entry.kind !== 'asked' && entry.kind !== 'concluded') lastTurn = entry.turn
  }
  return {
    evidence: standing.flatMap((one) => (one.kind === 'evidence' ? [one] : [])),
    unknown: new Set(standing.flatMap((one) => (one.kind === 'unknown' ? [one.fact] : []))),
    numbers: Object.fromEntries(standing.flatMap((one) => (one.kind === 'number' ? [[one.fact, one.value]] : []))),
    amounts: Object.fromEntries(standing.flatMap((one) => (one.kind === 'amount' ? [[one.fact, one]] : []))),
    asked,
    ...(pending && { pending }),
    ...(concluded && { concluded }),
    ...(lastTurn !== undefined && { lastTurn }),
    begun,
  }
}

function retracts(entry: Extract<Entry, { kind: 'retracted' }>, one: Standing): boolean {
  if (one.fact !== entry.fact) return false
  if (one.kind !== 'evidence') return true
  return (entry.value ?? one.value) === one.value && (entry.source ?? one.source) === one.source
}

/** The number of offers in a log; there is always one. */
export const offersIn = (log: readonly Entry[]): number => log.reduce((most, { offer }) => Math.max(most, offer), 1)

/** What the offer's evidence adds up to, counts in its words included. */
export function findings(knowledge: Knowledge, state: OfferState): Findings {
  const numbers: Record<string, number> = {}
  for (const fact of knowledge.facts.values()) {
    if (fact.kind !== 'number') continue
    const number = state.numbers[fact.id] ?? (fact.counted_with && countIn(state.evidence, fact.counted_with))
    if (number !== undefined) numbers[fact.id] = number
  }
  return findingsOf(knowledge, state.evidence, state.unknown, numbers)
}

/** The last count that came with words for a fact, with what the number asked about has beside it. */
function countIn(evidence: readonly Evidence[], { fact, plus }: { fact: string; plus: number }): number | undefined {
  const said = evidence.findLast((one) => one.fact === fact && one.value && one.number !== undefined)?.number
  return said === undefined ? undefined : said + plus
}

/** Facts the person can correct: what was told or answered, counts included, in the order of the catalogue. */
export function correctable(knowledge: Knowledge, state: OfferState): string[] {
  const { numbers } = findings(knowledge, state)
  const isSaid = (id: string) =>
    state.unknown.has(id) || id in numbers || id in state.amounts || state.evidence.some(({ fact }) => fact === id)
  return [...knowledge.facts.keys()].filter(isSaid)
}

/** Each kind's own entry without what the log adds: what a turn has to say for itself. */
type Bare<E> = E extends unknown ? Omit<E, 'turn' | 'at' | 'offer'> : never
export type News = Bare<Entry>

/** Evidence as entries of the log. */
export const asNews = (evidence: readonly Evidence[]): News[] => evidence.map((one) => ({ kind: 'evidence', ...one }))

/** The conversation with these entries added to the current offer, under the current turn. */
export function note(conversation: Conversation, ...news: readonly News[]): Conversation {
  const { turn, at, offer, log } = conversation
  return { ...conversation, log: [...log, ...news.map((one) => ({ ...one, turn, at, offer }))] }
}
