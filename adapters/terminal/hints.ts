import type { Language } from '../../src/index.ts'

/** What the terminal itself has to say; everything else is the bot's. */
export interface Hints {
  readonly leave: string
  readonly left: string
  readonly failed: string
  readonly reading: string
}

interface Texts extends Omit<Hints, 'left'> {
  readonly left: Readonly<Record<Keep, string>>
  /** Said of the page, after its address, and of any other platform. */
  readonly ready: { readonly page: string; readonly other: string }
}
type Keep = 'files' | 'memory'

const zh: Texts = {
  leave: '（把对方的话粘贴进来，输入图片的路径，或用自己的话描述，按回车键发送；按 Ctrl-C 退出）',
  left: { files: '已退出。对话保存在本机，下次启动可以接着聊。', memory: '已退出。这次的对话没有保存，什么都没留下。' },
  reading: '正在读图……',
  failed: '这条消息没保存成功，什么都没有改变，请再发一次。',
  ready: { page: '用浏览器打开；按 Ctrl-C 停止', other: '已启动' },
}
const hant: Texts = {
  leave: '（把對方的話貼上來，輸入圖片的路徑，或用自己的話描述，按 Enter 鍵送出；按 Ctrl-C 離開）',
  left: { files: '已離開。對話儲存在本機，下次啟動可以接著聊。', memory: '已離開。這次的對話沒有儲存，什麼都沒留下。' },
  reading: '正在讀圖……',
  failed: '這則訊息沒有儲存成功，什麼都沒有改變，請再傳一次。',
  ready: { page: '用瀏覽器打開；按 Ctrl-C 停止', other: '已啟動' },
}
const en: Texts = {
  leave:
    '(Paste the offer, name the file of a picture, or describe it in your own words, then press Enter; Ctrl-C leaves)',
  left: {
    files: 'Left. The conversation is kept on this machine; next time it goes on from here.',
    memory: 'Left. Nothing of this conversation was kept.',
  },
  reading: 'Reading the picture …',
  failed: 'This message could not be saved and changed nothing; please send it again.',
  ready: { page: 'open it in a browser; Ctrl-C stops', other: 'started' },
}

/** In Chinese and English where no language was asked for. */
const textsIn = (language: Language | undefined): readonly Texts[] =>
  language === undefined ? [zh, en] : [{ 'zh-Hans': zh, 'zh-Hant': hant, en }[language]]

export function hintsIn(language: Language | undefined, keep: Keep): Hints {
  const all = (say: (texts: Texts) => string) => textsIn(language).map(say).join('\n')
  return {
    leave: all(({ leave }) => leave),
    left: all(({ left }) => left[keep]),
    failed: all(({ failed }) => failed),
    reading: all(({ reading }) => reading),
  }
}

/** One line for a platform that can be used now. */
export function readyIn(language: Language | undefined): (name: string, address?: string) => string {
  const all = (say: (texts: Texts) => string) => [...new Set(textsIn(language).map(say))].join(' / ')
  return (name, address) =>
    address === undefined
      ? `${name}: ${all(({ ready }) => ready.other)}`
      : `${address}  ${all(({ ready }) => ready.page)}`
}
