/**
 * Subjects that knowledge has nothing on, by the words that give them away, one subject a line. A word counts only where
 * the topic found does not speak of it itself. Written as text made plain; English words are compared whole.
 */
const zh = `
税 增值税 发票 报销 社保 公积金 养老金 强积金 起征点
离婚 结婚 子女 父母的债 彩礼 抚养 赡养 收养 遗产 继承 遗嘱 家暴 出轨
房产 房东 租房 租客 租金 租屋 物业费 装修 按揭 房贷 过户 征地 拆迁 公屋 邻居 噪音
贷款 网贷 信用卡 利率 利息 高利贷 逾期 欠条 借条 破产 汇率
劳动合同 工伤 加班 辞退 离职 竞业 试用期 年终奖 最低工资 产假 年假 拖欠工资 发工资 不发工资 裁员 欠薪 仲裁 裁员
专利 商标 著作权 版权 抢注 盗版
驾照 酒驾 酒后 醉驾 驾驶 交通事故 闯红灯 超速 停车 买车 车祸 车险 扣分 违章
签证 护照 移民 户口 户籍 身份证怎么 旅游 机票 航班 飞机 酒店 快递 外卖
股票 股价 股东 股权 分红怎么 基金 期货 炒股 比特币 虚拟货币交易 黄金 彩票 中奖
赌博 赌场 毒品 贩毒 吸毒 盗窃 偷窃 偷东西 抢劫 杀人 强奸 嫖娼 枪支 洗钱 行贿 受贿 贪污 挪用 帮信罪 醉酒 斗殴 打架 偷拍 骚扰 造谣 名誉
律师 上诉 缓刑 减刑 保释 取保 假释 开庭 传票 出庭 法律援助 法考 案底 拘留所 看守所 追诉 诉讼时效 时效 诉讼费 宣告死亡 失踪 死刑 陪审
注册公司 注册一家 开公司 注册资本 有限公司 股份公司 分公司 注销 年检 个体户 法人变更 公司名称 创始人 创办人 总部 市值 哪年成立
历史 发明 埃及 法老 电影 电视剧 纪录片 小说 歌手 足球 篮球 世界杯 笑话 星座
天气 下雨 气温 地震 星期几 首都 人口
菜谱 红烧 餐厅 火锅 好吃 好喝 减肥 感冒 吃什么药 治病 看病 医院 医保 疫苗 怀孕 功效 副作用 心理 催眠 过敏
高考 考研 留学 公务员 当兵 英语 作业 论文 学费 幼儿园 小学
电脑 蓝屏 软件 密码 账号 封号 解封 开发 代码 编程 翻译 淘宝 拼多多 京东 亚马逊 直播带货 条形码
食品 生产日期 保质期 假货 假药 卖烟 养狗 宠物 个人信息 隐私 慈善 捐款 火灾 污染
你是谁 你叫什么 你几岁 你是人 机器人 人工智能 什么模型`
const en = `
tax taxes taxed taxation vat invoice pension inheritance inherit estate probate
divorce divorced marriage marry custody adopt adoption alimony
landlord tenant rent renting mortgage evict eviction property neighbour neighbor noise fence
loan_shark payday usury interest_rate bankruptcy bankrupt credit_card credit_score debt_collector
wage wages overtime redundancy unfair_dismissal fired non-compete maternity minimum_wage annual_leave sick_leave
patent patents trademark trademarks copyright piracy
drive driving driver speeding parking traffic car_accident seat_belt scooter
visa visas passport immigration citizenship asylum hotel flight flights tourist airline luggage
stocks stock_price bitcoin ethereum gold bonds dividend dividends insurance lottery gambling casino
drugs cannabis marijuana theft steal stolen shoplifting robbery burglary murder manslaughter rape gun guns laundering bribery insider assault stalking defamation hacking
lawyer lawyers solicitor barrister attorney bail appeal judge judges jury parole probation small_claims limitation statute_of_limitations criminal_record witness subpoena legal_aid
ltd llc incorporate incorporation incorporated limited_company founder founded headquarters ceo revenue market_cap net_worth
history egypt egyptian egyptians pharaoh cult cults psychology psychological documentary
weather rain sunny snow movie film films song singer football basketball recipe bread cook cooking restaurant diet calories nutrition lose_weight vaccine vaccines doctor hospital side_effects healthy pregnant
homework essay university exam school_fees laptop password software wifi error_message programming python_code
vote election president capital_of tallest joke poem dog dogs cat pet pollution litter littering weed your_name chatbot robot language_model
warranty faulty mobile_phone broadband phishing identity_theft gdpr privacy cookie`

/** What knowledge is about, by its names. */
const own =
  /传销|直销|拉人头|人头费|入门费|团队计酬|层压|金字塔|老鼠会|多层次|多级|微商|分销|集资|刷单|返利|资金盘|庞氏|下线|上线|发展人|保本|pyramid|ponzi|direct sell|mlm|multi-?level|network marketing|headcount|entry fee|team pay|downline|upline|recruit/u

const listed = (lines: string) => lines.trim().split(/\s+/u)
const english = listed(en).map((word) => word.replaceAll('_', ' '))
const strange = new RegExp(`${listed(zh).join('|')}|(?<![a-z])(?:${english.join('|')})(?![a-z])`, 'gu')

/** The words of other subjects in a text made plain. */
export const otherSubjectsIn = (text: string): readonly string[] => [...text.matchAll(strange)].map(([found]) => found)

/** Whether a text made plain names what knowledge is about. */
export const namesSubject = (text: string): boolean => own.test(text)
