import * as z from 'zod'
import { id } from './forms.ts'

/** Over facts: a fact's or a definition's name, its denial, or a combination. */
export type Expression =
  | string
  | { no: string }
  | { all: Expression[] }
  | { any: Expression[] }
  | { at_least: number; of: Expression[] }
export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union(
    [
      id,
      z.strictObject({ no: id }),
      z.strictObject({ all: z.array(expression).min(1) }),
      z.strictObject({ any: z.array(expression).min(1) }),
      z.strictObject({ at_least: z.int().positive(), of: z.array(expression).min(1) }),
    ],
    'an expression: a fact, { no: fact }, { all: […] }, { any: […] } or { at_least: k, of: […] }',
  ),
)
