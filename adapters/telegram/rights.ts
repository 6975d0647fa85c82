import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import { soon } from '../soon.ts'
import { busyFor } from './refusals.ts'

/** Milliseconds that finding out may take in all, and before it is tried once more. */
const PATIENCE = 3000
const PAUSE = 300

/** Whether a member may change a group's settings, asked afresh; undefined where Telegram does not tell in time. */
export async function mayManage(api: Api, chat: number, user: number): Promise<boolean | undefined> {
  const ask = () => api.getChatMember(chat, user)
  const again = async (error: unknown) => {
    const pause = busyFor(error) ?? PAUSE
    if (pause >= PATIENCE) throw error
    await wait(pause)
    return ask()
  }
  const member = await soon(() => ask().catch(again), undefined, PATIENCE)
  return member && (member.status === 'administrator' || member.status === 'creator')
}
