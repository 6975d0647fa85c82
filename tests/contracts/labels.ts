import type { Language } from '../../src/index.ts'
import { createBundle, toTraditional } from '../../src/wording/speaker.ts'
import { knowledge } from '../ground.ts'
import type { Seen } from './stage.ts'

const traditional = toTraditional(knowledge.traditional)

/** What the wording says under this id; of a wording with variables, what stands before the first. */
export function wording(id: string, language: Language = 'zh-Hans'): string {
  const bundle = createBundle(knowledge, language, language === 'zh-Hant' ? traditional : (text) => text)
  const pattern = bundle.getMessage(id)?.value
  if (!pattern) throw new Error(`knowledge/wording has no message "${id}"`)
  const [said = ''] = bundle.formatPattern(pattern, {}, []).split('{')
  return said.replace(/[\s:：(（]+$/u, '')
}

/** The label, among these choices, of the choice with this id; a label may go on to show a state. */
export function labelled(seen: readonly Seen[], id: string, language: Language = 'zh-Hans'): string {
  const beginning = wording(`choice-${id}`, language)
  const all = seen.flatMap(({ choices }) => choices)
  const found = all.find((label) => label === beginning) ?? all.find((label) => label.startsWith(beginning))
  if (found === undefined) throw new Error(`expected a choice "${beginning}" among ${JSON.stringify(all)}`)
  return found
}

/** All that was shown, as one text. */
export const textOf = (seen: readonly Seen[]): string => seen.map(({ text }) => text).join('\n')

export const choicesOf = (seen: readonly Seen[]): string[] => seen.flatMap(({ choices }) => [...choices])

/** What tells a verdict, in any of its forms. */
export const verdictWords =
  /对得上|对不上|構成|构成传销|是传销|属于传销|疑似传销|灰色|骗局|it matches|this matches|does not match|is a pyramid|scam/u
