import * as z from 'zod'

const words = z
  .string()
  .transform((list) => list.split(',').map((word) => word.trim()))
  .refine((list) => list.every((word) => word !== ''), 'words parted by single commas')

/** Words of like meaning, by class. */
export const lexicon = z.strictObject({
  classes: z
    .record(z.string(), z.strictObject({ zh: words, en: words }))
    .refine((all) => Object.keys(all).length <= 100, 'at most 100 classes'),
})
export type Lexicon = z.infer<typeof lexicon>
