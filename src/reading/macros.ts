import type { SignalFile } from '../knowledge/schema/signal.ts'

/**
 * Matches everywhere, and nothing. V8 compiles what follows a choice again for each of its branches, but only as far as
 * the next lookaround; and once all patterns together take 16 MB it optimises no more of them.
 */
export const CUT = '(?=)'

/**
 * What a pattern in knowledge/signals may name in braces. Matching is on normalised text: lower case,
 * Simplified, half-width; `，！？；：（）` have become `,!?;:()`.
 *
 * {n}      a number in figures or words: 3, 3980, 2w8, 三千九百八, 两, two, 4,997
 * {amount} a number that may carry a currency: 3980元, hk$5,800, 500u, $8k, 三百块
 * {money}  a number that must carry a currency, or is at least 100 or written with 百 千 万 w k
 * {pct}    a share: 20%, 百分之二十, 八个点, 两成
 * {pay}    {money}, {amount} or {pct}
 * {g}      a gap of at most 6 UTF-16 units inside one clause; {gg} at most 14
 * {s}      what may stand between a word and its number: space, colon, dash, "is", 只要 …
 */
const han = '一二两三四五六七八九十百千万零半几'
/** Begins where no longer number has begun: so a run of digits is tried once, not once per digit. */
const first = '(?<!\\d[.,]?)'
const firstZh = `(?<!\\d[.,]?|[${han}wk])`
const numberZh = `(?:${firstZh}\\d(?:[\\d,.]{0,8}\\d)?(?:[十百千万亿wk]{1,2}\\d?[千百]?\\d?)?|(?<![${han}wk])[${han}俩仨][${han}]{0,8}[来多]?)`
const numberEn = `(?:${first}\\d(?:[\\d,.]{0,8}\\d)?(?:k|m| ?million| ?thousand| ?grand)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|a couple(?: of)?|a few)`
const before = '(?:hk\\$|nt\\$|us\\$|s\\$|rmb|usdt|usd|hkd|ntd|twd|myr|rm|港币|台币|新台币|美金|美元|人民币|[$£€¥])'
const afterZh =
  '(?:多|来)?(?:块钱?|元(?:钱|整)?|人民币|港币|港元|港纸|台币|蚊|美金|美元|美刀|刀|usdt|usd|u(?![a-z])|eth|btc|bnb|米|皮|大洋|rmb|马币|令吉|新币|欧元|英镑)'
const afterEn =
  '(?: ?(?:usdt|usdc|usd|eth|btc|bnb|dollars?|bucks|pounds|quid|euros?|ringgit|yuan|rmb|hkd|pv|u(?! (?:get|gets|earn|make|bring|can|have|will|need|must|pay|just|only|recruit|invite|sign|r|are|got|also)\\b))(?![a-z]))'

const shared = { g: '[^,;!?。\\n]{0,6}', gg: '[^,;!?。\\n]{0,14}' }

const zh: Readonly<Record<string, string>> = {
  ...shared,
  n: numberZh,
  amount: `(?:${before} ?)?${numberZh}${CUT}(?: ?${afterZh})?`,
  money: `(?:${before} ?\\d[\\d,.]{0,9}[百千万wk]?\\d?|${numberZh}${CUT} ?${afterZh}|${firstZh}\\d{3,8}(?:\\.\\d{1,2})?(?![\\d:%年月日号人个位名层代级])|${firstZh}\\d{1,4}(?:\\.\\d)?(?:[百千]?[万w]|[千百k])\\d?[千百]?\\d?(?![\\d人个位名])|${firstZh}[一二两三四五六七八九十]{1,3}[百千万][一二两三四五六七八九十百千万零]{0,7}(?![人个位名层代级]))`,
  pct: `(?:${firstZh}\\d{1,4}(?:\\.\\d{1,2})?(?:-\\d{1,3})? ?(?:%|个?点(?![钟到])|趴|成(?![为员功]))|百分之[\\d一二两三四五六七八九十]{1,4}|${firstZh}[一二两三四五六七八九十半]{1,3}(?:成(?![为员功])|个点|%))`,
  s: '(?: ?[:=是-] ?|只要|只需|仅需|才|仅|需要?|要|就|为|只|共|统一|现价|特价|优惠价?|一共|一次性|原价| ){0,2}',
  who: '(?:人头|新人|朋友|好友|亲友|亲戚|熟人|老乡|同学|同事|家人|下线|代理|会员|店主|合伙人|宝妈|队友|徒弟|学员|伙伴|用户|客户|股东|创客|团长|经销商|加盟商|分销商|掌柜|粉丝|有效|真人|实名|人)',
  each: '(?:[一1每两三四五六2-9]|\\d{1,2}|十)(?:个|名|位|人|单|家|对|份|盒)',
  recruit: '(?:直推|间推|推荐|推介|推广|拉|带|介绍|邀请|邀|发展|招募|招揽|招|引荐|引进|裂变|分享|叫|喊|找|揾|揪|推)',
  reward:
    '(?:奖励|奖金|奖|返利|返现|返佣|返点|返|提成|抽成|抽佣|抽|佣金|分红|红利|补贴|津贴|回赠|回馈|赚|得|给|拿|赏|分|提)',
  below:
    '(?:下线|下级|下属|下家|下面|底下|手下|名下|伞下|旗下|团队|小组|队伍|部门|市场|左右区|两边|两条线|小区|大区|后面的人|他们再|直推间推|徒子徒孙)',
  rank: '(?:vip|svip|会员|店主|掌柜|代理商?|总代理?|省代|市代|区代|县代|区县代|城代|官方代?|一级代?|特约|特代|总监|董事|股东|合伙人|经销商|加盟商|分销商|联创|联合创始人|创始人|创客|团长|群主|钻石?|铂金|白金|黄金|金卡|钻卡|铂钻|银卡|经理|主任|达人|推广员|站长|节点|矿主|盟主|创业者|星级|[一二三1-5]星|皇冠|老板)',
  join: '(?:加入|入会|入伙|入股|入门|入场|入局|入群|进群|入盟|进场|上车|加盟|激活|开通|注册|成为|升级|解锁|认购|做|当|拿下|开户|参与|参加|报单|上位|占位|排位|排单)',
  earn: '(?:提现|出金|分红|返利|返现|赚钱|收益|收入|佣金|回本|拿钱|提成|开工资|结算|解冻|奖金)',
}

const en: Readonly<Record<string, string>> = {
  g: '[^,;!?。\\n.]{0,14}',
  gg: '[^,;!?。\\n.]{0,36}',
  n: numberEn,
  amount: `(?:${before} ?)?${numberEn}${CUT}${afterEn}?`,
  money: `(?:${before} ?\\d[\\d,.]{0,9}(?:k|m)?(?![a-z\\d])|${numberEn}${CUT}${afterEn}|${first}\\d{1,3}(?:\\.\\d)?k(?![a-z])|${first}\\d[\\d,]{2,9}(?![\\d%:])(?! ?(?:people|members|friends|levels)))`,
  pct: `(?:${first}\\d{1,4}(?:\\.\\d{1,2})?(?:-\\d{1,3})? ?(?:%|percent|pct))`,
  s: "(?: (?:is|are|costs?|of|only|just|at|for|for only|for just|fee is|it's|runs|starts at|from)|:| -| =|'s)? ?",
  who: '(?:friends?|people|person|persons|members?|recruits?|reps?|representatives?|agents?|partners?|consultants?|ambassadors?|distributors?|affiliates?|newbies?|others|someone|anyone|girls?|ladies|moms?|women|guys?|referrals?|sign-?ups?|investors?|sellers?|coaches|buddies|mates?|relatives|family|downlines?|associates?|promoters?|students?|users?|heads?|frens?|ppl|customers?|lady|woman|man|girl|moms|mums|players)(?![a-z])',
  below:
    "(?:downlines?|team(?:'s|s)?|organi[sz]ation|network|legs?|people (?:below|under|beneath) (?:you|me|them)|(?:girls|reps|people|ladies|agents|members|recruits|those|everyone|anyone|guys|folks) (?:you )?(?:below|under|beneath)(?: (?:you|me|them))?|recruits|group|their (?:team|people|recruits))",
  level: '(?:levels?|lvls?|tiers?|generations?|gens?|layers?)',
}

export const macros: Readonly<Record<SignalFile['language'], Readonly<Record<string, string>>>> = {
  zh: { ...zh, pay: `(?:${zh.pct}|${zh.amount})` },
  en: { ...en, pay: `(?:${en.pct}|${en.amount})` },
}
