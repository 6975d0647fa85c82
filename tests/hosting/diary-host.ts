import * as z from 'zod'
import { createEmbeddedHost, type EmbeddedOptions } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openFileStore } from '../../adapters/hosting/embedded/file-store.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import type { Store } from '../../adapters/hosting/embedded/store.ts'
import type { Deliver } from '../../adapters/hosting/host.ts'
import { createRestateHost, type RestateOptions } from '../../adapters/hosting/restate/restate-host.ts'
import { type Diary, keepDiary, type Note } from '../contracts/diary.ts'
import type { RestateServer } from './restate-server.ts'

const note = z.strictObject({ text: z.string() })
const diary = z.strictObject({ said: z.array(z.string()), wakesAt: z.number().exactOptional() })

/** What is said of faults. */
export const notices = {
  lost: { text: 'what we said was lost' },
  restored: { text: 'what we said was restored' },
  stuck: { text: 'we begin anew' },
  refused: { text: 'that message was passed over' },
}

export const openDiaries = (folder: string, now?: () => number) => openFileStore<Diary, Note>(folder, diary, note, now)

/** With the notes of what was sent and the time, as the bot keeps them. */
export const openKeptDiaries = (folder: string, onTrouble: (message: string) => void = () => {}) =>
  openKeptFiles<Diary, Note>(folder, diary, note, onTrouble)

const common = {
  turn: keepDiary,
  now: Date.now,
  notices,
  onTrouble: () => {},
  retryAfter: [1, 1],
  wake: { at: ({ wakesAt }: Diary) => wakesAt, message: () => ({ text: 'woken' }) },
}

export const diaryHost = (
  store: Store<Diary, Note>,
  deliver: Deliver<Note>,
  more: Partial<EmbeddedOptions<Diary, Note, Note>> = {},
) => createEmbeddedHost<Diary, Note, Note>({ ...common, deliver, store, ...more })

export const diaryOnRestate = (
  server: Pick<RestateServer, 'url' | 'adminUrl'>,
  deliver: Deliver<Note>,
  more: Partial<RestateOptions<Diary, Note, Note>> = {},
) =>
  createRestateHost<Diary, Note, Note>({
    ...common,
    deliver,
    place: { ...server, host: '127.0.0.1', port: 0 },
    forms: { state: diary, reply: note },
    ...more,
  })
