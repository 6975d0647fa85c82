/** A reply longer than this, in UTF-16 units, may well be pasted. */
const LONGEST_OWN_WORD = 80
/** More is nobody's answer. */
const LONGEST_TALE = 1500

const speakerZh = [
  '他|她|它|伊|佢|人家|别人|有人|大家|对方|上线|上家|老师|导师|讲师|主任|经理|老板娘?|店长|店主|客服|群主|群里|团队|公司|平台',
  '介绍人|推荐人|邀请人|业务员|销售|领导|师傅|学长|学姐|闺蜜|同学|同事|室友|邻居|亲戚|主播|博主|[男女]?朋友|[男女]友|老公|老婆',
  '[阿大二三小表堂]?(?:姐姐?|哥哥?|弟弟?|妹妹?|姨|姑|叔叔?|舅舅?|婶|嫂|妈妈?|爸爸?|婆婆?|公公?|爷爷|奶奶|伯伯?|妗)|[一-龥]总',
].join('|')
const adverbZh =
  '都|也|就|一直|总|老|又|只|还|是|有|倒|之前|当时|昨天|昨晚|刚才?|后来|[跟和同对给]我|拍着?胸脯|反复|口口声声|一口'
const verbZh =
  '(?:说|讲|话(?![费题术里多])|告诉|保证|承诺|吹|宣称|声称|强调|回复|回我|表示|发誓|咬定)(?![明]书|不清|不准|不定|一下)'
const worded = (source: string) => new RegExp(source, 'u')
const heardZh = worded(
  `(?<![跟和同与对向]我?的?)(?:${speakerZh})(?:们|哋|那边|这边|自己)?(?:${adverbZh}){0,3}${verbZh}|听说|据说|听讲|听人|我们公司`,
)
/** 不用买，我朋友说的 */
const afterwardsZh = worded(`(?:${speakerZh})(?:们|哋)?(?:${adverbZh}){0,3}(?:说|讲|告诉我?)的$`)

const speakerEn =
  'they|he|she|people|everyone|everybody|someone|somebody|(?:my|the|his|her|our|their|this|that|some) (?:[a-z]{2,12} ){0,2}?[a-z]{2,14}|upline|sponsor|recruiter|leader'
const verbEn =
  'says?|said|sez|tells?|told|telling|saying|claims?|claimed|promises?|promised|swears?|swore|insists?|insisted|reckons?|reckoned|assures?|assured'
const heardEn = worded(
  `\\b(?:${speakerEn})(?: (?!never|not|no|didn|don|doesn|haven|hasn|won|wouldn)[a-z']{2,10}){0,2}? (?:${verbEn})\\b(?! (?:me|us|him|her|people|everyone) to\\b)|\\b(?:according to (?!(?:[a-z']{1,9} ){0,3}(?:contract|agreement|page|site|website|form|plan|terms|receipt|document|rules|app|email|leaflet|sums)\\b|me\\b)|i heard|heard (?:that|it)|i was told|supposedly|allegedly|our company)\\b`,
)
/** It's free, they said. */
const afterwardsEn = worded(
  `^according to (?!me\\b)[a-z' ]{2,24}$|^(?:so |or so |at least )?(?:${speakerEn}) (?:said|says|told me|claims?|reckons?|swears?|swore|promise[sd]|insist(?:s|ed))(?: so| that| (?:on|up and) [a-z' ]{2,16})?$`,
)

/** Whoever is named before "says"; what a contract or a page says is the person's own reading. */
const anyoneZh =
  /^(?!.{0,8}(?:合同|协议|规则|页面|上面|公告|制度|条款|说明|我自己|俺))[^,]{1,9}(?<![我没不别好再来么想敢便小难听唔冇未会要能以实老还先])(?:说|讲)(?![明好法清起来话真过死价定究]|不[准定清好上出过完明通])[^,]/u
const anyoneEn =
  /^(?!.{0,24}\b(?:contract|agreement|page|site|form|plan|terms|receipt|document|rules|i|it|didn't|never|not)\b)[a-z' ]{2,28} (?:says|said|reckons|swears|claims|claimed)\b/u

/** 说是不用交, "said it's free": somebody said so, whoever it was. */
const reported =
  /^(?:一开始|之前|当时|本来|先|都|就|也|只)?(?:说|讲|话)(?!实话|白|真|起|来|不[准定清好上出过完明通]|句|明|到|过|好|法|清|吧|呢|啊|话|的)|^(?:just |only |always |they )?(?:said|says|told me(?! to\b)|claims?|claimed|promised)\b/u

/** The person's own again, after what others say. */
const ownAgain =
  /我(?!们公司|朋友|同学|同事|[男女]友|老[公婆]|[妈爸哥姐弟妹姨叔舅])|自己|本人|实际|其实|最后|还是|最终|结果|但|不过|可是|后来|真的|已经|\b(?:i|i'm|i've|im|ive|my|me|we|but|actually|however|turns|ended|in the end|now)\b/u

const solicits =
  /加我|私我|找我|联系我|扫码|跟我[一做干]|带你|教你|欢迎|姐妹们|宝妈们|朋友们|家人们|各位|名额|你还在|[您]|想了解|\b(?:join us|join my|dm me|message me|inbox|contact me|whatsapp me|sign up (?:now|today)|you(?:'ll| will| can| get)|your own|link in|click)\b/u
const narrates = /我(?!们(?:公司|团队|平台|项目|这))|咱|俺|\b(?:i|i'm|i've|im|me|my|we|us)\b/u

/** What somebody else says, in one clause made plain. */
export const isHearsay = (clause: string): boolean => heardZh.test(clause) || heardEn.test(clause)

/** Somebody else says it, and it is not told who. */
export const isReported = (clause: string): boolean =>
  reported.test(clause) || anyoneZh.test(clause) || anyoneEn.test(clause)

/** Says of what was said before it that somebody else said it. */
export const attributes = (clause: string): boolean => afterwardsZh.test(clause) || afterwardsEn.test(clause)

export const isOwnAgain = (clause: string): boolean => ownAgain.test(clause)

/** Whether a reply is the person's own telling rather than an offer pasted. Takes it made plain. */
export const isOwnTale = (text: string): boolean =>
  text.length <= LONGEST_OWN_WORD || (text.length <= LONGEST_TALE && narrates.test(text) && !solicits.test(text))
