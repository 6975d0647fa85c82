/** Who is asking, in relation to the offer. */
export const roles = ['invited', 'member', 'promoter', 'relative'] as const

export type Role = (typeof roles)[number]
