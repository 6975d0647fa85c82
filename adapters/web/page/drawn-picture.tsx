import { useState } from 'preact/hooks'
import type { Labels } from './labels.ts'
import { follow } from './scrolling.ts'
import type { Bot } from './transcript.ts'

interface DrawnProps {
  readonly picture: NonNullable<Bot['picture']>
  /** All that the picture shows. */
  readonly text: string
  readonly labels: Labels
}

/** The last thing said comes into view once it has its height. */
function show(picture: HTMLImageElement): void {
  const log = picture.closest('.log')
  const bubbles = log?.querySelectorAll('.bubble') ?? []
  if (log instanceof HTMLElement && picture.closest('.bubble') === bubbles[bubbles.length - 1]) follow(log)
}

/** A picture of the bot, with its words for who cannot see it; the words alone once the server has it no more. */
export function DrawnPicture({ picture: { name, caption }, text, labels }: DrawnProps) {
  const [gone, setGone] = useState(false)
  if (gone)
    return (
      <p class="text" dir="auto">
        {text}
      </p>
    )
  const address = `/api/pictures/${encodeURIComponent(name)}`
  return (
    <figure class="drawn">
      <img src={address} alt={text} onLoad={({ currentTarget }) => show(currentTarget)} onError={() => setGone(true)} />
      <figcaption dir="auto">{caption}</figcaption>
      <a class="link" href={address} download={name}>
        {labels.savePicture}
      </a>
    </figure>
  )
}
