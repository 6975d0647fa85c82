import { expect } from 'vitest'

/** Words that stand nowhere else: whoever finds one of them has found what someone said, or who said it. */
export const canaries = {
  name: '王金丝雀',
  company: '鑫鸟集团',
  phone: '13912345678',
  group: '金丝雀家人群',
  words: 'canary-bird-words',
} as const

/** A pitch that a verdict can rest on, full of what nobody else should read. */
export const pitch = `${canaries.name}说${canaries.company}入会费2680元，每推荐一个人奖励800元，要拉三个人，下级的下级也有提成，电话${canaries.phone}，${canaries.words}`

/** What else must not be told, such as ids of chats and tokens. */
export function expectNoCanaries(text: string, ...more: readonly string[]): void {
  for (const word of [...Object.values(canaries), '入会费', ...more]) {
    const found = text.indexOf(word)
    expect(found < 0 ? '' : text.slice(Math.max(0, found - 120), found + 60)).toBe('')
    expect(text).not.toContain(JSON.stringify(word).slice(1, -1))
  }
}
