import * as z from 'zod'
import { createEmbeddedHost, type EmbeddedOptions } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openFileStore } from '../../adapters/hosting/embedded/file-store.ts'
import type { Store } from '../../adapters/hosting/embedded/store.ts'
import type { Deliver } from '../../adapters/hosting/host.ts'
import { type Diary, keepDiary, type Note } from '../contracts/diary.ts'

const note = z.strictObject({ text: z.string() })
const diary = z.strictObject({ said: z.array(z.string()), wakesAt: z.number().exactOptional() })

export const openDiaries = (folder: string) => openFileStore<Diary, Note>(folder, diary, note)

export const diaryHost = (
  store: Store<Diary, Note>,
  deliver: Deliver<Note>,
  more: Partial<EmbeddedOptions<Diary, Note, Note>> = {},
) =>
  createEmbeddedHost<Diary, Note, Note>({
    turn: keepDiary,
    deliver,
    store,
    now: Date.now,
    notice: { text: 'what we said was lost' },
    onTrouble: () => {},
    retryAfter: [1, 1],
    wake: { at: ({ wakesAt }) => wakesAt, message: () => ({ text: 'woken' }) },
    ...more,
  })
