/** Counts as people round and spell them, put into figures that `findQuantities` reads; on normalised text. */

const inWords: Readonly<Record<string, number>> = {
  thirteen: 13,
  fourteen: 14,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  hundred: 100,
  hundreds: 200,
  thousand: 1000,
  thousands: 2000,
}
const few: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  few: 2,
  several: 2,
  three: 3,
  four: 4,
  five: 5,
}
const han: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 百: '100', 千: '1000', 万: '10000' }
const count = (word: string) => few[word] ?? Number(word)

const rewrites: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/\bhalf a dozen\b/gu, () => '6'],
  [/\ba dozen\b/gu, () => '12'],
  [
    /\b(?:a |an )?(one|two|couple|few|several|three|four|five|\d{1,2}) (?:of )?dozen\b/gu,
    (_, n = '') => String(count(n) * 12),
  ],
  [
    /\b(?:a )?(a|one|couple|few|several) (?:of )?(hundred|thousand)\b/gu,
    (_, n = '', unit = '') => String(count(n) * (inWords[unit] ?? 1)),
  ],
  [/\btens of thousands\b/gu, () => '20000'],
  [
    /\b(?:thirteen|fourteen|sixteen|seventeen|eighteen|nineteen|hundreds|thousands)\b/gu,
    (word) => String(inWords[word]),
  ],
  [/[廿卅]/gu, (word) => han[word] ?? word],
  [/(?<![零一二三四五六七八九十百千万\d])[上过破成近](?:一)?([百千万])/gu, (_, unit = '') => han[unit] ?? ''],
  [/(?:好|上|数)?几([百千万])|数([百千万])/gu, (_, unit = '', other = '') => String(2 * Number(han[unit || other]))],
  [/([一二三四五六七八])([二三四五六七八九])(?=个|层|级|代|人|位|名|度)/gu, (_, low = '') => low],
  [/号(?=人|会员)/gu, () => ''],
  [
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}),? (?:or|maybe|or maybe) (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b/gu,
    (_, low = '') => low,
  ],
  [/(?:咱|我)们?俩/gu, () => '2个人'],
  [/(?:就|只有|净系|得)(?:我)(?:自己)?一个|\b(?:just|only) me\b/gu, () => '1个人'],
]

export const inFigures = (text: string): string =>
  rewrites.reduce((sofar, [pattern, to]) => sofar.replace(pattern, (...groups: string[]) => to(...groups)), text)

const times = [
  /(?<n>\d{1,3}|[一二两三四五六七八九十]{1,2})个?(?:大|小|微信|qq|电报|line)?群[^,]{0,4},?(?:每个?(?:群)?|各|都|一个)(?:大概|差不多|有|是|约){0,2}(?<m>\d{1,5}|[一二两三四五六七八九十百千]{1,5})/u,
  /(?<n>\d{1,3}|[一二两三四五六七八九十]{1,2})个(?<m>\d{2,5}|[一二两三四五六七八九十百千]{2,5})人的?(?:大|微信)?群/u,
  /(?<n>\d{1,3}|one|two|three|four|five|six|ten) (?:\w{3,9} )?(?:groups|chats|teams|branches)(?: of|,? with|,? each(?: with| has| of)?| x|,)? (?:about |around )?(?<m>\d{1,5})/u,
]

/** So many groups of so many people each: the two numbers as they stand. */
export function groupsOf(text: string): { readonly groups: string; readonly each: string } | undefined {
  for (const pattern of times) {
    const { n, m } = pattern.exec(text)?.groups ?? {}
    if (n !== undefined && m !== undefined) return { groups: n, each: m }
  }
  return undefined
}

const rank =
  /代|总|板|长|线|人|我|他|她|商|级|员|董|经理|头|妈|姨|姐|哥|朋友|佢|founder|boss|upline|\bme\b|\bher\b|\bhis\b|sponsor|leader|friend|director|manager|diamond|gold|silver|distributor|rep\b|customer|agent|member|company|owner/u
const between = /[、,>|→]|然后|再到|\b(?:and|then)\b|和|->/u

/** A list of who stands above whom, from the top to the last: so many levels. */
export function listed(text: string): number | undefined {
  if (/\d/u.test(text)) return undefined
  const items = text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  return items.length >= 3 && items.every((item) => item.length <= 16 && rank.test(item)) ? items.length : undefined
}
