import type { Holdup } from './connection.ts'
import type { Labels } from './labels.ts'
import { markedPieces } from './marks.ts'
import type { Own } from './transcript.ts'

interface OwnProps {
  readonly own: Own
  readonly labels: Labels
  readonly inGroup: boolean
  /** Said by the one who speaks now. */
  readonly mine: boolean
  readonly quotes: readonly string[]
  readonly holdup: Holdup
  readonly onAgain: () => void
  readonly onTakeBack: () => void
  readonly onAsk: () => void
}

export function OwnBubble({ own, labels, inGroup, mine, quotes, holdup, ...on }: OwnProps) {
  const { pictures = [], label, text = '', forwarded, quoted, state, failure } = own
  const who = inGroup ? labels.member[own.as] : labels.you
  return (
    <article class={`bubble own ${mine ? 'mine' : `theirs ${own.as}`}`}>
      <p class={inGroup ? 'who' : 'unseen'}>{who}</p>
      {forwarded && <p class="tag">{labels.forwarded}</p>}
      {quoted !== undefined && <blockquote>{quoted}</blockquote>}
      {pictures.map(({ name, address }) => (
        <figure key={address ?? name}>
          {address && <img src={address} alt={name} />}
          <figcaption>
            {labels.picture} · {name}
          </figcaption>
        </figure>
      ))}
      {(pictures.length === 0 || text !== '') && (
        <p class="text" dir="auto">
          {label ??
            markedPieces(text, quotes).map((piece, index) =>
              piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
            )}
        </p>
      )}
      {state === 'sending' && holdup && (
        <p class="state" role="status">
          {holdup === 'offline' ? labels.waiting : labels.failure[holdup]}
        </p>
      )}
      {state === 'failed' && (
        <div class="state failed" role="alert">
          <p>{labels.failure[failure ?? 'unfinished']}</p>
          <button type="button" class="link" onClick={on.onAgain}>
            {labels.tryAgain}
          </button>
          {label === undefined && (
            <button type="button" class="link" onClick={on.onTakeBack}>
              {labels.takeBack}
            </button>
          )}
        </div>
      )}
      {inGroup && label === undefined && own.as !== 'me' && (
        <button type="button" class="link ask" onClick={on.onAsk}>
          {labels.askAbout}
        </button>
      )}
    </article>
  )
}
