/** What the evaluation of an offer under a law can come to. */
export const verdictLabels = ['pyramid', 'grey', 'not_pyramid', 'other_fraud', 'unclear'] as const

export type VerdictLabel = (typeof verdictLabels)[number]
