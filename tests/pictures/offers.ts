import type { Picture } from '../../src/index.ts'
import { Talk } from '../dialogue/talk.ts'

/** What people say until the bot gives a picture, by language. */
const talks = {
  'zh-Hans': ['金鼎国际的王秀兰老师邀请您：入会费2680元，每推荐一个人奖励800元', '有'],
  'zh-Hant': ['繳2680元入會，每介紹一位新會員獎600元', '有'],
  en: ['They ask $299 to join and pay $60 for each friend I bring', 'yes'],
} as const
export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const

/** The card and the money picture of an ordinary offer in each language. */
export const pictures: readonly Picture[] = languages.flatMap((language) =>
  ['/card', '/money'].map((asked) => pictureAfter(...talks[language], asked)),
)

/** The picture that the last of these messages gives. */
export function pictureAfter(...messages: readonly string[]): Picture {
  const talk = new Talk()
  for (const message of messages) talk.say(message)
  const found = talk.replies.find(({ picture }) => picture)?.picture
  if (!found) throw new Error(`no picture: ${talk.text}`)
  return found
}
