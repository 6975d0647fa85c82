import type { Raw } from './compile.ts'
import type { Mistake } from './source.ts'

const FEWEST_PHRASINGS = 3

/** Each question stands once, is asked in several ways, and shares none of them with another about the same law. */
export function checkQuestions(raw: Raw): Mistake[] {
  const mistakes: Mistake[] = []
  const ids = new Set<string>()
  const asked = new Map<string, string>()
  for (const { value, mistake } of raw.questions)
    for (const [i, { id, phrasings, laws }] of value.questions.entries()) {
      if (ids.has(id)) mistakes.push(mistake(`the id "${id}" stands twice`, 'questions', i, 'id'))
      ids.add(id)
      for (const language of ['zh', 'en'] as const) {
        const inside = ['questions', i, 'phrasings', language] as const
        if (phrasings[language].length < FEWEST_PHRASINGS)
          mistakes.push(mistake(`${phrasings[language].length} ways to ask; expected ${FEWEST_PHRASINGS}`, ...inside))
        for (const phrasing of phrasings[language])
          for (const law of laws) {
            const key = `${law} ${phrasing.toLowerCase()}`
            const other = asked.get(key)
            if (other !== undefined) mistakes.push(mistake(`"${phrasing}" already asks "${other}"`, ...inside))
            asked.set(key, id)
          }
      }
    }
  return mistakes
}
