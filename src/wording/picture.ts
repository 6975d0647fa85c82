import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import type { Language } from './speaker.ts'
import type { VerdictCard } from './verdict-card.ts'

interface Shared {
  readonly language: Language
  readonly title: string
  /** Said beside the picture where it is shown; its own words stand in the reply's text. */
  readonly caption: string
  /** What kind of statement this is, and of which day. */
  readonly notice: string
}

/** The verdict for passing on: it names nobody. */
export interface CardPicture extends Shared {
  readonly kind: 'card'
  readonly verdict: VerdictLabel
  readonly headline: string
  readonly elements: readonly {
    readonly name: string
    readonly state: VerdictCard['elements'][number]['state']
    /** The state in words. */
    readonly told: string
  }[]
  /** What the quotes are; shown where there are any. */
  readonly quotesTitle: string
  readonly quotes: readonly string[]
  readonly basis: string
}

/** How many people it takes, level by level. */
export interface MoneyPicture extends Shared {
  readonly kind: 'money'
  /** What one spends and what one gets. */
  readonly terms: string
  /** The figure, and what it is. */
  readonly needed: { readonly figure: string; readonly says: string }
  readonly levelsTitle: string
  /** From the top; not every level. */
  readonly levels: readonly {
    readonly says: string
    /** Places whose people are fewer than stand here and above. */
    readonly passes: readonly string[]
    /** Levels between this one and the one before are left out. */
    readonly skips: boolean
  }[]
  readonly bottom: { readonly figure: string; readonly says: string; readonly share: number }
  readonly assumptionsTitle: string
  readonly assumptions: readonly string[]
}

/** What a picture shows, in the user's language and ready to be drawn. Plain JSON. */
export type Picture = CardPicture | MoneyPicture
