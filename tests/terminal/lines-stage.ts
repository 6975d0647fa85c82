import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { createChatLines } from '../../adapters/terminal/chat-lines.ts'
import { createKeptPictures } from '../../adapters/terminal/kept-pictures.ts'
import type { Chat, Person, PlatformUnderTest, Say, Seen } from '../contracts/stage.ts'
import { openPictures } from '../pictures/open-pictures.ts'
import { asFile } from './picture-file.ts'

const choice = z.strictObject({ id: z.string(), label: z.string() })
const answer = z.strictObject({
  replies: z.array(
    z.strictObject({
      chat: z.string(),
      to: z.string().optional(),
      text: z.string(),
      choices: z.array(choice).optional(),
      asks: z.string().optional(),
      question: z.string().optional(),
      verdict: z.looseObject({ verdict: z.string() }).optional(),
      image: z.string().optional(),
      handoff: z.string().optional(),
    }),
  ),
})
type Shown = z.infer<typeof answer>['replies'][number]

const seen = ({ text, choices = [], handoff, image }: Shown): Seen => ({
  text,
  ...(image !== undefined && { picture: readFileSync(image) }),
  choices: choices.map(({ label }) => label),
  ...(handoff !== undefined && { token: handoff }),
})

/** Where a line is said: the fields that all lines of one person in one chat have. */
type Place = { readonly chat: string; readonly user: string; readonly kind: 'private' | 'group' }

/** `bot chat --json`: whoever writes the lines plays everybody. */
export const linesUnderTest: PlatformUnderTest = {
  name: 'the terminal in JSON lines',
  longest: Number.POSITIVE_INFINITY,
  has: { groups: true, asides: false, sending: false },
  async open(run) {
    const lines = createChatLines(openPictures, createKeptPictures())
    const stop = await run(lines)
    const shownIn = new Map<string, Shown[]>()
    const admins = new Map<string, string>()

    async function line(place: Place, more: object): Promise<Seen[]> {
      const given = lines.command.schema.parse({ ...place, ...more })
      const { replies } = answer.parse(JSON.parse(JSON.stringify(await lines.command.answer(given))))
      for (const reply of replies) if (reply.chat !== place.chat) throw new Error('expected a reply to the same chat')
      shownIn.set(place.chat, [...(shownIn.get(place.chat) ?? []), ...replies])
      return replies.map(seen)
    }

    const chatOf = (place: Place): Chat => ({
      async say(text, { forwarded, mention, replyTo, times = 1 }: Say = {}) {
        const told = {
          update: randomUUID(),
          text,
          ...(forwarded && { forwarded }),
          ...(mention && { mentioned: true, admin: admins.get(place.chat) === place.user }),
          ...(replyTo !== undefined && { quoted: replyTo }),
        }
        const all = await Promise.all(Array.from({ length: times }, () => line(place, told)))
        return all.flat()
      },
      async picture(...files) {
        const all: Seen[] = []
        for (const file of files) all.push(...(await line(place, { image: await asFile(file) })))
        return all
      },
      async press(label) {
        const offered = shownIn
          .get(place.chat)
          ?.findLast(({ choices = [] }) => choices.some((one) => one.label === label))
        const pressed = offered?.choices?.find((one) => one.label === label)
        if (!offered || !pressed) throw new Error(`nobody was offered "${label}"`)
        const { question } = offered
        const admin = admins.get(place.chat) === place.user
        return line(place, { choice: pressed.id, ...(question !== undefined && { question }), ...(admin && { admin }) })
      },
    })
    const inGroup = (user: string, chat: string) => chatOf({ chat, user, kind: 'group' })

    return {
      person: (name): Person => ({
        private: chatOf({ chat: `with ${name}`, user: name, kind: 'private' }),
        in: (group) => inGroup(name, group),
      }),
      async found(group, [admin = '']) {
        admins.set(group, admin)
        return line({ chat: group, user: admin, kind: 'group' }, { event: 'joined' })
      },
      async remove(group) {
        await line({ chat: group, user: admins.get(group) ?? '', kind: 'group' }, { event: 'left' })
        shownIn.delete(group)
      },
      trouble() {
        throw new Error('nothing is sent to a program: it asks')
      },
      close: stop,
    }
  },
}
