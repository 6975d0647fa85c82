/** What one run of a fault came to. */
export interface Outcome {
  /** What went wrong, one line each; empty where everything held. */
  readonly broken: readonly string[]
  /** What was counted and measured, by name, in the unit that the name tells. */
  readonly figures: Readonly<Record<string, number | string>>
}

/** Something that goes wrong on purpose, and what has to hold meanwhile. */
export interface Fault {
  readonly name: string
  /** What has to hold, as a sentence. */
  readonly holds: string
  /** How often it is done: in the suite, and by `npm run faults`. */
  readonly sizes: { readonly short: number; readonly long: number }
  /** The same seed and size go wrong in the same places. */
  run(size: number, seed: number): Promise<Outcome>
}
