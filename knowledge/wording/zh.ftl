# 机器人说的简体中文。每一条在 en.ftl 里都有对应的一条，变量相同；繁体由此转换而来。
# 事实、法律、案例、提醒和建议自带文字；这里只是把它们连起来的话。

language-name = 简体中文
quote = “{ $quote }”
cite-document = 文章《{ $title }》第{ $paragraphs }段
cite-authority = { $name }（{ $year }年）
cite-place = { $name }{ $places }

## 理解到的内容

understood-first = 我从你说的里面看到这些：
understood-more = 又看到这些：
understood-also = 另外记下：
understood-nothing = 从这段话里还看不出具体的做法，我来问你几句。
understood-nothing-more = 这段话里没有新的内容。
understood-again = 这一份你之前发过，我接着那次的说。那时记下的：
understood-already = 这些我已经记下了。
understood-line = · { $line }
understood-account = · 你说的：{ $line }（我再确认一下）
understood-claim = · 对方的说法：{ $line }（你确认之前不算数）
understood-unknown = · 还不清楚：{ $fact }
understood-number = · { $fact }：{ $value }
evidence-quoted = { $statement }：{ $quote }
evidence-answered = { $statement }（你的回答）
place = （第{ $part }条）
place-speaker = （第{ $part }条，第{ $who }位说的）
place-picture = （第{ $picture }张图第{ $line }行）
shown = 到现在为止，我的理解是：
shown-nothing = 还没有内容。把对方发的话贴给我，或者用你自己的话讲一讲。

## 提问

question-contradiction =
    有两处对不上：{ $yes } 和 { $no }。
    { $question }
question-account =
    你提到{ $quote }。再确认一下：
    { $question }
question-claim =
    对方说{ $quote }。你自己了解到的是怎样？
    { $question }
why-asked =
    { $why }
    依据：{ $basis }
help-unknown =
    先记作“不清楚”，不当“没有”。
    怎么查：{ $look }
    可以问对方：{ $ask }
not-understood = 没听明白，是有还是没有？说不准就回“不知道”。
not-understood-again = 抱歉，没接上。有、没有，还是不清楚？
not-understood-choice = 没对上选项。按编号选，或者直接说你的情况。
not-understood-after = 我没明白你的意思。可以选下面的一项，或者再发一些关于这件事的内容。
number-expected = 这里要一个数字，不清楚就说“不知道”。
stale = 那一题已经过了，现在问的是：
no-text = 我在这里只能看文字和图片。请把对方的话贴过来，发截图，或者讲一讲。
no-link = 链接我打不开，把里面的文字贴过来，发截图，或者用你自己的话讲讲。
too-long = 内容太长，我只读了前 { $most } 个字符。
edited = 你改了一条消息，我重新读了一遍。
handed-over = 群里说到的我都带过来了：
handed-over-nothing = 群里的那件事我带过来了。
handed-to-another = 这个链接是给另一位群友的。把那段话转发到这里，我陪你一起看。

# $which: the number of the picture, or their numbers as one enumeration
picture-read = 第{ $which }张图我读了，共{ $lines }行字。
picture-refused = 第{ $picture }张图没读成：{ $reason }
picture-poor = 第{ $picture }张图里认得出的字很少。
picture-paste = 请把里面要紧的字贴过来，或者用你自己的话讲讲。
picture-not-a-picture = 这个文件不是图片。
picture-kind = 这种格式的图我读不了，请存成 JPG 或 PNG，或者截屏再发。
picture-bytes = 文件超过 10 MB，请截下要紧的部分再发。
picture-too-large = 图太大了，所有画面加起来不能超过 2500 万像素，请截下要紧的部分再发。
picture-broken = 文件不完整或者坏了，请重新发一次。
picture-nothing = 里面没找到字。
picture-unable = 这里没有装读图的功能。
picture-too-slow = 读了太久，没有读完，请截下要紧的部分再发。
picture-too-heavy = 读的时候出了差错，请截下要紧的部分再发。
picture-too-many = 你一下子发了太多图，过几分钟再发。
picture-busy = 排队等着读的图太多，过一会儿再发。
picture-not-fetched = 没能取到这张图，请再发一次。
code-contact = 第{ $picture }张图里的二维码是用来加人或进群的（{ $place }），我没有打开。
code-payment = 第{ $picture }张图里的二维码是用来付钱的（{ $place }），我没有打开；弄清楚之前先别付。
code-link = 第{ $picture }张图里的二维码是一个链接，通往 { $place }，我没有打开。
code-words = 第{ $picture }张图里的二维码写的是：{ $words }

## 结论

label-pyramid = 就和法律写的传销对得上了
label-grey = 就有一部分特征对得上了
label-other-fraud = 就更像别的骗钱手法，要另外看
label-not-pyramid = 就和传销对不上
label-unclear = 就还判断不了
verdict-other-fraud = 照你说的，{ $mark }。{ $says }{ $hotline }
verdict-same = 补上了，结论不变。
elements-seen = 看到的：{ $elements }。
lower-after-change = 改的是回答，不是做法；以实际为准。
element-met = ● { $name }：{ $because }
element-met-alike = ● { $name }
elements-not-met = 没看到：– { $names }。
elements-open = 还不清楚：○ { $names }。
verdict-case = 最像：{ $title }（{ $status }）。{ $comparison }
case-shared = 相同：{ $facts }。
case-different = 那个例子里另有：{ $facts }。
case-open = 那里还有、这里还不清楚的：{ $facts }。
case-apart = 不一样的地方：{ $facts }。
case-otherwise = 也有类似的案子，结果不同：
case-other-law = 这是按另一处的法律定的，不能直接套到这里：
case-named = { $name }：{ $title }
case-standing = { $year }年，{ $status }
case-elsewhere = { $place }，{ $standing }
where-cn = 中国大陆
where-hk = 香港
where-tw = 台湾
where-sg = 新加坡
where-my = 马来西亚
where-us = 美国
where-uk = 英国
where-eu = 欧盟
verdict-open = 还没弄清：{ $changes }。
verdict-change = 如果后来发现{ $condition }，{ $verdict }
verdict-missing = 弄清这些就能判断：{ $facts }。
verdict-open-fraud = 我没有逐样问别的骗术；要你先垫钱、先交费才给钱，就停下来再问我。
fraud-first = 这像是“{ $name }”。先停一下：在弄清楚之前别转钱、别报验证码。{ $hotline }
verdict-warnings = 另外当心：{ $warnings }。
verdict-basis = 依据：{ $basis }。{ $date }核对，仅供参考，不是法律意见。
law-elsewhere = 刚才是按{ $law }看的，各地规定不一样。你在别处，就说一声，比如“我在香港”“我在台湾”，或者说“换法律”。
law-suggested = 你提到{ $word }。要改按{ $law }看，说“/law { $id }”。
law-not-here = 你那里的法律我不知道。我知道的是：{ $laws }。要按其中一处看，说一声，比如“我在香港”，或者 /law；眼下按{ $law }看，只能作参考。
compared = 同一套做法，照你说的，按各地法律来看：
compared-law =
    { $law }（核对于{ $date }）
    { $headline }
    那里看的是：{ $short }{ $open }
compared-how = 说出要比的地方，比如“和台湾比一比”，或者 /law hk tw。
status-told = 文章里讲的，不是判决
status-final = 已作出决定
status-settled = 和解，没有认定
status-pending = 还没有结论，不是认定
status-reduced = 已作出决定，后来处罚减轻
status-withdrawn = 已撤销，没有认定
status-archetype = 典型做法，不是具体案件
reason-met = ● { $name }：照你说的，有。{ $says }
reason-not-met = – { $name }：照你说的，没有。{ $says }
reason-open = ○ { $name }：还不清楚。{ $says }
reason-authority = ○ { $name }：{ $says }
reason-basis = 依据：{ $basis }
reason-defence = ＋ { $name }：{ $says }
reason-warning =
    ⚠ { $label }：{ $says }
    依据：{ $basis }
case-full =
    { $title }（{ $status }）
    { $told }
    { $decided }
    { $comparison }
    依据：{ $basis }
cases-none = 我没有和这个接近的例子。
crime =
    { $name }
    { $says }
    { $state }
    依据：{ $basis }
not-yet = 现在还说不准，先一个一个问题来。

## 图片

card-title = 这是传销吗？
card-quotes = 原话
card-caption = 结论卡片，可以存下来，也可以转给要看的人。上面没有公司名和人名。
card-state-met = 看到了
card-state-not-met = 没看到
card-state-open = 还不清楚
card-state-authority = 由执法机关认定
card-element = { $name }：{ $state }
card-basis = 依据：{ $basis }（{ $date }核对）
card-notice = 只就所描述的做法而言；是信息，不是法律意见。{ $date }
money-title = 拉人拿的钱，够不够还本？
money-terms-amount = 每个人先花{ $price }，直接拉进来一个人拿{ $reward }。
money-terms-percent = 每个人先花{ $price }，直接拉进来一个人，拿他花的{ $reward }。
money-terms-share = 直接拉进来一个人，拿他花的{ $reward }。
money-needed-one = 个人要在下面加入、交钱，一个人才拿得回{ $price }。
money-needed-many = 个人要在下面加入、交钱，一个人才拿得回{ $price }。
money-its-price = 自己花的钱
money-levels = 一层一层往下，一共要这么多人
money-level-first = 第{ $level }层：{ $people }人
money-level-next = 到第{ $level }层：{ $people }人
money-passes = 超过{ $place }（{ $people }人）
money-share = 至少{ $share }
money-at-bottom-one = 的人，任何时候都在最下面：一个人都还没拉到，自己花的钱没拿回来。
money-at-bottom-many = 的人，任何时候都在最下面：还没拉够{ $people }个人，自己花的钱没拿回来。
money-assumptions = 怎么算的
money-assume-same = 每个人花的、拉一个人拿的都一样，用的是你告诉我的数。
money-assume-each-needed = 每个人正好拉{ $people }个，刚够还本。
money-assume-each-said = 每个人拉{ $people }个，照说的来。
money-assume-each-two = 拉1个就够还本；这里按每个人拉{ $people }个算。
money-assume-short = 每个人只拉{ $people }个，直接拉人拿到{ $gets }，还不到{ $price }。
money-assume-direct = 只算直接拉人的钱；再往下的提成，也要靠更多人来交钱。
money-assume-others = 没算卖给外面顾客的收入和退出的人；一层满了才有下一层。
money-source = { $place }{ $year }年（{ $source }）
money-sources = 人口：{ $sources }。
money-world = 到第{ $level }层，人数就超过{ $place }。
money-caption = { $needed }{ $passes }{ $share }{ $bottom }
money-none = 这张图要算的是：先花的钱，要拉多少人才拿得回来。照你说的，这里没有“先花钱”和“拉人有奖”这两样，算不出来。
money-missing = 少了这个数，图就画不出来。问到了再说一声“算一算”。
money-currencies = 先花的钱和拉人拿的钱是两种货币，没法放在一起算。用“改答案”把其中一个换成同一种货币，再说“算一算”。
amount-expected = 这里要一个金额，比如2680；不清楚就说“不知道”。
percent = { $percent }%

## 身份和建议

ask-role = 你是哪种情况？我好说该怎么办。
advice-act = 现在可以这样做：
advice-ask-recruiter = 可以问拉你的人：
advice-refuse = 可以这样拒绝：
advice-evidence = 要留好的东西：
advice-money-sent = 如果钱已经给了：
advice-report = 可以找谁：
advice-line = · { $says }
advice-none = 你这种情况，这方面我没有可说的。
report-line = · { $name }：{ $contact }。{ $says }

## 选择

ask-language = 用哪种语言？
ask-law = 按哪里的法律看？（想对照着看，说“和台湾比一比”，或者 /law hk tw）
ask-switch = 要看哪一个项目？
ask-switch-none = 现在只有一个项目。
ask-change = 要改哪一个回答？
ask-change-none = 现在还没有可以改的回答。
ask-which-offer = 这段话像是在说另一个项目。还是同一个，还是另外一个？
ask-danger-now = 这里提到有人被看着、被控制。这是正发生在你或者你认识的人身上吗？
danger-still = 我在。先顾安全：{ $call }。安全了再告诉我一声。
danger-over = 那就好。先到有人的地方，给家里报个平安。想说的时候再说。
past-loss = 先别慌，也别怪自己。钱能不能回来没人能保证，但现在停下、留好证据、尽早报案还来得及。
role-set = 好，我记下了。
language-set = 好，接下来用简体中文。
law-set = 好，按这个来看：{ $law }（{ $date }核对）。
offer-name = 第{ $number }个 { $quote }

## 一路上

greeting =
    有人拉你做什么，想知道是不是传销？把对方发的转发或贴给我，或者用你自己的话讲。我先读，只问要紧的，再说和法律哪一条对得上、为什么。
    别发姓名和电话。随时可以说“为什么问”“返回”“不知道”“帮助”。
help =
    贴上对方的话，发截图或海报，或者讲一讲；我一次只问一个问题，最后给出结论和理由。
    随时可以说：为什么问 · 不知道 · 返回（撤回上一步） · 改答案 · 看一下（我理解到了什么） · 新的项目 · 换一个项目 · 卡片（结论图片） · 算一算（要拉多少人） · 法律 · /ask 加一个法律问题 · 语言 · 隐私 · 导出 · 删除 · 停。
privacy =
    我只为这个聊天保存：你发的话里和这件事有关的原句（电话、证件号、账号会先遮住）、你的回答、语言和身份。不保存整条消息，图片读完就丢掉。你提到危险时，只记下有这回事，不记原话。30天没有消息，就全部删掉。
    说“导出”可以看到保存的全部内容；说“删除”马上全部删掉，一个字也不留。
export = 关于这次聊天，我保存的全部内容，先用话说，再附上原样：
export-settings = · 语言：{ $language }。法律：{ $law }。
export-role = · 你的身份：“{ $role }”。
export-offer = 第{ $number }件事：
export-offer-empty = · 没有留下什么。
export-held = 还在等你说属于哪一件的：
export-danger = · 记下了你提到过危险，没有记原话。
export-rest = · 另外，为了不重复计算、改过的消息能对上：你最近几条消息的编号和时间；还有没来得及发给你的回复。最后一条消息：{ $date }。之后没有消息的话，{ $until }全部删掉；说“删除”马上删。
export-json = 原样（JSON）：
deleted = 好了，这次聊天的内容已经全部删掉。
stopped = 好，先到这里。你说的内容会保存30天；说“删除”可以马上删掉。
thanks = 不客气。想到什么再来问我。
not-coached = 怎么改才“不算”，我不回答。看的是实际怎么收钱、怎么给钱，不是怎么写；人少、层少也一样可以查处。想做正规生意，带着方案去问{ $where }或律师。
resumed-after = 结论还是刚才说的那样。你想接着看哪一项？
new-offer = 好，换一个新的。把内容贴给我，或者讲一讲。
back-nothing = 没有可以撤回的。
back-all = 你上一条说的已经撤回。把内容贴给我，或者讲一讲。
back-done = 已经撤回上一步。
back-role = 刚才选的身份已经撤回。

## 群里

group-greeting =
    大家好。有人喊你“加入”、交钱、拉人，拿不准的时候，@我或者回复那条消息再@我：我说说那段话本身写了什么、交钱之前先弄清什么。细问和结果在私聊里。
    我只看叫到我的消息；管理员可以用 /settings 让我留意全部消息，看过的不存。问过我的人，和这件事有关的原话先遮掉号码，保存 30 天；/delete 随时删掉。
group-help = 看到拉人入会的消息：回复那条消息并@我，或者把它转发进来再@我。我只说那段话写了什么、先弄清什么；细问可以私下来。管理员设置：/settings。
group-privacy = 没叫我的消息我不存；开了留意的群里，也只留一个认得出同一段话的指纹。叫过我的人：只存和这件事有关的原话（号码先遮掉）和回答，30 天没动静就删。/delete 现在就删。
group-nothing = 回复对方那条消息并@我，或者把它转发进来，我说说里面有什么。不方便在这里说，可以私下找我。
group-quoted-nothing = 这段话里没看到要交钱、要拉人这一类的内容。还拿不准，可以私下把来龙去脉跟我说。
group-shows = 这段话本身写了：{ $statements }。
group-shows-none = 这段话里还看不出钱怎么交、怎么分。
group-statement = { $statement }（{ $amount }）
group-elements = 合起来涉及：{ $elements }（{ $basis }）。
group-elements-none = 说到现在，还没有碰到定义里写的哪一条（{ $basis }）。
group-fraud = 里面还有另一类骗局常见的记号：没弄清之前，别转钱、别给验证码。{ $hotline }
group-find-out = 交钱之前先弄清：{ $question }
group-ask-me = 想细看，可以私下转发给我。
group-contradiction = 前后两种说法对不上。{ $question }
group-result-private = 要问的问完了，结果我在私聊里说。
group-export = 你在这里跟我说的，我存了{ $statements }条：和这件事有关的原话，还有你的回答；存到{ $until }，或者到你发 /delete 为止。内容不方便给大家看：带到私聊里，在那里说“导出”。
group-export-none = 你在这里说的，我什么都没存。
group-in-private = 这个在私聊里说更合适。
group-private-how = 加我好友，在私聊里发这一句给我，刚才说到的都会带过去：/start { $token }
group-not-yours = 这几个按钮是给问的那位群友的。你也想问，就自己@我一次。
group-past = 这个问题已经过去了。还想问，@我一次就行。
group-settings = 本群的设置，点一下就换。别的安静时段可以直接写，例如：/settings 22-7 UTC+8
group-law = 本群按这个来看：{ $law }（{ $date }核对）。管理员可以换，例如：/law hk
group-admins-only = 设置要由群管理员来改。
group-quiet-form = 我没看懂。安静时段这样写：/settings 22-7 UTC+8
settings-in-group = 这是群里用的：在群里由管理员发 /settings。
setting = { $name }：{ $state }
setting-on = 开
setting-off = 关
setting-follows = 跟着说话的人
setting-hours = { $from }:00–{ $to }:00（{ $zone }）
danger-group = 先顾人：{ $call }。别在群里细说，私下找我。

## 按钮

choice-yes = 是
choice-no = 不是
choice-unknown = 不知道
choice-more = 为什么
choice-cases = 类似的例子
choice-todo = 该怎么办
choice-crime = 算不算犯罪
choice-change = 改一个回答
choice-card = 结论卡片
choice-money = 算一算要拉多少人
choice-new = 新的项目
choice-begin = 你来问我
choice-resume = 接着来
choice-language = 语言
choice-help = 帮助
choice-same = 同一个
choice-another = 另外一个
choice-danger-yes = 是，正在发生
choice-danger-no = 不是
choice-here = 就在这里说
choice-private = 私下说
choice-set-watching = 留意全部消息
choice-set-verdicts = 在群里说结论
choice-set-language = 语言
choice-set-law = 法律
choice-set-quiet = 安静时段
choice-role-invited = 我还没加入
choice-role-member = 我已经加入了
choice-role-promoter = 我介绍过别人加入
choice-role-relative = 是我家人、朋友在做
choice-advice-act = 该怎么办
choice-advice-ask-recruiter = 问对方什么
choice-advice-refuse = 怎么拒绝
choice-advice-evidence = 留什么证据
choice-advice-money-sent = 钱已经给了
choice-advice-report = 去哪里举报

## 法律问题

law-question = 你问的是：{ $question }
law-question-how = 在 /ask 后面写上要问的，比如：/ask 直销合法吗。
law-question-unknown = 这个问题不在我知道的范围里，我不猜。可以问12315或律师。
law-question-elsewhere = 那个地方的法律我不知道，我不猜。可以问当地的主管部门或律师。
law-question-offer = 想问的是一件具体的事？把对方的话贴过来，我对着法律看。
law-question-near = 我知道的里面，最接近的是：{ $questions }。是的话，照这样问我。
law-answer-holds = 这里说的是{ $law }的法律，{ $date }核对；仅供参考，不是法律意见。
law-answer-other = 这一点在{ $law }怎么规定，我不知道。
jurisdiction-cn = 中国大陆
jurisdiction-hk = 香港
jurisdiction-tw = 台湾
jurisdiction-sg = 新加坡
jurisdiction-my = 马来西亚
jurisdiction-us = 美国
jurisdiction-uk = 英国
jurisdiction-eu = 欧盟
