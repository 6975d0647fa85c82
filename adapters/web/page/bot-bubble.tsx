import type { Choice } from '../../../src/index.ts'
import { printable } from '../../printable.ts'
import { Card } from './card.tsx'
import { DrawnPicture } from './drawn-picture.tsx'
import type { Labels } from './labels.ts'
import type { Bot } from './transcript.ts'

interface BotProps {
  readonly bot: Bot
  readonly labels: Labels
  readonly inGroup: boolean
  /** Its choices can still be pressed. */
  readonly active: boolean
  readonly onPress: (choice: Choice) => void
}

export function BotBubble({ bot, labels, inGroup, active, onPress }: BotProps) {
  const { name, text, card, verdict, choices = [], to, aside, picture } = bot
  const lead = picture ? '' : card ? text.slice(0, Math.max(0, text.indexOf(printable(card.headline)))).trim() : text
  return (
    <article class={`bubble bot${aside ? ' aside' : ''}${card || picture ? ' with-card' : ''}`} id={name} tabIndex={-1}>
      <p class={inGroup ? 'who' : 'unseen'}>
        {labels.bot}
        {inGroup && to !== undefined && <span> → {nameOf(labels, to)}</span>}
      </p>
      {aside && <p class="tag">{labels.onlyFor(nameOf(labels, to))}</p>}
      {lead !== '' && (
        <p class="text" dir="auto">
          {lead}
        </p>
      )}
      {picture && <DrawnPicture picture={picture} text={text} labels={labels} />}
      {card && <Card card={card} verdict={verdict} labels={labels} />}
      {active && choices.length > 0 && (
        <fieldset class={choices.length <= 3 ? 'choices few' : 'choices'}>
          <legend class="unseen">{labels.choices}</legend>
          {choices.map((choice) => (
            <button type="button" key={choice.id} onClick={() => onPress(choice)}>
              {choice.label}
            </button>
          ))}
        </fieldset>
      )}
    </article>
  )
}

const nameOf = (labels: Labels, to: string | undefined): string =>
  to === 'friend' || to === 'recruiter' || to === 'me' ? labels.member[to] : ''
