import type { RefObject } from 'preact'
import { type Dispatch, type StateUpdater, useLayoutEffect, useState } from 'preact/hooks'
import type { Chat } from '../protocol.ts'
import type { Labels } from './labels.ts'
import { chosen, type Picture } from './pictures.ts'
import type { Own } from './transcript.ts'

export interface Draft {
  readonly text: string
  /** Someone else's words. */
  readonly forwarded: boolean
}
type Words = Pick<Own, 'text' | 'forwarded' | 'quoted' | 'addressed' | 'pictures'>

interface ComposerProps {
  readonly labels: Labels
  readonly chat: Chat
  readonly draft: Draft
  /** The message of another member that this one is about. */
  readonly about: Own | undefined
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onDraft: Dispatch<StateUpdater<Draft>>
  readonly onAbout: (about: Own | undefined) => void
  readonly onSend: (words: Words) => void
}

/** Longer, or of several lines: most likely written by someone else. */
const ownAtMost = 80

const isForeign = (pasted: string) => pasted.trim().length > ownAtMost || pasted.trim().includes('\n')

export function Composer({ labels, chat, draft, about, field, onDraft, onAbout, onSend }: ComposerProps) {
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const { text, forwarded } = draft
  const prompt = chat === 'group' ? labels.writeInGroup : labels.write

  useLayoutEffect(() => {
    if (!field.current) return
    field.current.style.height = 'auto'
    field.current.style.height = `${field.current.scrollHeight}px`
  }, [text])

  const isEmpty = text.trim() === '' && pictures.length === 0
  const send = () => {
    if (isEmpty) return
    const quoted = about?.text
    onSend({
      text,
      ...(forwarded && { forwarded }),
      ...(quoted !== undefined && { quoted }),
      ...(pictures.length > 0 && { pictures }),
    })
    onDraft({ text: '', forwarded: false })
    onAbout(undefined)
    setPictures([])
    field.current?.focus()
  }
  const receive = (data: DataTransfer | null, event: Event) => {
    const all = chosen(pictures, data?.files)
    if (all.length === pictures.length) return
    event.preventDefault()
    setPictures(all)
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
        {pictures.map((picture) => (
          <Chip
            key={picture.address}
            label={`${labels.picture} · ${picture.name}`}
            help={labels.remove}
            onRemove={() => setPictures(pictures.filter((one) => one !== picture))}
          />
        ))}
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
        <label class="add-picture">
          <input
            type="file"
            class="unseen"
            accept="image/*"
            multiple
            aria-label={labels.addPictures}
            onChange={({ currentTarget }) => {
              setPictures(chosen(pictures, currentTarget.files))
              currentTarget.value = ''
              field.current?.focus()
            }}
          />
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01" />
          </svg>
        </label>
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
        <button type="submit" class="send" aria-label={labels.send} disabled={isEmpty}>
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
