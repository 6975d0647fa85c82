import * as z from 'zod'

const words = z
  .string()
  .transform((list) => list.split(',').map((word) => word.trim()))
  .refine((list) => list.every((word) => word !== ''), 'words parted by single commas')

/** The class of all numbers and amounts. */
export const FIGURE = 'figure'

/** `classes`: words of like meaning; `needs`: fact → classes of which its clause has to hold one. */
export const lexicon = z
  .strictObject({
    classes: z.record(z.string(), z.strictObject({ zh: words, en: words })),
    needs: z.record(z.string(), z.array(z.string()).min(1)),
  })
  .superRefine(({ classes, needs }, context) => {
    for (const [fact, wanted] of Object.entries(needs))
      for (const name of wanted)
        if (name !== FIGURE && !(name in classes))
          context.addIssue({ code: 'custom', path: ['needs', fact], message: `there is no class "${name}"` })
  })
  .refine(({ classes }) => Object.keys(classes).length <= 100, 'at most 100 classes')
export type Lexicon = z.infer<typeof lexicon>
