import type { Role, VerdictLabel } from '../knowledge/schema.ts'
import type { Evidence, Source } from '../verdict/findings.ts'
import type { Language } from '../wording/speaker.ts'

export type { Language }

/** What the bot waits for beside the question about a fact. */
export type Prompt = 'role' | 'language' | 'law' | 'switch' | 'change' | 'which_offer' | 'danger_now'

/**
 * One line of the log. Nothing is ever deleted from it: a correction retracts, undo marks a turn undone,
 * and what stands is what is left when both are applied in order. `at` is the time of the turn,
 * in milliseconds since 1970.
 */
export type Entry = { readonly turn: number; readonly at: number; readonly offer: number } & (
  | ({ readonly kind: 'evidence' } & Evidence)
  | { readonly kind: 'number'; readonly fact: string; readonly value: number }
  | { readonly kind: 'unknown'; readonly fact: string }
  | { readonly kind: 'asked'; readonly fact: string; readonly question: string; readonly why: Asking }
  | { readonly kind: 'answered'; readonly question: string }
  /** Takes back what was said before on this fact: that it is unknown, and evidence of this value and source. */
  | { readonly kind: 'retracted'; readonly fact: string; readonly value?: boolean; readonly source?: Source }
  | { readonly kind: 'undone'; readonly undoes: number }
  | { readonly kind: 'concluded'; readonly verdict: VerdictLabel }
)

/** Why a fact is asked: it is the next one; its evidence contradicts itself; the user wants to change it; for the criminal storey. */
export type Asking = 'next' | 'contradiction' | 'change' | 'crime'

/** One person's state in one chat. Plain JSON. */
export interface Conversation {
  readonly version: 1
  readonly language: Language
  /** The person chose the language; it no longer follows what they write. */
  readonly languageChosen: boolean
  readonly law: string
  readonly role?: Role
  readonly turn: number
  /** When the last turn was, in milliseconds since 1970. */
  readonly at: number
  /** The current offer; offers are numbered from 1. */
  readonly offer: number
  readonly log: readonly Entry[]
  readonly prompt?: Prompt
  /** Evidence of a text that waits for the answer to which offer it belongs. */
  readonly held?: readonly Evidence[]
  /** Words of detention, threats or self-harm were seen; the words themselves are not kept. */
  readonly danger?: true
}

export const begin = (language: Language, law: string): Conversation => ({
  version: 1,
  language,
  languageChosen: false,
  law,
  turn: 0,
  at: 0,
  offer: 1,
  log: [],
})
