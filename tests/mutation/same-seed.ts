import fc from 'fast-check'

/** The same examples for every mutant, so that one that lives in one run lives in the next; the first that fails is enough. */
fc.configureGlobal({ seed: 20260101, endOnFailure: true })
