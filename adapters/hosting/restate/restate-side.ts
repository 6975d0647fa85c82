import type { z } from 'zod'
import type { Notices } from '../host.ts'
import { type Kept, keptSchema } from '../kept.ts'
import type { Side } from '../move.ts'
import { conversationsIn } from './deployment.ts'
import { createIngress } from './ingress.ts'
import { createRestateHost, type RestatePlace } from './restate-host.ts'

export interface RestateSide<State, Reply> extends Side<State, Reply> {
  /** Conversations that could not be read so far. */
  readonly unreadable: number
  close(): Promise<void>
}

/** The conversations that Restate keeps, for as long as no bot runs on it: whatever is asked for meanwhile has to wait. */
export async function openRestateSide<State, Reply>(
  place: RestatePlace,
  forms: { readonly state: z.ZodType<State>; readonly reply: z.ZodType<Reply> },
  notices: Notices<Reply>,
): Promise<RestateSide<State, Reply>> {
  const wait = () => {
    throw new Error('conversations are being moved')
  }
  const host = createRestateHost<State, never, Reply>({
    place,
    forms,
    notices,
    turn: wait,
    deliver: wait,
    now: Date.now,
    onTrouble: () => {},
    handsOver: false,
  })
  await host.start()
  const schema = keptSchema(forms.state, forms.reply)
  const ingress = createIngress<State, never, Reply>(place.url)
  const checked = (kept: Kept<State, Reply> | null) => (kept === null ? undefined : schema.parse(kept))
  let unreadable = 0
  return {
    get unreadable() {
      return unreadable
    },
    read: async (key) => checked(await ingress.whole(key)),
    write: (kept) => ingress.restore(kept),
    async *list() {
      unreadable = 0
      for (const name of await conversationsIn(place.adminUrl)) {
        const kept = await ingress.wholeNamed(name).catch(() => 'unreadable' as const)
        if (kept === 'unreadable') unreadable++
        else if (kept !== null) yield schema.parse(kept)
      }
    },
    close: () => host.stop(),
  }
}
