import { type Told, tellHeadline, tellOpen } from './verdict-lines.ts'

/** The same plan under several laws: for each its verdict, what decides there, and what is open. */
export function tellSideBySide(tellings: readonly Told[]): string {
  const [first] = tellings
  if (!first) return ''
  const { speaker } = first
  return [
    speaker.say('compared'),
    ...tellings.map((told) => {
      const { law } = told.rules
      return speaker
        .say('compared-law', {
          law: speaker.tell(law.name),
          date: law.checked,
          headline: tellHeadline(told),
          short: speaker.tell(law.in_short),
          open: tellOpen(told),
        })
        .trimEnd()
    }),
  ].join('\n\n')
}
