import type { Population } from '../knowledge/schema/population.ts'
import { type MoneyTerms, type Outlook, outlookOf } from '../money/terms.ts'
import { tellMoney } from './amount.ts'
import { tellAuthorities } from './citations.ts'
import { tellCount, tellDay, tellShare } from './counts.ts'
import type { MoneyPicture } from './picture.ts'
import type { Speaker } from './speaker.ts'
import type { Told } from './verdict-lines.ts'

/** Levels told at the top, before those at which something is passed. */
const FIRST_LEVELS = 3

/** Complete terms as a picture; `at`: now, in milliseconds since 1970. Throws a RangeError on amounts not above 0. */
export function moneyPictureOf(
  { knowledge, speaker, rules }: Pick<Told, 'knowledge' | 'speaker' | 'rules'>,
  terms: MoneyTerms,
  at: number,
): MoneyPicture {
  const { language } = speaker
  const places = knowledge.populations.filter(({ law }) => law === undefined || law === rules.law.id)
  const outlook = outlookOf(terms, Math.max(...places.map(({ people }) => people)))
  const { needed, share } = outlook
  const figure = tellCount(language, needed)
  const price = terms.price ? tellMoney(speaker, terms.price) : speaker.say('money-its-price')
  const says = speaker.say(needed === 1 ? 'money-needed-one' : 'money-needed-many', { people: figure, price })
  const bottom =
    needed === 1 ? speaker.say('money-at-bottom-one') : speaker.say('money-at-bottom-many', { people: figure })
  const atLeast = speaker.say('money-share', { share: tellShare(share) })
  const gap = language === 'en' ? ' ' : ''
  return {
    kind: 'money',
    language,
    title: speaker.say('money-title'),
    terms: tellTerms(speaker, terms),
    needed: { figure, says },
    levelsTitle: speaker.say('money-levels'),
    levels: levelsTold(speaker, outlook, places),
    bottom: { figure: atLeast, says: bottom, share },
    assumptionsTitle: speaker.say('money-assumptions'),
    assumptions: [...assumptionsOf(speaker, terms, outlook, price), sources(speaker, places)],
    notice: speaker.say('card-notice', { date: tellDay(at, rules.law.utc_offset) }),
    caption: speaker.say('money-caption', {
      needed: `${figure}${gap}${says}`,
      passes: worldPassed(speaker, outlook, places),
      share: atLeast,
      bottom,
    }),
  }
}

function tellTerms(speaker: Speaker, { price, reward }: MoneyTerms): string {
  const got = reward ? tellMoney(speaker, reward) : ''
  if (!price) return speaker.say('money-terms-share', { reward: got })
  return speaker.say(reward?.percent ? 'money-terms-percent' : 'money-terms-amount', {
    price: tellMoney(speaker, price),
    reward: got,
  })
}

/** The first levels, and those at which a place is passed. */
function levelsTold(speaker: Speaker, { levels }: Outlook, places: readonly Population[]): MoneyPicture['levels'] {
  const told = levels
    .map(({ level, below }, at) => {
      const before = levels[at - 1]?.below ?? 0
      const passed = places.filter((place) => below > place.people && before <= place.people)
      return { level, below, passed }
    })
    .filter(({ level, passed }) => level <= FIRST_LEVELS || passed.length > 0)
  const count = (people: number) => tellCount(speaker.language, people)
  return told.map(({ level, below, passed }, at) => ({
    says: speaker.say(level === 1 ? 'money-level-first' : 'money-level-next', {
      level: `${level}`,
      people: count(below),
    }),
    passes: passed.map((place) =>
      speaker.say('money-passes', { place: speaker.tell(place.name), people: count(place.people) }),
    ),
    skips: level - (told[at - 1]?.level ?? 0) > 1,
  }))
}

function worldPassed(speaker: Speaker, { levels }: Outlook, places: readonly Population[]): string {
  const place = places.at(-1)
  const at = place && levels.find(({ below }) => below > place.people)
  return at ? speaker.say('money-world', { level: `${at.level}`, place: speaker.tell(place.name) }) : ''
}

function assumptionsOf(
  speaker: Speaker,
  { reward }: MoneyTerms,
  { each, because, needed }: Outlook,
  price: string,
): string[] {
  const people = tellCount(speaker.language, each)
  const isShort = each < needed && reward !== undefined && !reward.percent
  const gets = isShort ? tellMoney(speaker, { ...reward, value: each * reward.value }) : ''
  return [
    speaker.say('money-assume-same'),
    speaker.say(`money-assume-each-${because}`, { people }),
    ...(isShort ? [speaker.say('money-assume-short', { people, gets, price })] : []),
    speaker.say('money-assume-direct'),
    speaker.say('money-assume-others'),
  ]
}

function sources(speaker: Speaker, places: readonly Population[]): string {
  const told = places.map(({ name, at: date, citations }) =>
    speaker.say('money-source', {
      place: speaker.tell(name),
      year: date.slice(0, 4),
      source: tellAuthorities(speaker, citations),
    }),
  )
  return speaker.say('money-sources', { sources: speaker.list(told) })
}
