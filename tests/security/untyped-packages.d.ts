declare module 'spdx-satisfies' {
  /** Whether a licence expression can be met by licences of a list alone. Throws where it is no expression. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean
}
