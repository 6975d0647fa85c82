import type { Message, MessageEntity } from 'grammy/types'
import { ownCommands } from './commands.ts'

/** The bot's own account. */
export interface Me {
  readonly id: number
  readonly username: string
}

const wordsOf = ({ text, caption }: Message): string => text ?? caption ?? ''
const entitiesOf = ({ entities, caption_entities }: Message): readonly MessageEntity[] =>
  entities ?? caption_entities ?? []

/** Offsets of entities are UTF-16 units, as those of strings are. */
const part = (text: string, { offset, length }: MessageEntity) => text.slice(offset, offset + length)

const isCommand = ({ type, offset }: MessageEntity) => type === 'bot_command' && offset === 0

/** Whom a command is for: `/why@some_bot` names one, a bare `/why` whoever knows it. */
const receiver = (command: string) => command.split('@')[1]?.toLowerCase()
const isOwn = (command: string) => ownCommands.has(command.slice(1).toLowerCase())

/** The bot wrote what this replies to; a forum topic it opened is not something it said. */
export const repliesTo = (me: Me, { reply_to_message: original }: Message): boolean =>
  original?.from?.id === me.id && original.forum_topic_created === undefined

/** In a group: named, commanded or replied to. A command for another bot, or that only another knows, is for that bot. */
export function isAddressed(message: Message, me: Me): boolean {
  const text = wordsOf(message)
  const own = me.username.toLowerCase()
  const command = entitiesOf(message).find(isCommand)
  if (command) {
    const said = part(text, command)
    const to = receiver(said)
    return to === undefined ? isOwn(said) : to === own
  }
  if (repliesTo(me, message)) return true
  return entitiesOf(message).some((entity) => names(entity, text, me))
}

function names(entity: MessageEntity, text: string, me: Me): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  return entity.type === 'mention' && part(text, entity).toLowerCase() === `@${me.username.toLowerCase()}`
}

/** What is said, without the bot's name. */
export function saidIn(message: Message, me: Me): string {
  let text = wordsOf(message)
  for (const entity of [...entitiesOf(message)].sort((one, other) => other.offset - one.offset)) {
    const { offset, length } = entity
    if (isCommand(entity) && receiver(part(text, entity)) === me.username.toLowerCase())
      text = (part(text, entity).split('@')[0] ?? '') + text.slice(offset + length)
    else if (names(entity, text, me)) text = text.slice(0, offset).trimEnd() + spaced(text, offset, length)
  }
  return text.trim()
}

/** What follows a name that is left out, with one space where words would meet. */
function spaced(text: string, offset: number, length: number): string {
  const after = text
    .slice(offset + length)
    .replace(/^[,，:：]/u, '')
    .trimStart()
  return offset > 0 && after !== '' ? ` ${after}` : after
}
