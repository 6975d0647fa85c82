import type { Language, Reply, State } from '../src/index.ts'
import type { Store } from './hosting/embedded/store.ts'
import { type Moved, move } from './hosting/move.ts'
import { openRestateSide } from './hosting/restate/restate-side.ts'
import { keptReply, keptState } from './kept-forms.ts'
import { noticesIn } from './notice.ts'
import type { RestateSettings } from './restate-settings.ts'

export interface MoveOptions {
  readonly to: 'restate' | 'files'
  readonly restate: RestateSettings
  /** A folder that no other process uses. */
  readonly files: Store<State, Reply>
  readonly language: Language | undefined
}

/** Copies conversations between the files of one machine and Restate. */
export async function moveConversations({ to, restate, files, language }: MoveOptions) {
  const shared = await openRestateSide(restate, { state: keptState, reply: keptReply }, noticesIn(language))
  try {
    const moved: Moved = await (to === 'restate' ? move(files, shared) : move(shared, files))
    return { ...moved, unreadable: shared.unreadable }
  } finally {
    await shared.close()
  }
}
