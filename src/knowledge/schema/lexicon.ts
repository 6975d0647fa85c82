import * as z from 'zod'

const words = z
  .string()
  .transform((list) => list.split(',').map((word) => word.trim()))
  .refine((list) => list.every((word) => word !== ''), 'words parted by single commas')

const names = z.array(z.string()).min(1)

/** The class of all numbers and amounts. */
export const FIGURE = 'figure'

const classes = z
  .record(z.string(), z.strictObject({ zh: words, en: words }))
  .refine((all) => Object.keys(all).length <= 100, 'at most 100 classes')

/** `classes`: words of like meaning; `needs`: fact → classes of which its clause has to hold one, and of which it or the next has to. */
export const lexicon = z
  .strictObject({
    classes,
    needs: z.record(z.string(), z.strictObject({ within: names, around: names.optional() })),
  })
  .superRefine(({ classes, needs }, context) => {
    for (const [fact, { within, around = [] }] of Object.entries(needs))
      for (const name of [...within, ...around])
        if (name !== FIGURE && !(name in classes))
          context.addIssue({ code: 'custom', path: ['needs', fact], message: `there is no class "${name}"` })
  })
/** Words of like meaning in questions about the law. */
export const questionLexicon = z.strictObject({ classes })
export type QuestionLexicon = z.infer<typeof questionLexicon>
export type Lexicon = z.infer<typeof lexicon>
