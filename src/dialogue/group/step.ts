import { begin } from '../conversation.ts'
import { languageFor } from '../language.ts'
import type { Heard, Reply } from '../message.ts'
import { type Core, sceneOf } from '../scene.ts'
import type { Group } from '../state.ts'
import { inGroup } from './first-look.ts'

export function stepInGroup(
  core: Core,
  before: Group | undefined,
  message: Heard,
  now: number,
): readonly [Group | undefined, readonly Reply[]] {
  const last = begin(core.defaults.language, core.defaults.law)
  const scene = sceneOf(core, { ...last, language: languageFor(last, message), turn: 1, at: now })
  return [before, inGroup(scene, message, message.text, message.alarm)]
}
