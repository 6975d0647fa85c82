import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'

type Labels = Readonly<Record<string, string>>

const everywhere = {
  en: {
    why: 'Why the last question is asked',
    law: 'The law to judge by',
    language: 'Language',
    privacy: 'What is kept, and for how long',
    delete: 'Delete what is kept',
    help: 'What I can do',
  },
  zh: {
    why: '为什么问这个',
    law: '依据哪里的法律',
    language: '语言 / 語言 / Language',
    privacy: '保存了什么，保存多久',
    delete: '删除保存的内容',
    help: '我能做什么',
  },
} as const satisfies Record<string, Labels>

const inPrivate = {
  en: {
    start: 'Begin',
    new: 'Look at another offer',
    back: 'Take back the last answer',
    show: 'What I have understood',
    ...everywhere.en,
    export: 'Get what is kept',
  },
  zh: {
    start: '开始',
    new: '看另一个项目',
    back: '撤回上一个回答',
    show: '我目前的理解',
    ...everywhere.zh,
    export: '导出保存的内容',
  },
} as const satisfies Record<string, Labels>

const forAdmins = {
  en: { ...everywhere.en, settings: 'Settings of this group' },
  zh: { ...everywhere.zh, settings: '本群设置' },
} as const satisfies Record<string, Labels>

/** The bot's own commands that stand in no menu. */
const unlisted = [
  'cases',
  'todo',
  'more',
  'crime',
  'card',
  'money',
  'stop',
  'switch',
  'change',
  'here',
  'private',
  'ask',
]

/** Every command that is the bot's own, in lower case and without the slash. */
export const ownCommands: ReadonlySet<string> = new Set([
  ...Object.keys(inPrivate.en),
  ...Object.keys(forAdmins.en),
  ...unlisted,
])

export interface CommandMenu {
  readonly scope: BotCommandScope
  /** Absent: for everyone whose language has no menu of its own. */
  readonly language?: LanguageCode
  readonly commands: readonly BotCommand[]
}

const listed = (labels: Labels): BotCommand[] =>
  Object.entries(labels).map(([command, description]) => ({ command, description }))

/** What Telegram shows beside the text field, by kind of chat and language. Telegram knows one Chinese only. */
export const menus: readonly CommandMenu[] = (
  [
    ['all_private_chats', inPrivate],
    ['all_group_chats', everywhere],
    ['all_chat_administrators', forAdmins],
  ] as const
).flatMap(([type, { en, zh }]) => [
  { scope: { type }, commands: listed(en) },
  { scope: { type }, language: 'zh', commands: listed(zh) },
])
