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
understood-already = 这些我已经记下了。
understood-line = · { $line }
understood-account = · 你说的：{ $line }（我再确认一下）
understood-claim = · 对方的说法：{ $line }（你确认之前不算数）
understood-unknown = · 还不清楚：{ $fact }
understood-number = · { $fact }：{ $value }
evidence-quoted = { $statement } —— { $quote }
evidence-answered = { $statement }（你的回答）
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
    没关系，这一点先放着，不算“没有”。
    可以看看：{ $look }
    可以问对方：{ $ask }
not-understood = 这句话我没看懂是“是”还是“不是”。你也可以说“为什么问”“返回”或者“不知道”。
not-understood-choice = 我没看懂你选的是哪一项。
not-understood-after = 我没明白你的意思。可以选下面的一项，或者再发一些关于这件事的内容。
number-expected = 这里要一个数字，不清楚就说“不知道”。
stale = 那是前面的问题了，现在到了这里：
no-text = 我在这里只能看文字。请把对方的话贴过来，或者讲一讲。
too-long = 内容太长，我只读了前 { $most } 个字符。

## 结论

label-pyramid = 就和法律写的传销对得上了
label-grey = 就有一部分特征对得上了
label-other-fraud = 就更像另一种骗局
label-not-pyramid = 就和传销对不上
label-unclear = 就还判断不了
verdict-other-fraud = { $says }{ $hotline }（{ $mark }）
verdict-same = 结论没有变，还是刚才说的那样。
verdict-elements = 要件：{ $elements }
element-met = ✓ { $name }：{ $because }。
elements-not-met = ✗ 没有看到：{ $names }。
elements-open = ? 还不清楚：{ $names }。
verdict-case = 最接近的例子：{ $title }（{ $status }）。{ $comparison }
case-shared = 相同：{ $facts }。
case-different = 那边不同：{ $facts }。
verdict-open = 还没弄清：{ $changes }。
verdict-change = 如果后来发现{ $condition }，{ $verdict }
verdict-missing = 弄清这些就能判断：{ $facts }。
verdict-warnings = 另外当心：{ $warnings }。
verdict-basis = 依据：{ $basis }。{ $law }，核对于{ $date }。这是信息，不是法律意见；只针对你描述的这个做法。
status-told = 文章里讲的，不是判决
status-final = 已有生效决定
status-settled = 和解，没有认定
status-pending = 还没有结论
status-withdrawn = 已撤回
status-archetype = 典型做法，不是具体案件
reason-met = ✓ { $name }——照你说的，有。{ $says }
reason-not-met = ✗ { $name }——照你说的，没有。{ $says }
reason-open = ? { $name }——还不清楚。{ $says }
reason-authority = ○ { $name }——{ $says }
reason-basis = 依据：{ $basis }
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

## 身份和建议

ask-role = 该怎么做要看你的情况。哪一种最接近？
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
ask-law = 按哪里的法律看？
ask-switch = 要看哪一个项目？
ask-switch-none = 现在只有一个项目。
ask-change = 要改哪一个回答？
ask-change-none = 现在还没有可以改的回答。
ask-which-offer = 这段话像是在说另一个项目。还是同一个，还是另外一个？
ask-danger-now = 这里提到有人被看着、被控制。这是正发生在你或者你认识的人身上吗？
role-set = 好，我记下了。
language-set = 好，接下来用简体中文。
law-set = 好，按这个来看：{ $law }（核对于{ $date }）。
offer-name = 第{ $number }个 { $quote }

## 一路上

greeting =
    有人拉你加入什么，你想知道是不是传销？把对方发的内容贴给我或者转发给我，也可以用你自己的话讲。我会先读，只问还要紧的，最后告诉你和法律的哪一条对得上、为什么。
    请不要发姓名和电话。随时可以说“为什么问”“返回”“不知道”“看一下”“帮助”。
help =
    贴上对方的话，或者讲一讲；我一次只问一个问题，最后给出结论和理由。
    随时可以说：为什么问 · 不知道 · 返回（撤回上一步） · 改答案 · 看一下（我理解到了什么） · 新的项目 · 换一个项目 · 法律 · 语言 · 隐私 · 导出 · 删除 · 停。
privacy =
    我只为这个聊天保存：你发的话里和这件事有关的原句（电话、证件号、账号会先遮住）、你的回答、语言和身份。不保存整条消息。你提到危险时，只记下有这回事，不记原话。30天没有消息，就全部删掉。
    说“导出”可以看到保存的全部内容；说“删除”马上全部删掉，一个字也不留。
export = 关于这次聊天，我保存的全部内容：
deleted = 好了，这次聊天的内容已经全部删掉。
stopped = 好，先到这里。你说的内容会保存30天；说“删除”可以马上删掉。
resumed-after = 结论还是刚才说的那样。你想接着看哪一项？
new-offer = 好，换一个新的。把内容贴给我，或者讲一讲。
back-nothing = 没有可以撤回的。
back-all = 你上一条说的已经撤回。把内容贴给我，或者讲一讲。
back-done = 已经撤回上一步。

## 群里

group-nothing = 把对方的话转发或者引用给我，我说说里面有什么。不方便在这里说，可以私下找我。
group-shows = 这段话本身写了：
group-elements = 合起来涉及：{ $elements }（{ $basis }）。
group-go-on = 交钱之前先弄清：钱是为什么交的，谁拉人谁拿钱，能不能带着钱退出。想细说，可以私下找我。

## 按钮

choice-yes = 是
choice-no = 不是
choice-unknown = 不知道
choice-more = 为什么
choice-cases = 类似的例子
choice-todo = 该怎么办
choice-crime = 算不算犯罪
choice-change = 改一个回答
choice-new = 新的项目
choice-begin = 你来问我
choice-resume = 接着来
choice-language = 语言
choice-help = 帮助
choice-same = 同一个
choice-another = 另外一个
choice-danger-yes = 是，正在发生
choice-danger-no = 不是
choice-role-invited = 别人拉我，我还没加入
choice-role-member = 我已经加入了
choice-role-promoter = 我已经拉过别人
choice-role-relative = 是我家人、朋友在做
choice-advice-act = 该怎么办
choice-advice-ask-recruiter = 问对方什么
choice-advice-refuse = 怎么拒绝
choice-advice-evidence = 留什么证据
choice-advice-money-sent = 钱已经给了
choice-advice-report = 去哪里举报
