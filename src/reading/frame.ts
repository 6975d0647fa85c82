/**
 * How a message speaks: whether its words are an offer or somebody's own account of one, or whether they
 * warn, report or ask in general. All on normalised text; all patterns bounded.
 */
export type Frame = 'offer' | 'account' | 'report' | 'question'

const warning = new RegExp(
  [
    '(?:警方|公安|警察局|民警|反诈|刑事局|消基会|消费者协会|消协|监管局|市监局|工商|法院|检察院|央行|银保监)[^,!?。\\n]{0,8}(?:提醒|呼吁|提示|通报|通告|公告|披露|宣传|发布|预警|公布|判|查处|认定|介绍)',
    '(?<!温馨)(?:提醒|呼吁|告诫|奉劝|劝告)(?:大家|各位|老人|市民|群众|消费者|广大|家长|同学|你们|一下|爸妈|亲友|亲们|您|:)',
    '(?:都是|就是|可能是|很可能是|多半是|肯定是|属于|一定是|大概率是|往往是|基本是|纯属)(?:个|一种|典型的?|诈骗|骗局?|传销|陷阱|圈套|老鼠会|庞氏|骗人的?|骗子|套路|资金盘)(?!的?公司正规)',
    '(?:切勿|不要|别|勿|千万别|千万不要)(?:轻信|相信|信|上当|受骗|参与|贪|随便信)',
    '(?:谨防|警惕|当心|慎防)(?!假冒|仿冒)',
    '小心(?:是|有|这种|那种)?(?:传销|骗|老鼠会|诈骗|上当|陷阱)',
    '(?:涉案|涉嫌传销|涉传|落网|被抓|抓获|刑拘|判处|判刑|获刑|有期徒刑|被告人?|立案|查处|取缔|一审|二审|破获|捣毁|打掉|被查|被端)',
    '(?:据报道|据悉|新华社|央视|记者|新闻|本报讯|日前|通报)[^!?\\n]{0,40}(?:传销|诈骗|涉案|会员|下线|骗)',
    '(?:传销|诈骗|骗局|庞氏|老鼠会|直销)[^,!?。\\n]{0,6}(?:组织|头目|案|案件|特征|套路|手法|手段|的特点|有哪些|罪|人员|的定义|活动|窝点|常见|三大|识别)',
    '(?:禁止传销条例|刑法|第[\\d一二三四五六七八九十百]{1,5}条|构成传销|什么是传销|什么叫传销|如何识别|怎么识别|教你识别|反诈app|反传销|防骗)',
    '(?:拨打?|请拨|致电)(?:110|165|96110|12315|18222)',
    '\\b(?:consumer|scam|fraud|public|safety) (?:alert|warning|awareness|advisory|watch)\\b',
    "\\b(?:beware|watch out|be (?:careful|wary|cautious)|red flags?|warning signs?|don't (?:fall for|get scammed)|avoid (?:these|any|offers)|how to (?:spot|avoid|identify|recogni[sz]e)|steer clear|stay away from|signs of a)\\b",
    '\\b(?:sentenced|convicted|pleaded guilty|indicted|jailed|fined|sued|lawsuit|class action|prosecutors?|regulators?|court (?:ruled|heard|found)|settled (?:with|for)|shut down|crackdown|raided|ftc|attorney general|watchdog)\\b',
    '\\bpolice (?:advisory|alert|notice|report|force|spokes\\w{1,8}|say|said|warn|warned|have|arrested|raid|are|urge|advise|investigat)',
    '\\b(?:warns|warned|warning) (?:that|of|about|parents|students|residents|members|the public|people|customers|consumers|investors|against)\\b',
    '\\b(?:students|victims|members|investors|recruits|consumers|participants|residents|workers|retirees|people)(?: who [a-z]{2,12})? were (?:asked|told|made|lured|promised|urged|required|persuaded|paid|duped|tricked|defrauded)\\b',
    '\\b(?:members of the public|the complaint (?:says|alleges)|complaint alleges|according to (?:the )?(?:police|court|complaint|report|prosecutors))\\b',
    '\\b(?:if (?:a|any|some) (?:job|company|person|offer|group|employer|platform)|if (?:someone|anyone|somebody)) (?:asks?|wants|tells|makes|offers|promises)\\b[^!?\\n]{0,80}(?:scam|pyramid|ponzi|run|walk away|report|block|hang up|fraud|don.t pay|never pay)',
    '\\b(?:arrested|charged) (?:\\d{1,4}|two|three|four|five|six|ten|a (?:man|woman|couple|gang|group)|for|over|after|in connection)',
    "\\b(?:is|are|it's|that's|was|usually|likely|probably|often|always|almost certainly)(?: (?:usually|likely|probably|often|always|most likely|just|all|clearly))* (?:a |an )?(?:pyramid|ponzi|scams?|fraud)(?: schemes?)?\\b(?! \\?)",
    '\\b(?:documentary|podcast|article|news|study|research|report|essay|lecture|episode)\\b[^!?\\n]{0,30}(?:pyramid|mlm|scam|ponzi|fraud|multi-?level|passive income)',
    '\\b(?:pyramid|ponzi) schemes? (?:are|is|work|rely|collapse|promise|typically|usually|often|require|pay)\\b',
    '\\b(?:a|any|every|real|legit(?:imate)?|genuine) (?:bank|company|employer|business|job|lottery|agency)(?: (?:will|would|does))? never (?:ask|call|charge|request)',
  ].join('|'),
  'u',
)
/** Said by someone who speaks for an office he does not hold, or who sells: then the words above prove nothing. */
const addressed =
  /我(?:这)?是[^,;!?。\n]{0,12}(?:警|公安|检察|法院|客服|社保|医保|税务|银监)|(?:您|你)(?:的)?(?:名下|账户|账号|帐户|银行卡|包裹|身份证|信用卡)|(?:你|您)(?:已)?涉嫌|this is (?:officer|agent|inspector|detective|the |your )|you owe|your (?:account|ssn|parcel|package|card|social|apple|bank)|(?:不是|绝非|并非|不属于|绝对不是)(?:什么|任何)?(?:传销|骗局|骗人|资金盘)|not a (?:pyramid|scam|ponzi)|isn't a (?:pyramid|scam|ponzi)|is (?:this|it|that) a (?:pyramid|scam|ponzi)|(?:是不是|算不算|会不会是|难道是|是)(?:传销|骗局|骗子|骗人的)(?:吗|么|啊|\?)/u
const decided =
  /都是(?:诈骗|骗|传销|陷阱|骗局)|切勿|不要(?:轻信|相信)|别信|谨防|涉案|抓获|判处|落网|获刑|警方通报|警方提醒|民警提醒|反诈中心提醒|beware|consumer alert|scam alert|sentenced|convicted|ftc|will never ask|scammers?|don't fall for|do not fall for|stay away|steer clear|scam going (?:round|around)|warning signs?|signs of|how to (?:spot|avoid|identify|recogni[sz]e)|\bvictims?\b|court heard|warned (?:parents|students|residents|members|people|the public)|were (?:asked|told|made|lured|promised) to|police (?:say|said|warn|advis|alert)|members of the public|documentary|podcast|\bnever (?:pay|send|give)\b|run away|walk away/u

/** A price with a word to the reader who is to join: whatever else is said of schemes, this is an offer. */
const inviting =
  /\b(?:(?:dm|pm|inbox|message|text|whatsapp|call|contact|ask) (?:me|us|for (?:details|info|link))|(?:you|u|ya) (?:(?:will|can|also|just|only|then) )?(?:get|earn|make|receive|keep|cash out|collect)|(?:refer|invite|bring|recruit|enrol|enroll) (?:just |only )?(?:\d|two|three|four|five|a friend|your|one)|(?:for|per|on) (?:each|every|any) (?:friend|girl|person|member|one|lady|mum|head|recruit|rep)|your (?:link|team|downline|first)|per (?:referral|recruit|friend|invite|person|head)|(?:girls|people|friends|members) (?:i|you|u) (?:bring|recruit|invite|refer|sign)|to (?:start|join|activate)\b|join (?:us|now|today|my)|sign up (?:now|today|here|with))/u
const priced =
  /[$£€₦₱₹]\d|\b(?:rs|rm|usdt?|php|ngn|kes)\.? ?\d|\d ?(?:k\b|usdt?\b|naira|pesos?|pounds|dollars|bucks|quid|euros?|ringgit)|%/u
const isInviting = (text: string) => inviting.test(text) && priced.test(text)

const account = new RegExp(
  [
    '(?:我|俺|我们)(?!是)[^,;!?。\\n]{0,5}(?:交了|付了|花了|充了|投了|买了|进了|刚进|加入了|被拉|被骗|入了|已经交|已经投|做了|拿了|囤了|报了|打了|转了|借了|刷了)',
    '(?:拉|让|叫|找|劝|忽悠|骗|催|逼|约|喊|推荐|介绍)(?:着|了)?(?:我|俺)(?!的)',
    '(?:跟|和|对|给|要)我(?:说|讲|推荐|介绍|交|买|办|打|转|拉)',
    '我(?:的)?(?:妈|爸|姐|哥|弟|妹|舅|姑|姨|叔|伯|表|堂|婆|公公|老公|老婆|男友|女友|男朋友|女朋友|对象|一个朋友|有个朋友|朋友|同学|同事|闺蜜|室友|邻居|亲戚|家人|二姨|大姨|三姨|儿子|女儿|外婆|奶奶|爷爷|领导|同乡|老乡|战友|丈母娘|岳|小姨|师傅|老乡)',
    '(?:朋友|同学|同事|亲戚|老乡|闺蜜|室友|网友|邻居|老板|有人|对方|他们|她|他|上线|老师)(?:拉我|说|让我|叫我|要我|告诉我|跟我|介绍我|给我)',
    '(?:之前|已经|昨天|上周|上个月|刚刚|刚|去年)(?:交|投|付|充|转|打|进|买|花)(?:了|的|进去)?',
    '(?:怎么办|能退吗|退得了吗|要不要加入|该不该|能信吗|敢不敢|要不要做)',
    "\\b(?:i|we|i've|we've)(?: (?:have|had|was|were|just|already|recently|got|am|been|also|then|once))* (?:paid|joined|signed|bought|put|invested|invited|told|asked|sent|deposited|lost|offered|pressured|recruited|spent|approached|contacted|considering)\\b",
    '\\b(?:my|our) (?:aunt|uncle|cousin|friend|mom|mum|mother|dad|father|sister|brother|wife|husband|boyfriend|girlfriend|roommate|coworker|colleague|neighbou?r|boss|son|daughter|grandma|grandmother|classmate|ex|niece|nephew|partner|in-?laws?|best friend|old friend)\\b',
    '\\b(?:asked|told|wants?|pressured|invited|messaged|promised|convinced|begging|pushing|pitched|approached|said to) (?:me|us)\\b',
    '\\b(?:they|she|he) (?:said|says|told|want|wants|keep|keeps|promised|claim|claims|asked)\\b',
  ].join('|'),
  'u',
)
const news =
  /据报道|据悉|通报|涉案|获刑|判处|落网|抓获|被告|新华社|\b(?:sentenced|convicted|ftc|indicted|prosecutors?|according to)\b/u

const asks =
  /(?:吗|么|呢|啊|嘛|\?)\s*$|(?:吗|么|嘛)[,?!。]|是不是|算不算|会不会|算传销|属于传销|什么是|啥是|怎么判断|合法吗|靠谱|\?|\b(?:is it|is this|are these|does it count|what is|how do i|can someone explain|difference between)\b/u
const general =
  /传销|直销|微商|老鼠会|骗|违法|合法|庞氏|pyramid|mlm|multi-?level|scam|legit|legal|ponzi|network marketing/u
const figure = /\d{2,}|[一二两三四五六七八九十][百千万]|[$£€¥]\d/u

/** What kind of speech a whole normalised message is. */
export function frameOf(text: string): Frame {
  const own = account.test(text)
  if (warning.test(text)) {
    if (own && !news.test(text)) return 'account'
    if (decided.test(text) || !(addressed.test(text) || isInviting(text))) return 'report'
  }
  if (own) return 'account'
  if (asks.test(text) && general.test(text) && !figure.test(text)) return 'question'
  return 'offer'
}

/** A sentence about offers in general: 凡是要先交钱的都别信; "if you must pay to join, it is likely …". */
const hypothetical =
  /^[^,]{0,8}(?:凡是|但凡|任何(?:要|让|需要|以)|如果(?:要|对方|有人|遇到)|若|遇到|要你|叫你|让你|只要是)[^。!?\n]{0,40}(?:小心|当心|别信|不要信|警惕|就是骗|都是骗|是传销|算传销|属于传销|是诈骗|违法|赶紧跑|快跑|千万别|一律)|\bif (?:you|someone|a company|they|it|anyone)[^!?\n]{0,90}(?:likely|probably|run|walk away|scam|pyramid|ponzi|red flag|be careful|illegal)/u

export const isHypothetical = (sentence: string): boolean => hypothetical.test(sentence)

const denialZh =
  /(?:(?<!要(?=不要)|是(?=不是)|能(?=不能)|会(?=不会))不(?!仅|但|只|光|过|错|少|管|论|然)|无|没|免|未|勿|别|毋|唔|零)(?:需|须|用|必|要|收|交|缴|会|能|是|有|想|再|强制|强迫|任何|一分|要求|额外|另外|得|可|准|让|搞|做|使|存在|付|先|所谓|什么|拿|靠|按|你|去){0,4}$/u
const denialEn =
  /(?:^|[^a-z])(?:(?:never|didn't|did not) (?:said|say|claimed?|meant?|told you)(?: that)?(?: (?:i|we|you))?|no|not|never|without|zero|nothing|nobody|neither|nor|none|isn't|don't|doesn't|dont|won't|didn't|aren't|can't pay|needn't)(?: (?:have|need|needed|required?|to|be|any|a|an|the|asking|ask|you|ever|even|must|one|charge|pay|paying|upfront|hidden|monthly|is|was|are|for|of|your|get|earn|is it|about|such|kind|making|it|this|pays?|gets?|gives?|for|by)){0,5}[ -]?$/u

const refused =
  /(?:拿|分|得|领|提|抽|赚)(?:不|唔)到|(?:跟|和|与|同)我(?:没|没有|冇|无)(?:什么|啥|任何)?关|没(?:有)?我(?:的)?(?:份|事)|(?:不|唔)(?:会)?(?:多)?(?:分|给|算|畀|俾)(?:给)?我|\bnothing to do with me\b|\bi (?:get|earn|see|make) (?:nothing|zero|nada)\b/u
const condition = /[不没冇唔]|如果|要是|除非|\b(?:if|unless|until|without|don't|doesn't|no)\b/u

/** "下面的人卖货我拿不到提成": of a reward it is said that one does not get it, and not only where something is not done. */
export function refusesReward(words: string): boolean {
  const found = refused.exec(words)
  return found !== null && !condition.test(words.slice(0, found.index))
}

/** No denial goes without one of these. */
const mayDeny = /[不无没免未勿别毋唔零a-z]/u

/** Is what follows `before` denied by the words just before it? `before` is the clause up to there. */
export const isDenied = (before: string): boolean => {
  const near = before.slice(-40)
  return mayDeny.test(near) && (denialZh.test(near) || denialEn.test(near))
}

const compelsAfter =
  /^(?:的话|进来|来|够|满|人|头|费|钱|,| ){0,4}(?:就|则|便|都|你就|根本|一分钱?都?){1,3}(?:是|也|只|你)?(?:没(?!关系|有上限|问题)|不(?!过|用|需|必|限)|无(?!需|须|所谓)|拿不|提不|赚不|出不|白(?:干|做|搭)|休想|别想|等于|亏)|^不(?:让|给|能|准|许)|^,?(?:没有|没|无|拿不到|提不了|赚不到|不给|不能)(?:任何|一分)?(?:收入|收益|钱|佣金|提现|出金|分红|工资)|^[^.!?;]{0,24}(?:you |i |we |he |she )?(?:can't|cannot|won't|can not|don't (?:earn|get|make)|earn nothing|get nothing|make nothing|lose)/u
const conditionBefore =
  /(?:如果|要是|若|一旦|谁|要)(?:你)?$|(?:if|unless|until|since)(?: you| i| we| they)?(?: do| ever)? ?$/u

/** "不拉人就没有收入", "without recruiting you cannot earn": a denial that is really a requirement. */
export const isCompelled = (before: string, after: string): boolean =>
  compelsAfter.test(after.slice(0, 60)) || conditionBefore.test(before.slice(-20))
