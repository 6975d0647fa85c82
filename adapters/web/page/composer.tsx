import type { RefObject } from 'preact'
import { type Dispatch, type StateUpdater, useLayoutEffect, useState } from 'preact/hooks'
import type { Chat } from '../protocol.ts'
import type { Labels } from './labels.ts'
import type { Own } from './transcript.ts'

export interface Draft {
  readonly text: string
  /** Someone else's words. */
  readonly forwarded: boolean
}
type Picture = NonNullable<Own['picture']>
type Words = Pick<Own, 'text' | 'forwarded' | 'quoted' | 'addressed'>

interface ComposerProps {
  readonly labels: Labels
  readonly chat: Chat
  readonly draft: Draft
  /** The message of another member that this one is about. */
  readonly about: Own | undefined
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onDraft: Dispatch<StateUpdater<Draft>>
  readonly onAbout: (about: Own | undefined) => void
  readonly onSend: (words: Words | undefined, picture: Picture | undefined) => void
}

/** Longer, or of several lines: most likely written by someone else. */
const ownAtMost = 80

const isForeign = (pasted: string) => pasted.trim().length > ownAtMost || pasted.trim().includes('\n')

export function Composer({ labels, chat, draft, about, field, onDraft, onAbout, onSend }: ComposerProps) {
  const [picture, setPicture] = useState<Picture>()
  const { text, forwarded } = draft
  const prompt = chat === 'group' ? labels.writeInGroup : labels.write

  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [text])

  const send = () => {
    const isEmpty = text.trim() === ''
    if (isEmpty && !picture) return
    const quoted = about?.text
    const words = { text, ...(forwarded && { forwarded }), ...(quoted !== undefined && { quoted }) }
    onSend(isEmpty ? undefined : words, picture)
    onDraft({ text: '', forwarded: false })
    onAbout(undefined)
    setPicture(undefined)
    field.current?.focus()
  }
  const receive = (data: DataTransfer | null, event: Event) => {
    const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (!file) return
    event.preventDefault()
    setPicture({ name: file.name, address: URL.createObjectURL(file) })
  }
  const drop = (event: DragEvent) => {
    receive(event.dataTransfer, event)
    const dropped = event.dataTransfer?.getData('text/plain') ?? ''
    if (event.defaultPrevented || dropped === '') return
    event.preventDefault()
    onDraft({ text: text + dropped, forwarded: forwarded || (chat === 'private' && isForeign(dropped)) })
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <div class="chips">
        {chat === 'private' && text.trim() !== '' && (
          <button
            type="button"
            class="chip"
            aria-pressed={forwarded}
            title={labels.forwardedHelp}
            onClick={() => onDraft({ text, forwarded: !forwarded })}
          >
            <span>{labels.forwarded}</span>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={forwarded ? 'M7 7l10 10M17 7 7 17' : 'M12 6v12M6 12h12'} />
            </svg>
          </button>
        )}
        {picture && (
          <Chip
            label={`${labels.picture} · ${picture.name}`}
            help={labels.remove}
            onRemove={() => setPicture(undefined)}
          />
        )}
        {about && (
          <Chip
            label={`${labels.replyingTo} ${about.text ?? ''}`}
            help={labels.remove}
            onRemove={() => onAbout(undefined)}
          />
        )}
      </div>
      <div class="field">
        {chat === 'group' && !/@bot/i.test(text) && (
          <button
            type="button"
            class="name-bot"
            onClick={() => {
              onDraft({ text: `@bot ${text}`, forwarded })
              field.current?.focus()
            }}
          >
            @bot <span class="unseen">{labels.nameBot}</span>
          </button>
        )}
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={prompt}
          placeholder={prompt}
          enterkeyhint="send"
          autocomplete="off"
          dir="auto"
          onInput={({ currentTarget: { value } }) =>
            onDraft((now) => ({ text: value, forwarded: now.forwarded && value.trim() !== '' }))
          }
          onPaste={(event) => {
            receive(event.clipboardData, event)
            const pasted = event.clipboardData?.getData('text/plain') ?? ''
            if (chat === 'private' && isForeign(pasted)) onDraft((now) => ({ ...now, forwarded: true }))
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" class="send" aria-label={labels.send} disabled={text.trim() === '' && !picture}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 19V5M6 11l6-6 6 6" />
          </svg>
        </button>
      </div>
    </form>
  )
}

interface ChipProps {
  readonly label: string
  readonly help: string
  readonly onRemove: () => void
}

const Chip = ({ label, help, onRemove }: ChipProps) => (
  <button type="button" class="chip" title={help} aria-label={`${label}. ${help}`} onClick={onRemove}>
    <span>{label}</span>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M7 7l10 10M17 7 7 17" />
    </svg>
  </button>
)
