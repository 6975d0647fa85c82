import type { SignalFile } from '../knowledge/schema/signal.ts'
import { en } from './macros-en.ts'
import { zh } from './macros-zh.ts'

/**
 * What a pattern in knowledge/signals may name in braces. Matching is on normalised text: lower case,
 * Simplified, half-width; `，！？；：（）` have become `,!?;:()`.
 *
 * {n}      a number in figures or words: 3, 3980, 2w8, 三千九百八, 两, two, 4,997
 * {amount} a number that may carry a currency: 3980元, hk$5,800, 500u, $8k, 三百块
 * {money}  a number that must carry a currency, or is at least 100 or written with 百 千 万 w k
 * {pct}    a share: 20%, 百分之二十, 八个点, 两成
 * {pay}    {money}, {amount} or {pct}
 * {g}      a gap of at most 6 characters inside one clause; {gg} at most 14
 * {s}      what may stand between a word and its number: space, colon, dash, "is", 只要 …
 *
 * Chinese only, of who pays whom:
 * {pays} somebody hands money over; {standing} what it buys, {role} the same with words before; {goods} what is bought
 * {pull} and {fetch} bring people in, the latter in plain words too; {one} so many of them; {enter} what they do then
 * {gets} a reward word; {sum} its amount, {sumorhalf} or a part; {reap} both; {under} the people below; {sell} what
 * those sell or spend; {per} each month, after a week; {gap} at most 8 characters that speak of no sale, {calm} of
 * nobody brought in
 */
export const macros: Readonly<Record<SignalFile['language'], Readonly<Record<string, string>>>> = { zh, en }
