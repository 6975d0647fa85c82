import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../protocol.ts'
import { type Labels, type Language, languageNames } from './labels.ts'

interface HeaderProps {
  readonly labels: Labels
  readonly language: Language
  readonly chat: Chat
  readonly onChat: (chat: Chat) => void
  readonly onLanguage: (language: Language) => void
  readonly onCommand: (choice: string, label: string) => void
  readonly onDelete: (label: string) => void
}

export function Header({ labels, language, chat, onChat, onLanguage, onCommand, onDelete }: HeaderProps) {
  const languages: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en']
  const chats: readonly Chat[] = ['private', 'group']
  return (
    <header class="header">
      <div class="bar">
        <Logo />
        <div class="name">
          <h1>{labels.title}</h1>
          <p>{labels.motto}</p>
        </div>
        <label class="language">
          <span class="unseen">{labels.language}</span>
          <select
            value={language}
            onChange={({ currentTarget }) => {
              const chosen = languages.find((one) => one === currentTarget.value)
              if (chosen) onLanguage(chosen)
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
        <Menu labels={labels} onCommand={onCommand} onDelete={onDelete} />
      </div>
      <nav class="tabs">
        {chats.map((one) => (
          <button type="button" key={one} aria-current={one === chat ? 'page' : undefined} onClick={() => onChat(one)}>
            {one === 'private' ? labels.privateChat : labels.group}
          </button>
        ))}
      </nav>
    </header>
  )
}

function Menu({ labels, onCommand, onDelete }: Pick<HeaderProps, 'labels' | 'onCommand' | 'onDelete'>) {
  const [open, setOpen] = useState(false)
  const [sure, setSure] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  const close = () => {
    setOpen(false)
    setSure(false)
  }
  useLayoutEffect(() => {
    if (!open) return
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) close()
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      close()
      opener.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  const choose = (act: () => void) => () => {
    opener.current?.focus()
    close()
    act()
  }
  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class="icon"
        ref={opener}
        aria-label={labels.menu}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => (open ? close() : setOpen(true))}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h16M4 12h16M4 17h16" />
        </svg>
      </button>
      <div id="menu" class="menu-list" hidden={!open}>
        <button type="button" onClick={choose(() => onCommand('new', labels.newOffer))}>
          {labels.newOffer}
        </button>
        <button type="button" onClick={choose(() => onCommand('privacy', labels.whatIsKept))}>
          {labels.whatIsKept}
        </button>
        {sure ? (
          <fieldset class="sure">
            <legend>{labels.deleteSure}</legend>
            <button type="button" class="danger" onClick={choose(() => onDelete(labels.deleteAll))}>
              {labels.deleteYes}
            </button>
            <button type="button" onClick={choose(() => {})}>
              {labels.deleteNo}
            </button>
          </fieldset>
        ) : (
          <button type="button" class="danger" onClick={() => setSure(true)}>
            {labels.deleteAll}
          </button>
        )}
      </div>
    </div>
  )
}

const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 6.5 26.5 25.5h-21Z" />
    <path d="M11.2 17.5h9.6" />
    <path d="M16 17.5v8" />
  </svg>
)
