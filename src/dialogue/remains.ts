import { isGroup, type State } from './state.ts'

/** What stays of a state that nobody used for 30 days: the settings of a group, and nothing anyone said. */
export function remains(state: State): State | undefined {
  if (!isGroup(state)) return undefined
  return state.members.length === 0 && state.spokenOf.length === 0 ? state : { ...state, members: [], spokenOf: [] }
}

/** When a state wants to be woken, in milliseconds since 1970. */
export const wakesAt = (state: State): number | undefined => ('gathering' in state ? state.gathering?.until : undefined)
