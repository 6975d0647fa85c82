import * as z from 'zod'

/**
 * The forms that return in every file of knowledge/: ids, wording, citations. Every object here and beside this
 * is strict, so a misspelt key is an error with its place instead of a silent gap.
 */

export const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'an id of small letters, digits, _ and -')
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date written "2026-11-22", in quotes')
export const said = z.string().trim().min(1, 'a text that is not empty')
/** Where the day is not known, or was one of many: a year written "1973", in quotes. */
export const year = z.string().regex(/^\d{4}$/, 'a year written "1973", in quotes')

/** One item a line, written as a block (`|`); a line that begins with "# " is a remark. */
export const lines = z.string('lines of text, as a block (`|`)').transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# ')),
)

export const someLines = lines.refine((all) => all.length > 0, 'at least one line')

/** What people say, in either language or in none. */
export const phrases = z.strictObject({ zh: lines.default([]), en: lines.default([]) })
/** What people say; understood in every language. */
export const spoken = z.strictObject({ zh: someLines, en: someLines })

/** Wording for users. Traditional Chinese is derived from `zh` unless a reviewed text stands beside it. */
export const text = z.strictObject({ zh: said, en: said, 'zh-Hant': said.optional() })

export const paragraph = z.int().positive()
/** Its own name with the English one, so that each reader sees one of them. */
const authority = said.regex(/^.+ \([^()]+\)$/u, 'an authority written "公安部 (Ministry of Public Security)"')
export const documentCitation = z.strictObject({
  document: id,
  paragraph: z.union([paragraph, z.array(paragraph).min(1)]),
})
export const articleCitation = z.strictObject({ law: id, article: said })
/** A decision or notice: who made it, in which year, under which number, and where it can be read. */
export const authorityCitation = z.strictObject({
  authority,
  year: z.int(),
  number: said.optional(),
  address: said.optional(),
})
const citation = z.union(
  [documentCitation, articleCitation, authorityCitation],
  'a citation: { document, paragraph } or { law, article } or { authority, year, number?, address? }',
)
export const citations = z.array(citation).min(1, 'at least one citation')

export type Text = z.infer<typeof text>
export type Citation = z.infer<typeof citation>
