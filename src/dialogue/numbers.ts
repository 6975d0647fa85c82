import { clausesIn } from '../interview/clauses.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { normalise, plain } from '../reading/normalise.ts'
import { findQuantities, type Quantity } from '../reading/numbers.ts'
import { groupsOf, inFigures, listed } from './number-words.ts'

/** More is no count of people, but a number of something else. */
const MOST = 100_000_000

/** A bound, a part of the whole, or less than nothing: no number to go by. */
const noWhole =
  /不到|不足|少于|以内|以下|最多|顶多|每|各|我(?:自己|个人|也就|才|只)?(?:下面|拉|带|推|介绍|认识|手下|这边只)|第[一二三四五六七八九十\d]|less than|fewer than|\bunder\b|at most|(?:not|no) more than|up to|\beach\b|\bper\b|\bi (?:know|brought|recruited|invited|met)\b|-\d/u
/** More than that: it counts where nothing better is said. */
const atLeast = /不止|不只|more than|over\b/u
const inAll = /一共|总共|共|加起来|合计|算上|整个|全部|total|altogether|in all|all together|overall|combined/u
/** What is counted is something else. */
const others =
  /^(?:多|几|来)?个?(?:大|小|微信)?(?:群|组|年|省|市|城市|国|条线|次|楼|岁|店|分店|团队|分公司|网点|月)|^ ?(?:\w{3,9} )?(?:groups?|chats?|teams?|countries|cities|branches|years?|months?|weeks?|shops?|stores?|states?|offices?)\b/u
const withoutMe =
  /(?:不算|除了?|没算|不包括|不含|不计)(?:我|自己)|\b(?:don't count|not counting|without|excluding|except|besides|apart from|other than|not including|plus) (?:me|myself)\b|\bme (?:and|plus) \d|我(?:和|加|跟)(?:另外)?[\d一二两三四五六七八九十]/u

const takesBack =
  /^(?:啊|哦|喔|呃|欸|额|诶|哎)?(?:不对|不是|错了|等等|等下|打错|说错|讲错|写错|记错|应该是|其实|实际|更正|唔系|唔啱)|^(?:no|nope|sorry|wait|actually|oops|i mean|make that|scratch|correction|or rather|hang on|hold on)\b/u

interface Counted {
  readonly own: boolean
  readonly back: boolean
  readonly values: Readonly<Record<string, number>>
  readonly firm: boolean
  readonly inAll: boolean
}

/**
 * The counts in a reply, by number fact: those that name the fact's own unit, and a bare one for the
 * fact that was asked about. Money, shares and times are none; what others say is none; the last word counts.
 */
export function numbersIn(knowledge: Knowledge, asked: string, text: string): Record<string, number> {
  const facts = [...knowledge.facts.values()].flatMap((fact) =>
    fact.kind === 'number' ? [{ id: fact.id, unit: unitOf(`3${fact.unit.zh}`) }] : [],
  )
  const groups = groupsOf(normalise(text).text)
  if (groups && asked === 'headcount') {
    const [n, each] = [groups.groups, groups.each].map((one) => findQuantities(one)[0]?.value ?? 0)
    if (n && each) return { [asked]: n * each }
  }
  const counted = clausesIn(text, plain)
    .filter(({ hearsay }) => !hearsay)
    .flatMap(({ start, end }): Counted[] => {
      const words = inFigures(normalise(text.slice(start, end)).text)
      if (noWhole.test(words)) return []
      const more = withoutMe.test(normalise(text).text) ? 1 : 0
      const quantities = findQuantities(words).filter(
        ({ kind, value, end: at }) => kind === 'count' && value <= MOST && !others.test(words.slice(at)),
      )
      const values: Record<string, number> = {}
      for (const { id, unit } of facts) {
        const own = quantities.findLast((one) => one.unit === unit)
        const bare = id === asked ? quantities.findLast((one) => one.unit === undefined) : undefined
        const value = (own ?? bare)?.value
        if (value !== undefined && Number.isFinite(value)) values[id] = Math.floor(value) + more
      }
      const back = takesBack.test(words)
      const own = quantities.some(({ unit }) => unit !== undefined && facts.some((fact) => fact.unit === unit))
      if (Object.keys(values).length === 0 && !back) return []
      return [{ values, back, own, firm: !atLeast.test(words), inAll: inAll.test(words) }]
    })
  const standing = counted.slice(
    Math.max(
      0,
      counted.findLastIndex(({ back }) => back),
    ),
  )
  const found = Object.assign({}, ...[...standing].sort((a, b) => weight(a) - weight(b)).map(({ values }) => values))
  if (Object.keys(found).length > 0 || asked !== 'levels') return found
  const levels = listed(normalise(text).text)
  return levels === undefined ? {} : { [asked]: levels }
}

const weight = ({ own, firm, inAll: whole }: Counted) => Number(own) + 2 * Number(firm) + 4 * Number(whole)

const unitOf = (text: string): Quantity['unit'] => findQuantities(normalise(text).text)[0]?.unit
