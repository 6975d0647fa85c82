import { join } from 'node:path'
import type { z } from 'zod'
import { openFileStore } from './file-store.ts'
import { makeFolder } from './folders.ts'
import { type RememberingStore, remember } from './remembering-store.ts'
import { openSentNotes } from './sent-notes.ts'
import { exists } from './set-aside.ts'
import { openSteadyClock, type SteadyClock } from './steady-clock.ts'

/** Conversations were kept in this folder, and are not there any more. */
export class ConversationsMissing extends Error {
  override readonly name = 'ConversationsMissing'
}

export interface KeptFiles<State, Reply> {
  readonly store: RememberingStore<State, Reply>
  readonly clock: SteadyClock
  close(): Promise<void>
}

/**
 * What a process keeps in `folder`, which must be its own: two files a conversation, notes of what was sent, and the
 * time. Rejects with `ConversationsMissing` where the others are there without the conversations.
 */
export async function openKeptFiles<State, Reply>(
  folder: string,
  state: z.ZodType<State>,
  reply: z.ZodType<Reply>,
  onTrouble: (message: string, cause?: unknown) => void,
): Promise<KeptFiles<State, Reply>> {
  const [conversations, sent, time] = [join(folder, 'conversations'), join(folder, 'sent'), join(folder, 'time')]
  if (!(await exists(conversations)))
    for (const witness of [sent, time])
      if (await exists(witness))
        throw new ConversationsMissing(
          `${folder} kept conversations before, as ${witness} shows, but ${conversations} is missing. Put it back, from a backup if need be; or remove ${sent} and ${time} to begin with none.`,
        )
  // The folder first: a note of the time says that there is one.
  makeFolder(conversations)
  const clock = await openSteadyClock({ path: time, onTrouble })
  const files = await openFileStore(conversations, state, reply, clock.now)
  const store = await remember(files, await openSentNotes(sent))
  return {
    store,
    clock,
    async close() {
      await clock.close()
      await store.close()
    },
  }
}
