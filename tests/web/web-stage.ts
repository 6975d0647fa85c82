import { randomUUID } from 'node:crypto'
import type { Member, Shown } from '../../adapters/web/protocol.ts'
import { createWeb } from '../../adapters/web/web.ts'
import type { Chat, Person, PlatformUnderTest, Seen } from '../contracts/stage.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { openSession, type Session } from './session.ts'

/** The page lets one person play these, the first as the admin; everyone has a private chat. */
const playedBy: Readonly<Record<string, Member>> = { ann: 'me', bob: 'friend', eve: 'recruiter' }

function memberOf(name: string): Member {
  const member = playedBy[name]
  if (!member) throw new Error(`the page has nobody to play ${name}`)
  return member
}

const seenBy =
  (session: Session) =>
  async ({ text, choices = [], token, aside, picture }: Shown): Promise<Seen> => ({
    text: picture ? picture.caption : text,
    ...(picture && { picture: await session.picture(picture.name) }),
    choices: choices.map(({ label }) => label),
    ...(token !== undefined && { token }),
    ...(aside && { aside }),
  })

const allSeen = (session: Session, told: readonly Shown[]) => Promise.all(told.map(seenBy(session)))

/** The web page as its requests go over the wire; tests/web/page.test.ts uses it in a browser. */
export const webUnderTest: PlatformUnderTest = {
  name: 'the web page',
  longest: Number.POSITIVE_INFINITY,
  has: { groups: true, asides: true, sending: false },
  async open(run) {
    let address = ''
    const web = createWeb({
      host: '127.0.0.1',
      port: 0,
      limits: { messages: 10_000, pictures: 10_000 },
      pictures: openIntake().intake,
      onTrouble: (message) => {
        throw new Error(message)
      },
      onListening(given) {
        address = given
      },
    })
    const stop = await run(web)
    const session = await openSession(address)
    return {
      person: (name): Person => ({
        private: chatOf(session, 'private', memberOf(name)),
        in: () => chatOf(session, 'group', memberOf(name)),
      }),
      async found(_, members) {
        for (const name of members) memberOf(name)
        return allSeen(session, await session.say({ chat: 'group', as: 'me', event: 'joined' }))
      },
      async remove() {
        await session.say({ chat: 'group', as: 'me', event: 'left' })
      },
      trouble: () => {
        throw new Error('replies wait for the page; sending them cannot fail')
      },
      close: stop,
    }
  },
}

function chatOf(session: Session, chat: 'private' | 'group', as: Member): Chat {
  return {
    async say(text, { forwarded, mention, replyTo, times = 1 } = {}) {
      const said = {
        chat,
        as,
        update: randomUUID(),
        text: mention ? `@bot ${text}` : text,
        ...(forwarded && { forwarded }),
        ...(replyTo !== undefined && { quoted: replyTo }),
      }
      const told = await Promise.all(Array.from({ length: times }, () => session.say(said)))
      // The page knows a reply that came before by its name.
      return allSeen(session, [...new Map(told.flat().map((one) => [one.name, one])).values()])
    },
    picture: async (...files) => allSeen(session, await session.say({ chat, as, text: '' }, files)),
    async press(label) {
      const offered = session.told.findLast(
        (one) =>
          one.chat === chat &&
          (chat === 'group' || one.as === as) &&
          one.choices?.some((choice) => choice.label === label),
      )
      const choice = offered?.choices?.find((one) => one.label === label)
      if (!offered || !choice) throw new Error(`nobody was offered "${label}"`)
      const { question } = offered
      return allSeen(
        session,
        await session.say({ chat, as, choice: choice.id, ...(question !== undefined && { question }) }),
      )
    },
  }
}
