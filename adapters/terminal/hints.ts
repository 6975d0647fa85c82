import type { Language } from '../../src/index.ts'

/** What the terminal itself has to say; everything else is the bot's. */
export interface Hints {
  readonly leave: string
  readonly left: string
  readonly failed: string
}

const zh: Hints = {
  leave: '（把对方的话粘贴进来，或用自己的话描述，按回车发送；Ctrl-C 离开）',
  left: '已离开。对话保存在本机，下次启动可以接着聊。',
  failed: '这条消息没有保存成功，什么都没有改变，请再发一次。',
}
const hant: Hints = {
  leave: '（把對方的話貼上來，或用自己的話描述，按 Enter 送出；Ctrl-C 離開）',
  left: '已離開。對話保存在本機，下次啟動可以接著聊。',
  failed: '這則訊息沒有保存成功，什麼都沒有改變，請再傳一次。',
}
const en: Hints = {
  leave: '(Paste the offer or describe it in your own words, then press Enter; Ctrl-C leaves)',
  left: 'Left. The conversation is kept on this machine; next time it goes on from here.',
  failed: 'This message could not be saved and changed nothing; please send it again.',
}

/** In the language asked for; in Chinese and English where none was. */
export function hintsIn(language: Language | undefined): Hints {
  if (language !== undefined) return { 'zh-Hans': zh, 'zh-Hant': hant, en }[language]
  return { leave: `${zh.leave}\n${en.leave}`, left: `${zh.left}\n${en.left}`, failed: `${zh.failed}\n${en.failed}` }
}
