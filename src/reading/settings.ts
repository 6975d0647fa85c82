/**
 * Where words of reward mean something else: wages and staff referrals, coupons and customers' bonuses,
 * outings. There they are evidence only beside a price to join or another fraud.
 */
const elsewhere = new RegExp(
  [
    '入职|转正|内推|岗位|底薪|月薪|时薪|日结|工资|薪资|薪水|招聘|诚聘|急招|急聘|招工|包吃|五险|部门|绩效|年终|季度|员工|上班|试用期|应聘|简历|面试|普工|工厂|年会',
    '券|\\d元?红包|下单(?:得|返|送|立)|积分(?:兑|商城|抵|换)|(?:公司|老板|店里)[^。\\n]{0,20}(?:客户|顾客|用户)|(?:客户|顾客|用户)[^。\\n]{0,20}(?:公司|老板)|立减|满减|优惠|折|话费|双方|各得|各送|老带新|新人礼|官方活动|刷卡金|包邮|学费|体验课|拼团|团购|外卖|打车|买菜|店家|那家店|快递|超市|门店|套餐流量|年卡|月卡|报班|考研|驾校|沙发|装修|定金|租房|房东|二手',
    'aa|接龙|聚餐|团建|爬山|球|读书会|婚礼|班级|家长|志愿|比赛|社团|运动会|活动室',
    '\\b(?:hiring|payroll|salary|shift|resume|interview|onboarding|quarter|q[1-4]|full-?time|part-?time|employer|employees?|benefits|401k|vacanc(?:y|ies)|per hour|an hour|hourly|wage|bonus pool|our company|candidate|standup|manager)\\b|/hr\\b',
    '\\b(?:coupon(?! for (?:each|every))|voucher|discount|(?<!\\bi get (?:one|a|1) )free month|both (?:get|receive|earn)|you both|each get|store credit|% off|cashback|free shipping|volunteers?|bake sale|potluck|charity|raffle|tournament|picnic|for sale|selling my|buyer|rent|roommate|landlord|realtor)\\b',
  ].join('|'),
  'u',
)

export const isElsewhere = (text: string): boolean => elsewhere.test(text)
