import type { Language } from '../../src/index.ts'

/** What the terminal itself has to say; everything else is the bot's. */
export interface Hints {
  readonly leave: string
  readonly left: string
  readonly failed: string
}

type Texts = Omit<Hints, 'left'> & { readonly left: Readonly<Record<Keep, string>> }
type Keep = 'files' | 'memory'

const zh: Texts = {
  leave: '（把对方的话粘贴进来，或用自己的话描述，按回车键发送；按 Ctrl-C 退出）',
  left: { files: '已退出。对话保存在本机，下次启动可以接着聊。', memory: '已退出。这次的对话没有保存，什么都没留下。' },
  failed: '这条消息没保存成功，什么都没有改变，请再发一次。',
}
const hant: Texts = {
  leave: '（把對方的話貼上來，或用自己的話描述，按 Enter 鍵送出；按 Ctrl-C 離開）',
  left: { files: '已離開。對話儲存在本機，下次啟動可以接著聊。', memory: '已離開。這次的對話沒有儲存，什麼都沒留下。' },
  failed: '這則訊息沒有儲存成功，什麼都沒有改變，請再傳一次。',
}
const en: Texts = {
  leave: '(Paste the offer or describe it in your own words, then press Enter; Ctrl-C leaves)',
  left: {
    files: 'Left. The conversation is kept on this machine; next time it goes on from here.',
    memory: 'Left. Nothing of this conversation was kept.',
  },
  failed: 'This message could not be saved and changed nothing; please send it again.',
}

/** In the language asked for; in Chinese and English where none was. */
export function hintsIn(language: Language | undefined, keep: Keep): Hints {
  const texts = language === undefined ? [zh, en] : [{ 'zh-Hans': zh, 'zh-Hant': hant, en }[language]]
  const all = (say: (texts: Texts) => string) => texts.map(say).join('\n')
  return { leave: all(({ leave }) => leave), left: all(({ left }) => left[keep]), failed: all(({ failed }) => failed) }
}
