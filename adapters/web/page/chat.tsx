import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat, Member } from '../protocol.ts'
import { BotBubble } from './bot-bubble.tsx'
import { Composer, type Draft } from './composer.tsx'
import type { Holdup } from './connection.ts'
import { GroupBar, GroupHint } from './group-bar.tsx'
import type { Labels } from './labels.ts'
import { OwnBubble } from './own-bubble.tsx'
import { own } from './say.ts'
import { follow, stay } from './scrolling.ts'
import { type Bot, type Item, type Own, type Transcript, visible } from './transcript.ts'

interface ChatProps {
  readonly labels: Labels
  readonly chat: Chat
  readonly as: Member
  readonly transcript: Transcript
  readonly holdup: Holdup
  readonly onMember: (member: Member) => void
  readonly onMine: () => void
  readonly onSay: (...messages: readonly Own[]) => void
  readonly onAgain: (update: string) => void
  readonly onTakeBack: (update: string) => void
  readonly onTakeAlong: (as: Member, token: string, label: string) => void
}

export function ChatView(props: ChatProps) {
  const { labels, chat, as, transcript, holdup, onSay } = props
  const items = useMemo(() => visible(transcript, chat, as), [transcript, chat, as])
  const [draft, setDraft] = useState<Draft>({ text: '', forwarded: false })
  const [about, setAbout] = useState<Own>()
  const log = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  /** A button pressed by key: the focus follows to what the bot answers. */
  const [waitsFor, setWaitsFor] = useState<string>()
  const quotes = useMemo(() => quotesOf(items), [items])
  const active = useMemo(() => activeIn(items), [items])
  const isBusy = transcript.items.some((item) => item.kind === 'own' && item.chat === chat && item.state === 'sending')

  useLayoutEffect(() => (log.current ? stay(log.current) : undefined), [])
  useLayoutEffect(() => {
    if (log.current) follow(log.current)
  }, [items.length, isBusy])
  useLayoutEffect(() => {
    const answer = items.find((item): item is Bot => item.kind === 'bot' && item.update === waitsFor)
    if (!answer) return
    setWaitsFor(undefined)
    document.getElementById(answer.name)?.focus({ preventScroll: true })
  }, [items, waitsFor])

  const press = (bot: Bot, choice: { id: string; label: string }) => {
    if (choice.id === 'private' && bot.token !== undefined && (bot.to ?? as) === as) {
      props.onTakeAlong(as, bot.token, choice.label)
      return
    }
    const message = own(chat, as, {
      choice: choice.id,
      label: choice.label,
      ...(bot.question !== undefined && { question: bot.question }),
    })
    setWaitsFor(message.update)
    onSay(message)
  }
  const fill = (text: string, forwarded: boolean) => {
    setDraft({ text, forwarded })
    field.current?.focus()
  }
  const takeBack = ({ update, text = '', forwarded = false }: Own) => {
    props.onTakeBack(update)
    fill(text, forwarded)
  }
  const isNew = !items.some((item) => item.kind === 'own')

  return (
    <main class="chat">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <div class="log" role="log" aria-label={labels.messages} aria-busy={isBusy} tabIndex={0} ref={log}>
        <div class="items">
          {chat === 'group' && <GroupHint labels={labels} />}
          {items.map((item) =>
            item.kind === 'bot' ? (
              <BotBubble
                key={item.name}
                bot={item}
                labels={labels}
                inGroup={chat === 'group'}
                active={active.has(item)}
                onPress={(choice) => press(item, choice)}
              />
            ) : (
              <OwnBubble
                key={item.update}
                own={item}
                labels={labels}
                inGroup={chat === 'group'}
                mine={item.as === as}
                quotes={quotes.get(item) ?? []}
                holdup={holdup}
                onAgain={() => props.onAgain(item.update)}
                onTakeBack={() => takeBack(item)}
                onAsk={() => {
                  setAbout(item)
                  fill(labels.askBot, false)
                }}
              />
            ),
          )}
          {isNew && chat === 'private' && items.length > 0 && (
            <button type="button" class="try" onClick={() => fill(labels.examplePitch, true)}>
              {labels.example}
            </button>
          )}
          {isNew && chat === 'group' && (
            <button
              type="button"
              class="try"
              onClick={() => onSay(own('group', 'recruiter', { text: labels.examplePitch }))}
            >
              {labels.playOffer}
            </button>
          )}
          {isBusy && (
            <p class="thinking">
              <span class="unseen">{labels.thinking}</span>
              <i />
              <i />
              <i />
            </p>
          )}
        </div>
      </div>
      <div class="foot">
        {chat === 'private' && as !== 'me' && (
          <p class="notice">
            {labels.privateOf(labels.member[as])}{' '}
            <button type="button" class="link" onClick={props.onMine}>
              {labels.backToMine}
            </button>
          </p>
        )}
        {chat === 'group' && <GroupBar labels={labels} as={as} onMember={props.onMember} />}
        <Composer
          labels={labels}
          chat={chat}
          draft={draft}
          about={about}
          field={field}
          onDraft={setDraft}
          onAbout={setAbout}
          onSend={(words) => onSay(own(chat, as, words))}
        />
      </div>
    </main>
  )
}

/** For each message of a person, the words the bot went by afterwards. */
function quotesOf(items: readonly Item[]): ReadonlyMap<Item, readonly string[]> {
  const found = new Map<Item, readonly string[]>()
  const quotes = new Set<string>()
  for (const item of [...items].reverse())
    if (item.kind === 'own') found.set(item, [...quotes])
    else
      for (const quote of [...(item.quotes ?? []), ...(item.card?.elements ?? []).flatMap((one) => one.quotes)])
        quotes.add(quote)
  return found
}

/** The replies whose choices are shown: those since the person last said something, and the latest verdict. */
function activeIn(items: readonly Item[]): ReadonlySet<Item> {
  const last = items.findLastIndex((item) => item.kind === 'own' && item.chat === 'private')
  const group = items.filter((item) => item.chat === 'group' && item.kind === 'bot').slice(-3)
  const card = items.findLast((item) => item.kind === 'bot' && item.card)
  return new Set([...items.slice(last + 1), ...group, ...(card ? [card] : [])])
}
