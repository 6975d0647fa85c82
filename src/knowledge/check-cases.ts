import type { Raw } from './compile.ts'
import { isFigureTold } from './figure-told.ts'
import { isBeforeAuthority, type OfferCase } from './schema/offer-case.ts'
import type { Mistake, Placed } from './source.ts'

/** No case of this book is older; a year before it is a slip of the pen. */
const EARLIEST_YEAR = 1970

/** Every case rests on what its status claims, each figure on a source that gives it, each year can be right. */
export function checkCases({ cases, laws }: Pick<Raw, 'cases' | 'laws'>): Mistake[] {
  const latest = Math.max(...laws.map(({ value }) => Number(value.checked.slice(0, 4))))
  return cases.flatMap((one) => [
    ...checkSource(one),
    ...checkOutcome(one),
    ...checkName(one),
    ...checkYears(one, latest),
    ...checkFigures(one),
  ])
}

type Citation = OfferCase['citations'][number]

/** A document, or a decision that can be looked up. */
const canGive = (citation: Citation): boolean =>
  'document' in citation ||
  ('authority' in citation && (citation.number !== undefined || citation.address !== undefined))

function checkSource({ value: one, mistake }: Placed<OfferCase>): Mistake[] {
  const { status, citations } = one
  if (isBeforeAuthority(one) && !citations.some((citation) => 'authority' in citation && canGive(citation)))
    return [mistake(`a case that is ${status} needs { authority, year } with a number or an address`, 'citations')]
  if (status === 'told' && !citations.some((citation) => 'document' in citation))
    return [mistake('a case that is told needs the { document, paragraph } that tells it', 'citations')]
  if (status === 'archetype' && citations.some((citation) => 'authority' in citation))
    return [mistake('an archetype was decided by no authority; expected another status', 'citations')]
  return []
}

/** Nobody found anything in a case that was settled, is pending or was withdrawn. */
function checkOutcome({ value: { status, outcome }, mistake }: Placed<OfferCase>): Mistake[] {
  const isOpen = status === 'settled' || status === 'pending' || status === 'withdrawn'
  if (!isOpen || outcome === 'unclear') return []
  return [mistake(`nothing was found in a case that is ${status}; expected the outcome unclear`, 'outcome')]
}

/** The title is told in groups, where nobody is named. */
function checkName({ value: { name, title }, mistake }: Placed<OfferCase>): Mistake[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const called = name?.[language].toLowerCase()
    return called && title[language].toLowerCase().includes(called)
      ? [mistake(`the title names "${name?.[language]}"; expected what kind of plan it was`, 'title', language)]
      : []
  })
}

function checkYears({ value: { citations }, mistake }: Placed<OfferCase>, latest: number): Mistake[] {
  return citations.flatMap((citation, i) => {
    if (!('authority' in citation) || (citation.year >= EARLIEST_YEAR && citation.year <= latest)) return []
    return [
      mistake(`the year ${citation.year}; expected one from ${EARLIEST_YEAR} to ${latest}`, 'citations', i, 'year'),
    ]
  })
}

function checkFigures({ value: one, mistake }: Placed<OfferCase>): Mistake[] {
  const given = one.citations.map((citation) => ('gives' in citation ? citation.gives : []))
  const strays = given.flatMap((names, i) =>
    names.flatMap((name, j) =>
      Object.hasOwn(one.figures, name)
        ? []
        : [mistake(`"${name}" is not among the figures of ${one.id}`, 'citations', i, 'gives', j)],
    ),
  )
  const figures = Object.entries(one.figures).flatMap(([name, value]) => {
    const sources = one.citations.filter((_, i) => given[i]?.includes(name))
    const missing = (['zh', 'en'] as const).filter(
      (language) => !isFigureTold(value, language, `${one.told[language]} ${one.decided[language]}`),
    )
    return [
      ...(sources.some(canGive)
        ? []
        : [
            mistake(
              `no citation gives ${name}; expected it in \`gives\` of a source that can be read`,
              'figures',
              name,
            ),
          ]),
      ...missing.map((language) =>
        mistake(`${value} is not told in ${language}; expected it in told or decided`, 'figures', name),
      ),
    ]
  })
  return [...strays, ...figures]
}
