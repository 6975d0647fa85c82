import { join } from 'node:path'
import type { z } from 'zod'
import { openFileStore } from './file-store.ts'
import { type RememberingStore, remember } from './remembering-store.ts'
import { openSentNotes } from './sent-notes.ts'

/** What a process keeps in `folder`, which must be its own: a file a conversation, and notes of what was sent. */
export async function openKeptFiles<State, Reply>(
  folder: string,
  state: z.ZodType<State>,
  reply: z.ZodType<Reply>,
): Promise<RememberingStore<State, Reply>> {
  const files = await openFileStore(join(folder, 'conversations'), state, reply)
  return remember(files, await openSentNotes(join(folder, 'sent')))
}
