import type { Contact, Message, Room } from 'wechaty'
import { createLanes } from '../lanes.ts'
import { awaits, type PictureIntake } from '../picture-intake.ts'
import { mostPictureBytes } from '../picture-reader.ts'
import { groupKey, type Incoming, type OnMessage } from '../platform.ts'
import { soon } from '../soon.ts'
import { createFriends } from './friends.ts'
import { type Around, keyOf, platformName, translate } from './incoming.ts'
import type { Offers } from './offers.ts'
import type { Library, Loaded, Puppet } from './puppet.ts'
import type { ReadingNote } from './reading-note.ts'
import type { Reports } from './reports.ts'

export interface ListeningOptions extends Loaded {
  readonly offers: Offers
  readonly onMessage: OnMessage
  readonly reports: Reports
  /** Reads pictures; without it they count as messages without words. */
  readonly pictures?: PictureIntake | undefined
  /** Told of each picture that is being read. */
  readonly note: Pick<ReadingNote, 'during'>
  /** Milliseconds between two friend requests accepted. */
  readonly friendsGap: number
}

/**
 * Hands over what happens on WeChat, in order for each conversation, until what it returns is called. Nothing in
 * here throws or rejects into the library: that would end the process.
 */
export function listen({
  library,
  bot,
  puppet,
  offers,
  onMessage,
  reports,
  pictures,
  note,
  friendsGap,
}: ListeningOptions): () => Promise<void> {
  const around: Around = {
    kind: (message) => library.types.Message[message.type()] ?? 'unknown',
    self: () => bot.currentUser,
    isService: (contact) => isService(library, contact),
    owner: (room) => ownerOf(puppet, room),
    offers,
  }
  let ended = false
  const lanes = createLanes()
  const friends = createFriends({
    isReceived: (friendship) => library.types.Friendship[friendship.type()] === 'Receive',
    gap: friendsGap,
  })
  const inLane = (key: string, job: () => Promise<unknown>) => {
    if (ended) return
    void lanes.run(key, async () => {
      try {
        await job()
      } catch (error) {
        reports.tell('a message could not be taken in', error)
      }
    })
  }
  const guarded = (job: () => void) => {
    try {
      job()
    } catch (error) {
      reports.tell('an event could not be read', error)
    }
  }
  /** Begun as it comes, before its turn; a room's are not meant for the bot. */
  const begin = (message: Message) => {
    if (ended || !pictures || message.self() || message.room()) return []
    if (around.kind(message) !== 'Image' || around.isService(message.talker())) return []
    const key = keyOf(message)
    void onMessage(key, `${message.id}:awaits`, awaits).catch(() => {})
    const pending = pictures.begin(key, `${platformName} ${message.talker().id}`, () => pictureOf(message))
    note.during(key, message.id, pending.picture)
    return [pending]
  }
  const hear = async (message: Message, pending: ReturnType<typeof begin>) => {
    const seen = pictures && pending.length > 0 ? await pictures.taken(keyOf(message), pending) : {}
    const heard = await translate(message, around, seen)
    if (heard === 'unknown') reports.tell('a message of unknown form was ignored')
    else if (heard !== 'ignored') await onMessage(heard.key, message.id, heard.message)
  }
  const membership = (roomId: string, user: string | undefined, event: 'joined' | 'left', at: number) => {
    const key = groupKey(platformName, roomId)
    const message: Incoming = { kind: 'group', ...(user !== undefined && { user }), event }
    inLane(key, () => onMessage(key, `${event}-${at}`, message))
  }
  const isBot = (ids: readonly string[]) => puppet.isLoggedIn && ids.includes(puppet.currentUserId)

  // A puppet that is being stopped fails at what it had still meant to do.
  bot.on('error', (error) => void (ended || reports.tell('the puppet reported an error', error)))
  bot.on('message', (message) =>
    guarded(() => {
      const pending = begin(message)
      inLane(keyOf(message), () => hear(message, pending))
    }),
  )
  bot.on('friendship', (friendship) =>
    guarded(() =>
      inLane(`friend ${friendship.id}`, async () => {
        const asked = await friends.take(friendship)
        if (asked) await onMessage(asked.key, `friend-${friendship.id}`, asked.message)
      }),
    ),
  )
  // Asked of the puppet itself: wechaty first fetches the room, which fails for one the bot was taken out of.
  puppet.on('room-join', ({ roomId, inviteeIdList, inviterId, timestamp }) =>
    guarded(() => isBot(inviteeIdList) && membership(roomId, inviterId, 'joined', timestamp)),
  )
  puppet.on('room-leave', ({ roomId, removeeIdList, removerId, timestamp }) =>
    guarded(() => isBot(removeeIdList) && membership(roomId, removerId, 'left', timestamp)),
  )
  return () => {
    ended = true
    return lanes.idle()
  }
}

/** Milliseconds that WeChat may take to give a picture. */
const PATIENCE = 30_000

async function pictureOf(message: Message): Promise<Uint8Array | 'bytes' | 'not_fetched'> {
  const file = await soon(() => message.toFileBox(), undefined, PATIENCE)
  if (!file) return 'not_fetched'
  if (file.size > mostPictureBytes) return 'bytes'
  return (await soon(() => file.toBuffer(), undefined, PATIENCE)) ?? 'not_fetched'
}

/** Accounts of WeChat's own, which no person writes from. */
const services = new Set(
  'weixin fmessage filehelper newsapp medianote floatbottle qmessage qqmail tmessage notifymessage mphelper'.split(' '),
)

const isService = (library: Library, contact: Contact): boolean =>
  contact.id.startsWith('gh_') ||
  services.has(contact.id) ||
  (contact.isReady() && library.types.Contact[contact.type()] === 'Official')

async function ownerOf(puppet: Puppet, room: Room): Promise<string | undefined> {
  return soon(async () => {
    await puppet.roomPayloadDirty(room.id)
    return (await puppet.roomPayload(room.id)).ownerId
  }, undefined)
}
