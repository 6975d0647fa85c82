import type { Language, Reply } from '../src/index.ts'
import type { Notices } from './hosting/host.ts'

const texts = {
  lost: {
    'zh-Hans': '之前的对话记录读不出来了，只能从头开始；原来的内容已另外保存，没有被覆盖。',
    'zh-Hant': '之前的對話紀錄讀不出來了，只能從頭開始；原本的內容已另外保存，沒有被覆寫。',
    en: 'What we said before could not be read, so we begin anew. What was there was put aside, not overwritten.',
  },
  restored: {
    'zh-Hans': '之前的对话记录有一份损坏了，已用备份接着谈；内容应该都在，如果少了什么，请再说一遍。',
    'zh-Hant': '之前的對話紀錄有一份損壞了，已用備份接著談；內容應該都在，如果少了什麼，請再說一遍。',
    en: 'What was kept of our talk was damaged, so we go on from its copy. Nothing should be missing; if something is, please say it again.',
  },
  stuck: {
    'zh-Hans': '这个对话接连三次出错，只能从头开始；原来的内容已另外保存，没有被覆盖。',
    'zh-Hant': '這個對話接連三次出錯，只能從頭開始；原本的內容已另外保存，沒有被覆寫。',
    en: 'This conversation failed three times in a row, so we begin anew. What was there was put aside, not overwritten.',
  },
  refused: {
    'zh-Hans': '您刚才的消息我处理不了，只好跳过；之前说的都还在，请换个说法再发一次。',
    'zh-Hant': '您剛才的訊息我處理不了，只好跳過；之前說的都還在，請換個說法再發一次。',
    en: 'I could not take in your last message and passed over it. What we said before still stands; please put it another way.',
  },
  tooMany: {
    'zh-Hans': '一下子来的消息太多，我顾不过来；这一分钟里的其余消息没有收下，请一分钟后再发。急事请打当地的报警电话。',
    'zh-Hant': '一下子來的訊息太多，我顧不過來；這一分鐘裡的其餘訊息沒有收下，請一分鐘後再傳。急事請打當地的報警電話。',
    en: 'That is more at once than I can take in. I keep none of the rest of this minute; please send it again in a minute. If it is urgent, call the police where you are.',
  },
}

/** Both, where the language is not known. */
const inTheirs = (text: Record<Language, string>, language: Language | undefined) =>
  language === undefined ? `${text['zh-Hans']}\n${text.en}` : text[language]

/** For someone whose conversation met with a fault, and maybe with it the language they chose was lost. */
export function noticesIn(language: Language | undefined): Notices<Reply> {
  const say = (text: Record<Language, string>): Reply => ({ text: inTheirs(text, language) })
  return {
    lost: say(texts.lost),
    restored: say(texts.restored),
    stuck: say(texts.stuck),
    refused: say(texts.refused),
  }
}

/** For someone, or a chat, that writes more than is taken in. */
export const tooManyMessages = (language: Language | undefined): string => inTheirs(texts.tooMany, language)
