import { groupKey } from '../../adapters/platform.ts'
import { type Listening, listening } from './listening.ts'

/** The bot listening in a group of ann, who owns it, and bob. */
export async function inGroup(isSuper = false, options: Listening = {}) {
  const all = await listening(options)
  const group = all.api.chats.group('friends', ['ann', 'bob'], isSuper)
  group.bot = 'member'
  return { ...all, group, key: groupKey('telegram', String(group.chat.id)), bot: all.api.chats.bot.username }
}
