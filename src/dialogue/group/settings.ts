import { languages } from '../../knowledge/schema/speech.ts'
import type { Choice } from '../message.ts'
import type { GroupSettings } from '../state.ts'
import { answer, aside, type GroupOutcome, type Room } from './room.ts'

/** What an admin can set, each by a press that turns it on to its next value. */
const names = ['watching', 'verdicts', 'language', 'law', 'quiet'] as const
type Name = (typeof names)[number]

type Quiet = NonNullable<GroupSettings['quiet']>
/** China's time: most groups are there, and the hours can be written out for any other. */
const OFFSET = 8
const nights: readonly Quiet[] = [
  { from: 22, to: 8, offset: OFFSET },
  { from: 23, to: 7, offset: OFFSET },
  { from: 0, to: 6, offset: OFFSET },
]
const isOff = /^(?:off|no|none|关|關|关闭|關閉|关掉|不要|无|無)$/iu
const written = /^(\d{1,2})(?::00)?\s*[-–~至到]\s*(\d{1,2})(?::00)?(?:\s*(?:UTC|GMT)?\s*([+-]?\d{1,2}))?$/iu

/** `/settings`: the panel; `/settings 22-7 UTC+8`: quiet hours at once. */
export function settingsAsked(room: Room, argument: string | undefined): GroupOutcome {
  const { scene, heard } = room
  if (!heard.admin) return answer(room, { text: scene.speaker.say('group-admins-only') })
  if (argument === undefined) return showPanel(room)
  const quiet = quietIn(argument)
  if (isOff.test(argument.trim())) return showPanel(setting(room, { quiet: undefined }))
  return quiet ? showPanel(setting(room, { quiet })) : answer(room, { text: scene.speaker.say('group-quiet-form') })
}

/** By which law the group goes; `named` is the one an admin wants it to go by. */
export function lawHere(room: Room, named: string | undefined): GroupOutcome {
  if (named !== undefined && room.heard.admin) return showPanel(setting(room, lawSet(room, named)))
  const { speaker } = room.scene
  const law = lawOf(room)
  return answer(room, { text: speaker.say('group-law', { law: speaker.tell(law.name), date: law.checked }) })
}

const lawOf = ({ core, group, scene }: Room) =>
  (core.knowledge.laws.get(group.settings.law ?? core.defaults.law) ?? scene.rules).law
const lawSet = ({ core }: Room, law: string) => ({ law: law === core.defaults.law ? undefined : law })

/**
 * A press on the panel, as `set:NAME:VALUE`: pressed twice, it is set once. Without a value, the next one. Undefined
 * where the choice is none of it.
 */
export function settingChosen(room: Room, choice: string): GroupOutcome | undefined {
  const [set, wanted, value] = choice.split(':')
  const name = names.find((one) => one === wanted)
  if (set !== 'set' || !name) return undefined
  const { scene, heard } = room
  if (!heard.admin) return aside(room, scene.speaker.say('group-admins-only'))
  const change = value === undefined ? turned(room, name) : valued(room, name, value)
  return showPanel(change ? setting(room, change) : room)
}

/** A setting by its name in words, as its choice. */
export function settingNamed({ scene: { speaker }, heard }: Room): string | undefined {
  const said = heard.text.trim().toLowerCase()
  // "Language" and "law" alone are what a member says to be answered by another.
  const name = names.find(
    (one) => one !== 'language' && one !== 'law' && said === speaker.say(`choice-set-${one}`).toLowerCase(),
  )
  return name && `set:${name}`
}

function turned(room: Room, name: Name): Partial<Changed> {
  const { watching, verdicts, language, quiet } = room.group.settings
  switch (name) {
    case 'watching':
      return { watching: !watching }
    case 'verdicts':
      return { verdicts: !verdicts }
    case 'language':
      return { language: languages[language === undefined ? 0 : languages.indexOf(language) + 1] }
    case 'law': {
      const laws = [...room.core.knowledge.laws.keys()]
      return lawSet(room, laws[(laws.indexOf(lawOf(room).id) + 1) % laws.length] ?? room.core.defaults.law)
    }
    case 'quiet':
      return { quiet: nights[nights.findIndex((night) => quiet && isSameNight(night, quiet)) + 1] }
  }
}

/** What a choice of the panel says: on, off, a language, a law, hours. */
function valued(room: Room, name: Name, value: string): Partial<Changed> | undefined {
  if (name === 'watching' || name === 'verdicts') return { [name]: value === 'on' }
  if (name === 'law') return room.core.knowledge.laws.has(value) ? lawSet(room, value) : undefined
  if (name === 'language') return { language: languages.find((language) => language === value) }
  return { quiet: quietIn(value) }
}

function valueIn({ core }: Room, name: Name, change: Partial<Changed>): string {
  if (name === 'law') return change.law ?? core.defaults.law
  if (name === 'watching' || name === 'verdicts') return change[name] ? 'on' : 'off'
  if (name === 'language') return change.language ?? 'off'
  const { quiet } = change
  return quiet ? `${quiet.from}-${quiet.to} ${quiet.offset}` : 'off'
}

const isSameNight = (one: Quiet, other: Quiet) => one.from === other.from && one.to === other.to

/** The settings with what may be unset as undefined. */
type Changed = { readonly [Key in keyof Required<GroupSettings>]: GroupSettings[Key] | undefined }

function setting(room: Room, change: Partial<Changed>): Room {
  const { watching = false, verdicts = false, language, law, quiet } = { ...room.group.settings, ...change }
  const chosen = { ...(language && { language }), ...(law !== undefined && { law }), ...(quiet && { quiet }) }
  const settings = { watching, verdicts, ...chosen }
  const { core, scene } = room
  const speaker = language ? core.speaker(language) : scene.speaker
  return { ...room, group: { ...room.group, settings }, scene: { ...scene, speaker } }
}

function quietIn(argument: string): Quiet | undefined {
  const [, from, to, offset = OFFSET] = written.exec(argument.trim()) ?? []
  if (from === undefined || to === undefined) return undefined
  const quiet = { from: Number(from), to: Number(to), offset: Number(offset) }
  const isHour = (hour: number) => hour >= 0 && hour <= 24
  return isHour(quiet.from) && isHour(quiet.to) && quiet.from !== quiet.to && Math.abs(quiet.offset) <= 14
    ? quiet
    : undefined
}

function showPanel(room: Room): GroupOutcome {
  const { scene, group, core } = room
  const { speaker } = scene
  const { watching, verdicts, language, quiet } = group.settings
  const onOff = (is: boolean) => speaker.say(is ? 'setting-on' : 'setting-off')
  const states: Readonly<Record<Name, string>> = {
    watching: onOff(watching),
    verdicts: onOff(verdicts),
    language: language ? core.speaker(language).say('language-name') : speaker.say('setting-follows'),
    law: speaker.tell(lawOf(room).name),
    quiet: quiet ? speaker.say('setting-hours', hours(quiet)) : onOff(false),
  }
  const choices = names.map(
    (name): Choice => ({
      id: `set:${name}:${valueIn(room, name, turned(room, name))}`,
      label: speaker.say('setting', { name: speaker.say(`choice-set-${name}`), state: states[name] }),
    }),
  )
  return answer(room, { text: speaker.say('group-settings'), choices, question: 'settings' })
}

const hours = ({ from, to, offset }: Quiet) => ({ from, to, zone: `UTC${offset < 0 ? '−' : '+'}${Math.abs(offset)}` })
