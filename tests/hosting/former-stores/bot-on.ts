import { assemble } from '../../../adapters/assemble.ts'
import { openKeptFiles } from '../../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../../adapters/kept-forms.ts'
import { groupKey, type OnMessage, type Outgoing, privateKey } from '../../../adapters/platform.ts'
import { engine } from '../../ground.ts'

const name = 'telegram'
/** When the store was kept. */
const then = Date.UTC(2026, 10, 22)

/** Conversations as they stand in the store of a former version. */
export const keys = {
  interview: privateKey(name, '1', '1'),
  concluded: privateKey(name, '2', '2'),
  waiting: privateKey(name, '3', '3'),
  group: groupKey(name, '-4'),
  invited: privateKey(name, '4', '4'),
}

export interface Running {
  readonly sent: readonly { readonly key: string; readonly reply: Outgoing }[]
  readonly troubles: readonly string[]
  readonly submit: OnMessage
  stop(): Promise<void>
}

/** The bot on one folder, with a platform that only remembers what is sent, a minute after `then`. */
export async function botOn(folder: string, outOfReach?: string): Promise<Running> {
  const sent: { key: string; reply: Outgoing }[] = []
  const troubles: string[] = []
  const onTrouble = (message: string) => void troubles.push(message)
  const { store, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
  let hear: OnMessage = () => Promise.reject(new Error('not started'))
  const stop = await assemble({
    engine,
    store,
    platforms: [
      {
        name,
        speaksFirst: true,
        async start(onMessage) {
          hear = onMessage
          return async () => {}
        },
        async send(key, reply) {
          if (key === outOfReach) throw new Error('out of reach')
          sent.push({ key, reply })
        },
      },
    ],
    language: 'zh-Hans',
    now: () => then + 60_000,
    onTrouble,
    retryAfter: [3_600_000],
  })
  return {
    sent,
    troubles,
    submit: (key, update, message) => hear(key, update, message),
    async stop() {
      await stop()
      await close()
    },
  }
}
