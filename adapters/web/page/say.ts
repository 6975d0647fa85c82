import type { Chat, Member, Said } from '../protocol.ts'
import type { Language } from './labels.ts'
import type { Own } from './transcript.ts'

type Words = Omit<Said, 'update' | 'chat' | 'as'> & Pick<Own, 'label' | 'pictures' | 'quiet'>

/** Available without https as well, where `crypto.randomUUID` is not. */
const newUpdate = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const own = (chat: Chat, as: Member, words: Words): Own => ({
  ...words,
  kind: 'own',
  update: newUpdate(),
  chat,
  as,
  state: 'sending',
})

/** What the page says of its own accord. */
export const greetingsFor = (language: Language): readonly Own[] => [
  own('private', 'me', { choice: `language:${language}`, quiet: 'both' }),
  own('private', 'me', { choice: 'resume', quiet: 'own' }),
]

/** The bot is added to the group; its name says in which language people speak there. */
export const openingOf = (groupName: string): Own =>
  own('group', 'me', { event: 'joined', text: groupName, quiet: 'own' })
