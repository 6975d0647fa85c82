/** `no fact` and `fact` apart. */
export const stated = (statement: string) =>
  statement.startsWith('no ') ? { fact: statement.slice(3), value: false } : { fact: statement, value: true }

/** The statement a piece of evidence makes, as examples name it. */
export const statementOf = ({ fact, value }: { readonly fact: string; readonly value: boolean }): string =>
  value ? fact : `no ${fact}`

/** Ways of being paid for people, which are told of in the same words of reward. */
export const paidForPeople: ReadonlySet<string> = new Set(['pay_per_recruit', 'pay_on_downline_sales', 'multi_level'])
