/**
 * Words that ask whether something is so, or say that one does not know: neither is evidence. What is asked
 * about the offer as a whole (靠谱吗, "is that ok?") leaves its words standing. On normalised text; all bounded.
 */
const opinion =
  '靠谱|合法|可信|能信|正常|正规|真的|真实|骗人|骗局|骗子|传销|违法|能做|可以做|值得|可靠|安全|划算|好|对|行|可以|能赚|赚钱'
const unknown = '(?:不知道|不清楚|不太清楚|不确定|不晓得|没问|说不清|搞不清|唔知)'
const whether = '有没有(?!人|想|姐妹|朋友|宝妈|兴趣|一起|小伙伴|需要|谁|愿意|懂|上限)'
const either = `(?:${whether}|是不是(?!${opinion}|骗|诈)|要不要(?!加入|参加|做|去|来|投|试|进)|会不会(?!是|骗)|能不能|可不可以|需不需要|用不用|是否(?!${opinion}))`

/** 有|没有会费, 能|不能退: the other half stands just before. */
const alternative = /^(.)[不没]\1/u
const askedZh = new RegExp(`(?:^|[^。])(?<!${opinion})(?:的|了)?吗$`, 'u')
const askedJustAfterZh = /^[\d,.万千百元块]{0,8}[的了钱货款费人本]{0,2}(?:吗|么(?=$|,|\?))/u
const eitherBeforeZh = new RegExp(`${either}[^,]{0,6}$`, 'u')
const eitherWithinZh = new RegExp(`${either}`, 'u')
const eitherAfterZh = new RegExp(`^[^,]{0,2}${whether}`, 'u')
const unknownAfterZh = new RegExp(`^[^,]{0,4}(?:,?[我也还都就是]{0,3})?${unknown}[了啊哦呢诶耶]?(?:$|,)`, 'u')

const unsureBeforeEn =
  /\b(?:not sure|unsure|don't know|dont know|no idea|idk|unclear|wondering|wonder|not certain|can't tell|can't remember|didn't say)(?: \w{1,10}){0,2} (?:if|whether)(?! (?:the|this|my|their|its?|(?:i|we|he|she) should)\b)[^,]{0,32}$/u
const asksEn =
  /^(?:so |and |but |ok |wait )?(?:(?:do|does|did) (?:i|we|you|they|he|she|anyone|people)|(?:is|are|was) there|have you got)(?! (?:want|like|wanna|know|need more|wish|dream|believe|realise|realize|think)\b)[^,]{0,14}$|^(?:do|does|did) $/u
/** How to run an offer, or whether it would be allowed: asked of what is not there yet, with or without a mark. */
const opening = '^(?:so |and |but |ok |wait |hi |hello )?'
const howManyEn = /\bhow $/u
const wouldBeEn = new RegExp(
  `${opening}(?:how (?:do|can|should|could|would|might) (?:i|we|you|one)\\b|(?:do|does|did|would|will|could|can|am|is|are) [^,]{0,60}\\bif (?:i|we|you|my|our)\\b)[^,]{0,60}$`,
  'u',
)
const supposedEn = new RegExp(`${opening}(?:what )?if (?:i|we|my|our)\\b[^,]{0,60}$`, 'u')
/** A price or a share is told even in a question, and so is what stands beside it. */
const figureEn = /[$£€¥%]|\d{3,}/u

const isSupposed = (before: string, words: string, asked: boolean) =>
  (howManyEn.test(before) && words.startsWith('many')) ||
  (!figureEn.test(before + words) && (wouldBeEn.test(before) || (asked && supposedEn.test(before))))

const askingEn =
  /^(?:so |and |but |ok |wait )?(?:do|does|did|is|are|am|can|could|will|would|should|must|what if|if|how|why|when|who|which)(?![a-z'])/u

/** Does a clause as a whole ask or suppose, without telling a figure? `asked`: a question mark ends it. */
export const isAsking = (clause: string, asked: boolean): boolean =>
  isDoubted('', clause, '', asked) || (asked && askingEn.test(clause) && !figureEn.test(clause))

/** No Chinese word of doubt goes without one of these. */
const mayDoubtZh = /[吗么不没否唔]/u
const latin = /[a-z]/u

/** Is the match doubted or asked? `before` and `after` are the rest of its clause; `asked`: a question mark ends it. */
export const isDoubted = (before: string, words: string, after: string, asked: boolean): boolean =>
  (mayDoubtZh.test(before + words + after) && isDoubtedZh(before, words, after)) ||
  (latin.test(before) &&
    (isSupposed(before, words, asked) || unsureBeforeEn.test(before) || (asked && asksEn.test(before))))

function isDoubtedZh(before: string, words: string, after: string): boolean {
  if (alternative.test(before.slice(-1) + words.slice(0, 2))) return true
  if (askedJustAfterZh.test(after) || (after === '' && askedZh.test(words))) return true
  const weighs = before.endsWith('要不要') && /\d|[百千万]/.test(words)
  if ((!weighs && eitherBeforeZh.test(before)) || eitherWithinZh.test(words) || eitherAfterZh.test(after)) return true
  return unknownAfterZh.test(after)
}
