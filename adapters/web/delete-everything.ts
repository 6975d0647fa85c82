import { members, type Said } from './protocol.ts'

/** No page can name a message so. */
const mark = 'delete:'

/** What goes with the private chat of `me` where everything is deleted: the group, and the other private chats. */
export const alsoDeleted = ({ update }: Said): readonly Said[] => [
  { update: `${mark}group:${update}`, chat: 'group', as: 'me', event: 'left' },
  ...members
    .filter((as) => as !== 'me')
    .map((as): Said => ({ update: `${mark}${as}:${update}`, chat: 'private', as, choice: 'delete' })),
]

/** Whether what answers this update is told by the one confirmation already. */
export const isConfirmedElsewhere = (update: string): boolean => update.startsWith(mark)
