import type { Citation } from '../knowledge/schema/forms.ts'
import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import type { State } from '../knowledge/terms.ts'

/** Whether anything still open could change the verdict, and whether a contradiction is why. */
export type Determinacy = 'settled' | 'open' | 'contradictory'

/** A verdict with all that carries it, as programs read it. Facts are named by their ids. */
export interface VerdictAnswer {
  readonly law: string
  readonly verdict: VerdictLabel
  readonly determinacy: Determinacy
  readonly elements: readonly {
    readonly id: string
    readonly state: State
    readonly because: readonly string[]
    readonly citations: readonly Citation[]
  }[]
  /** A minimal set of facts that carries the verdict: with these alone it stands, without any one of them it does not. */
  readonly rests_on: readonly string[]
  /** Each open fact that alone would change the verdict, with the value that does and what it changes to. */
  readonly open: readonly { readonly fact: string; readonly if: boolean; readonly verdict: VerdictLabel }[]
  readonly cases: readonly {
    readonly id: string
    readonly shared: readonly string[]
    readonly different: readonly string[]
  }[]
  /** The criminal storey: `open` while its numbers are not known. Never says that a crime was committed. */
  readonly crime: State
  readonly warnings: readonly string[]
  readonly citations: readonly Citation[]
}
