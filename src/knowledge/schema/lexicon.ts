import * as z from 'zod'

const words = z
  .string()
  .transform((list) => list.split(',').map((word) => word.trim()))
  .refine((list) => list.every((word) => word !== ''), 'words parted by single commas')

/** Class → its words in Chinese and in English. */
export const lexicon = z
  .record(z.string(), z.strictObject({ zh: words, en: words }))
  .transform((classes) => Object.values(classes).map(({ zh, en }) => [...zh, ...en]))
  .refine((classes) => classes.length <= 100, 'at most 100 classes')
