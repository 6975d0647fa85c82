/** `no fact` and `fact` apart. */
export const stated = (statement: string) =>
  statement.startsWith('no ') ? { fact: statement.slice(3), value: false } : { fact: statement, value: true }

/** The statement a piece of evidence makes, as examples name it. */
export const statementOf = ({ fact, value }: { readonly fact: string; readonly value: boolean }): string =>
  value ? fact : `no ${fact}`
