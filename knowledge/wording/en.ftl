# What the bot says in English. Each message has its twin in zh.ftl, with the same variables.
# Facts, laws, cases, warnings and advice bring their own wording; here stands what holds them together.

language-name = English
quote = “{ $quote }”
cite-document = “{ $title }” ¶{ $paragraphs }
cite-authority = { $name } ({ $year })
cite-place = { $name } { $places }

## What was understood

understood-first = This is what I understood:
understood-more = I also understood:
understood-also = Also noted:
understood-nothing = I have not found anything specific in that yet, so I will ask.
understood-nothing-more = I found nothing new in that.
understood-again = You sent me this one before, so I go on from there. What I noted then:
understood-already = I had that already.
understood-line = • { $line }
understood-account = • You say: { $line } (I will make sure)
understood-claim = • They say: { $line } (not counted until you confirm it)
understood-unknown = • Not known: { $fact }
understood-number = • { $fact }: { $value }
evidence-quoted = { $statement }: { $quote }
evidence-answered = { $statement } (your answer)
place = { " " }(message { $part })
place-speaker = { " " }(message { $part }, speaker { $who })
place-picture = { " " }(picture { $picture }, line { $line })
shown = So far I have understood:
shown-nothing = Nothing yet. Paste the offer, or tell me about it in your own words.

## Questions

question-contradiction =
    Two things do not fit together: { $yes } and { $no }.
    { $question }
question-account =
    You mention { $quote }. To be sure:
    { $question }
question-claim =
    They say { $quote }. What do you know yourself?
    { $question }
why-asked =
    { $why }
    Basis: { $basis }
help-unknown =
    Noted as “not known”, not as “no”.
    Where to look: { $look }
    What to ask them: { $ask }
not-understood = I did not get that: yes or no? If you cannot tell, say “I don't know”.
not-understood-again = Sorry, I lost you there. Yes, no, or not sure?
not-understood-choice = That is none of the choices. Pick one by its number, or just tell me how it is with you.
not-understood-after = I am not sure what you mean. You can choose one of these, or send me more about the offer.
number-expected = I need a number here, or “I don't know”.
stale = That question is past. What I am asking now:
no-text = I can only read text and pictures here. Please paste the words of the offer, send a screenshot or describe it.
no-link = I cannot open links. Paste the words in them, send a screenshot, or tell me in your own.
too-long = That is very long; I read the first { $most } characters.
edited = You changed a message, so I read it again.
handed-over = I brought along what was said in the group:
handed-over-nothing = I brought along the offer from the group.
handed-to-another = That link is for another member. Forward the offer to me here, and I will go through it with you.

# $which: the number of the picture, or their numbers as one enumeration
picture-read =
    Picture { $which }: { $lines ->
        [one] one line
       *[other] { $lines } lines
    } of text read.
picture-refused = Picture { $picture } was not read: { $reason }
picture-poor = I could make out little of picture { $picture }.
picture-paste = Please paste the words that matter, or tell me in your own.
picture-not-a-picture = that file is not a picture.
picture-kind = I cannot read pictures of that kind. Save it as JPG or PNG, or take a screenshot.
picture-bytes = the file has more than 10 MB. Send the part that matters.
picture-too-large = it is too large; all its frames together may have 25 million pixels. Send the part that matters.
picture-broken = the file is incomplete or damaged. Please send it again.
picture-nothing = I found no text in it.
picture-unable = this bot was set up without the part that reads pictures.
picture-too-slow = it took too long. Send the part that matters.
picture-too-heavy = something went wrong while reading it. Send the part that matters.
picture-too-many = that was a lot of pictures at once. Wait a few minutes.
picture-busy = too many pictures are waiting to be read. Try again in a moment.
picture-not-fetched = I could not get hold of it. Please send it again.
code-contact = The QR code in picture { $picture } adds a contact or joins a group ({ $place }). I did not open it.
code-payment = The QR code in picture { $picture } is for paying someone ({ $place }). I did not open it; do not pay before this is clear.
code-link = The QR code in picture { $picture } is a link to { $place }. I did not open it.
code-words = The QR code in picture { $picture } says: { $words }

## Verdict

label-pyramid = it would match pyramid selling as the law describes it
label-grey = part of what the law describes would be met
label-other-fraud = it would look more like another kind of fraud, to be looked at apart
label-not-pyramid = it would not match
label-unclear = it would still be unclear
verdict-other-fraud = As you describe it, { $mark }. { $says } { $hotline }
verdict-same = Added; the verdict stays the same.
elements-seen = Seen: { $elements }.
lower-after-change = That changed an answer, not the plan; what counts is what really happens.
element-met = ● { $name }: { $because }
element-met-alike = ● { $name }
elements-not-met = Not seen: – { $names }.
elements-open = Not clear yet: ○ { $names }.
verdict-case = Nearest case: { $title } ({ $status }). { $comparison }
case-shared = Shared: { $facts }.
case-different = There, in addition: { $facts }.
case-open = There also, and not known here: { $facts }.
case-apart = What set it apart: { $facts }.
case-otherwise = A like case that ended otherwise:
case-other-law = Decided under another law, so it does not carry over as it is:
case-named = { $name }: { $title }
case-standing = { $status }, { $year }
case-elsewhere = { $place }, { $standing }
where-cn = Mainland China
where-hk = Hong Kong
where-tw = Taiwan
where-sg = Singapore
where-my = Malaysia
where-us = United States
where-uk = United Kingdom
where-eu = European Union
verdict-open = Still open: { $changes }.
verdict-change = if it turns out that { $condition }, { $verdict }
verdict-missing = What would settle it: { $facts }.
verdict-open-fraud = Other kinds of fraud I did not go through; if you must pay first in order to be paid, stop and ask me again.
fraud-first = This looks like a known pattern: { $name }. Stop for a moment: until it is clear, send no money and give away no code. { $hotline }
verdict-warnings = Also watch out: { $warnings }.
verdict-basis = Basis: { $basis }. Law checked { $date }. Information, not legal advice.
law-elsewhere = I went by: { $law }. The rules differ from place to place; if you are elsewhere, say so (“I'm in Hong Kong”, “I'm in Taiwan”) or say “law”.
law-suggested = You mention { $word }. To go by { $law } instead, say “/law { $id }”.
law-not-here = I do not know the law where you are. Those I know: { $laws }. To go by one of them, say so (“I'm in Hong Kong”) or say /law. For now I go by { $law }, which can only be a pointer.
compared = The same plan, as you describe it, under each law:
compared-law =
    { $law } (checked { $date })
    { $headline }
    What decides there: { $short } { $open }
compared-how = Name the places to compare, such as: “compare with Taiwan”, or /law hk tw.
status-told = told in an article, not a ruling
status-final = decided
status-settled = settled without a finding
status-pending = pending, nothing found yet
status-reduced = decided, the penalty later reduced
status-withdrawn = dropped, nothing found
status-archetype = a typical pattern, not a decided case
reason-met = ● { $name }: as you describe it, this is there. { $says }
reason-not-met = – { $name }: on what you told me, this is not there. { $says }
reason-open = ○ { $name }: not clear yet. { $says }
reason-authority = ○ { $name }: { $says }
reason-basis = Basis: { $basis }
reason-defence = ＋ { $name }: { $says }
reason-warning =
    ⚠ { $label }: { $says }
    Basis: { $basis }
case-full =
    { $title } ({ $status })
    { $told }
    { $decided }
    { $comparison }
    Basis: { $basis }
cases-none = I know no case that is close to this one.
crime =
    { $name }
    { $says }
    { $state }
    Basis: { $basis }
not-yet = I cannot say that yet; one question at a time.

## Pictures

card-title = Is this a pyramid scheme?
card-quotes = In the offer's or your own words
card-caption = The verdict as a card, to keep or to pass on. It names no company and no person.
card-state-met = seen
card-state-not-met = not seen
card-state-open = not clear yet
card-state-authority = for the authorities to find
card-element = { $name }: { $state }
card-basis = Basis: { $basis } (checked { $date })
card-notice = On what was described. Information, not legal advice. { $date }
money-title = Does bringing people in pay it back?
money-terms-amount = Each person first spends { $price } and gets { $reward } for each person brought in directly.
money-terms-percent = Each person first spends { $price } and gets { $reward } of that for each person brought in directly.
money-terms-share = For each person brought in directly one gets { $reward } of what that person spends.
money-needed-one = person has to join below and pay before one person has { $price } back.
money-needed-many = people have to join below and pay before one person has { $price } back.
money-its-price = the money spent
money-levels = Level by level, the people it takes in all
money-level-first = Level { $level }: { $people } people
money-level-next = By level { $level }: { $people } people
money-passes = more than { $place } ({ $people })
money-share = At least { $share }
money-at-bottom-one = of all members are at the bottom at any moment: they have brought in nobody, and the money they spent has not come back.
money-at-bottom-many = of all members are at the bottom at any moment: they have not brought in { $people }, and the money they spent has not come back.
money-assumptions = How this is worked out
money-assume-same = Everyone spends and gets the same, by the figures you gave.
money-assume-each-needed = Everyone brings in exactly { $people }, just enough to get the money back.
money-assume-each-said = Everyone brings in { $people }, as was said.
money-assume-each-two = Bringing in 1 gives the money back; here it is counted with { $people } each.
money-assume-short = With { $people } each, the pay for bringing people in comes to { $gets }, which is less than { $price }.
money-assume-direct = Only pay for people brought in directly counts; pay from further down also comes from more people who join and pay.
money-assume-others = Sales to outsiders and people who leave are not counted; a level fills before the next begins.
money-source = { $place } { $year } ({ $source })
money-sources = Population: { $sources }.
money-world = By level { $level } that is more than { $place }.
money-caption = { $needed } { $passes } { $share } { $bottom }
money-none = This picture shows how many people it takes to get back what one spends. On what you told me, there is not both money to spend first and pay for bringing people in, so there is nothing to work out.
money-missing = Without that figure there is no picture. Once you know it, say “money picture”.
money-currencies = What one spends and what one gets are in two currencies, which cannot be set against each other. Say “change”, give one of them in the other's currency, then say “money picture”.
amount-expected = I need an amount here, such as 2,680; if you cannot tell, say “I don't know”.
percent = { $percent }%

## Role and advice

ask-role = Which is closest to you? Then I can say what to do.
advice-act = What to do now:
advice-ask-recruiter = Questions to put to the person who invited you:
advice-refuse = Ways to say no:
advice-evidence = What to keep:
advice-money-sent = If money has been sent:
advice-report = Where to turn:
advice-line = • { $says }
advice-none = I have nothing on this for your situation.
report-line = • { $name }: { $contact }. { $says }

## Prompts

ask-language = Which language?
ask-law = Which law should I go by? (Two side by side: “compare with Taiwan”, or /law hk tw.)
ask-switch = Which offer?
ask-switch-none = There is only one offer so far.
ask-change = Which answer should be corrected?
ask-change-none = There is nothing to correct yet.
ask-which-offer = This reads like a different offer. Is it about the same one, or another?
ask-danger-now = This speaks of people being held or watched. Is that happening to you or someone you know right now?
danger-still = I am here. Safety first: { $call }. Tell me when you are safe.
danger-over = Good. Go where there are people and let your family know you are all right. Tell me the rest when you feel like it.
past-loss = Stay calm, and do not blame yourself. Nobody can promise the money back, but it is not too late to stop, keep the evidence and report it soon.
role-set = All right, noted.
language-set = I will go on in English.
law-set = I will go by: { $law } (checked { $date }).
offer-name = Offer { $number } { $quote }

## On the way

greeting =
    Someone wants you to join something, and you wonder whether it is a pyramid scheme? Forward or paste what they sent, or tell me in your own words. I read it, ask only what matters, and say which article of the law it matches and why.
    Leave out names and phone numbers. At any time: “why”, “back”, “I don't know”, “help”.
help =
    Paste an offer, send a poster or a screenshot, or describe it; I ask one question at a time and end with a verdict and its reasons.
    At any time you can say: why (why I ask) · I don't know · back (take the last answer back) · change (correct an answer) · show (what I understood) · new (another offer) · switch (between offers) · card (the verdict as a picture) · money (how many people it takes) · law · /ask and a question about the law · language · privacy · export · delete · stop.
privacy =
    I keep, for this chat only: the words you send that say something about the offer (numbers of phones, identity papers and accounts are masked first), your answers, your language and role. Not your whole messages, and no pictures: they are read and gone. If you speak of danger I keep only that you did, never the words. After 30 days without a message all of it is deleted.
    “export” shows everything kept; “delete” removes every byte of it at once.
export = This is everything I keep about this conversation, first in words and then as it stands:
export-settings = • Language: { $language }. Law: { $law }.
export-role = • Who you are: “{ $role }”.
export-offer = Offer { $number }:
export-offer-empty = • Nothing that stands.
export-held = Waiting until you say which offer it belongs to:
export-danger = • That you spoke of danger; not the words.
export-rest = • Also, so that nothing counts twice and a changed message finds its place: the numbers of your last messages and when they came; and what I have not been able to show you yet. Last message: { $date }. Without another one all of it is deleted on { $until }; “delete” does so at once.
export-json = As it stands, in JSON:
deleted = Done. Everything about this conversation has been deleted.
stopped = All right, we stop here. What you told me is kept for 30 days; “delete” removes it at once.
thanks = You are welcome. Ask me again whenever something comes to mind.
not-coached = How to change it so that it “does not count” I will not say. What matters is how money is really taken and paid, not how it is written; few people or few levels can be penalised too. For an honest business, take your plan to { $where } or a lawyer.
resumed-after = The verdict stands as I told you. Where would you like to go on?
new-offer = A new offer, then. Paste it, or tell me about it.
back-nothing = There is nothing to take back.
back-all = I have taken back the last thing you sent. Paste the offer, or tell me about it.
back-done = Taken back.
back-role = I have taken back who you said you are.

## In groups

group-greeting =
    Hello. When someone here is asked to “join”, to pay, to bring others in, and is not sure: mention me, or reply to that message and mention me. I say what the text itself shows and what to find out before paying. Questions and the result are for the private chat.
    I read only messages that address me; an admin can have me look at all of them with /settings, and those are not stored. Of members who ask me I keep, with numbers masked and for 30 days, the words that say something about the offer; /delete removes them.
group-help = Seen an invitation to join? Reply to it and mention me, or forward it here and mention me. I say only what the text shows and what to find out first; the rest can be asked in private. Admins: /settings.
group-privacy = Messages that do not address me are not stored; where watching is on, only a fingerprint by which the same text is known again. Of members who address me: the words that say something about the offer (numbers masked first) and their answers, deleted after 30 quiet days. /delete removes them now.
group-nothing = Reply to the message in question and mention me, or forward it here, and I will say what it shows. If you would rather not do that here, write to me in private.
group-quoted-nothing = I see nothing in that text about paying to join or bringing people in. If you are still unsure, tell me the whole story in private.
group-shows = What this text itself shows: { $statements }.
group-shows-none = This text does not show yet how money is paid or shared.
group-statement = { $statement } ({ $amount })
group-elements = Together this touches: { $elements } ({ $basis }).
group-elements-none = Nothing said so far touches an element of the definition ({ $basis }).
group-fraud = It also bears a common mark of another kind of fraud: until that is clear, send no money and give away no code. { $hotline }
group-find-out = Before anyone pays, find out: { $question }
group-ask-me = To look closer, forward it to me in private.
group-contradiction = Two things that were said do not fit together. { $question }
group-result-private = I have asked what I need; the result I tell you in private.
group-export =
    Of what you said to me here I keep { $statements ->
        [one] one entry
       *[other] { $statements } entries
    }: the words that matter to the offer, and your answers; until { $until }, or until you send /delete. What they say is better not shown to everyone: take it along to the private chat and say “export” there.
group-export-none = Of what you said here I keep nothing.
group-in-private = That is better said in private.
group-private-how = Add me as a contact and send me this in private; what was said goes along: /start { $token }
group-not-yours = These choices are for the member who asked. If you want to ask as well, mention me yourself.
group-past = That question is past. Mention me to ask again.
group-settings = Settings of this group; a press changes one. Other quiet hours can be written out, such as: /settings 22-7 UTC+8
group-law = This group goes by: { $law } (checked { $date }). An admin can change that, for example: /law hk
group-admins-only = Only an admin of this group can change its settings.
group-quiet-form = I did not get that. Quiet hours are written like this: /settings 22-7 UTC+8
settings-in-group = That is for groups: an admin sends /settings there.
setting = { $name }: { $state }
setting-on = on
setting-off = off
setting-follows = as people write
setting-hours = { $from }:00–{ $to }:00 ({ $zone })
danger-group = People first: { $call }. No details in this group; write to me in private.

## Choices

choice-yes = Yes
choice-no = No
choice-unknown = I don't know
choice-more = Why?
choice-cases = Like cases
choice-todo = What to do
choice-crime = Is it a crime?
choice-change = Correct an answer
choice-card = Verdict as a card
choice-money = How many people it takes
choice-new = New offer
choice-begin = Ask me
choice-resume = Go on
choice-language = Language
choice-help = Help
choice-same = The same offer
choice-another = Another offer
choice-danger-yes = Yes, now
choice-danger-no = No
choice-here = Go on here
choice-private = Go on in private
choice-set-watching = Watch all messages
choice-set-verdicts = Verdicts in the group
choice-set-language = Language
choice-set-law = Law
choice-set-quiet = Quiet hours
choice-role-invited = I have not joined
choice-role-member = I have joined
choice-role-promoter = I have brought others in
choice-role-relative = It is someone close to me
choice-advice-act = What to do
choice-advice-ask-recruiter = What to ask them
choice-advice-refuse = How to say no
choice-advice-evidence = What to keep
choice-advice-money-sent = I have sent money
choice-advice-report = Where to report

## Questions about the law

law-question = You ask: { $question }
law-question-how = Write what you want to know after /ask, such as: /ask is direct selling legal
law-question-unknown = That is not in what I know, and I do not guess. The market regulator (12315 in Mainland China) or a lawyer may help.
law-question-elsewhere = I do not know the law of that place, and I do not guess. The authorities there or a lawyer may help.
law-question-offer = Is it about something you were offered? Paste their words, and I will hold them against the law.
law-question-near = The nearest I know: { $questions } If that is what you mean, ask it that way.
law-answer-holds = This is the law of { $law }, checked { $date }; information, not legal advice.
law-answer-other = What { $law } has to say on this I do not know.
jurisdiction-cn = Mainland China
jurisdiction-hk = Hong Kong
jurisdiction-tw = Taiwan
jurisdiction-sg = Singapore
jurisdiction-my = Malaysia
jurisdiction-us = the United States
jurisdiction-uk = the United Kingdom
jurisdiction-eu = the European Union
