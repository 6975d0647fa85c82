import { useEffect, useReducer, useState } from 'preact/hooks'
import type { Chat, Member } from '../protocol.ts'
import { ChatView } from './chat.tsx'
import { useReplies, useSending } from './connection.ts'
import { Header } from './header.tsx'
import { keep, recall } from './kept.ts'
import { type Language, labels } from './labels.ts'
import { greetingsFor, openingOf, own } from './say.ts'
import { change, type Own } from './transcript.ts'

export function App() {
  const [transcript, act] = useReducer(change, undefined, recall)
  const [chat, setChat] = useState<Chat>('private')
  /** As whom the person speaks in the group, and whose private chat is shown. */
  const [member, setMember] = useState<Member>('me')
  const [privateOf, setPrivateOf] = useState<Member>('me')
  const { language, groupOpened } = transcript
  const say = (...messages: readonly Own[]) => {
    for (const message of messages) act({ do: 'say', message })
  }

  const holdup = useSending(transcript, act)
  useReplies(transcript, act, () => say(own('private', 'me', { choice: 'resume', quiet: 'own' })))
  useEffect(() => keep(transcript), [transcript])
  useEffect(() => {
    if (transcript.items.length === 0) say(...greetingsFor(language))
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
    document.title = labels[language].title
  }, [language])
  useEffect(() => {
    if (chat !== 'group' || groupOpened) return
    act({ do: 'openGroup' })
    say(openingOf(labels[language].groupName))
  }, [chat, groupOpened])

  const open = (next: Chat) => {
    setChat(next)
    setPrivateOf('me')
  }
  const speak = (next: Language) => {
    act({ do: 'language', language: next })
    say(own('private', 'me', { choice: `language:${next}`, quiet: 'own' }))
  }
  const command = (choice: string, label: string) => {
    open('private')
    say(own('private', 'me', { choice, label }))
  }
  const deleteAll = (label: string) => {
    open('private')
    say(own('private', 'me', { choice: 'delete', everything: true, label }))
  }
  /** What follows the bot's offer to go on in private. */
  const takeAlong = (as: Member, token: string, label: string) => {
    setChat('private')
    setPrivateOf(as)
    say(own('private', as, { text: `/start ${token}`, label }))
  }

  return (
    <div class="page">
      <Header
        labels={labels[language]}
        language={language}
        chat={chat}
        onChat={open}
        onLanguage={speak}
        onCommand={command}
        onDelete={deleteAll}
      />
      <ChatView
        key={chat === 'group' ? 'group' : `private-${privateOf}`}
        labels={labels[language]}
        chat={chat}
        as={chat === 'group' ? member : privateOf}
        transcript={transcript}
        holdup={holdup}
        onMember={setMember}
        onMine={() => setPrivateOf('me')}
        onSay={say}
        onAgain={(update) => act({ do: 'again', update })}
        onTakeBack={(update) => act({ do: 'takeBack', update })}
        onTakeAlong={takeAlong}
      />
    </div>
  )
}
