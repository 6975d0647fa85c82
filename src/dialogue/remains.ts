import { isGroup, type State } from './state.ts'

/** What stays of a state that nobody used for 30 days: the settings of a group, and nothing anyone said. */
export function remains(state: State): State | undefined {
  if (!isGroup(state)) return undefined
  const { hinted = [], spokeAt: _spokeAt, ...rest } = state
  const { settings, greeted, members, spokenOf } = rest
  const isSet =
    settings.watching || settings.verdicts || settings.language !== undefined || settings.quiet !== undefined
  if (!greeted && !isSet) return undefined
  const isBare = members.length === 0 && spokenOf.length === 0 && hinted.length === 0
  return isBare ? state : { ...rest, members: [], spokenOf: [] }
}

/** When a state wants to be woken, in milliseconds since 1970. */
export const wakesAt = (state: State): number | undefined => ('gathering' in state ? state.gathering?.until : undefined)
