import { onTestFinished } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Draw } from '../../adapters/switchboard.ts'
import type { Reply, State } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { drawing as pictures } from '../pictures/drawn.ts'
import type { Chat, PlatformUnderTest, Seen, Stage } from './stage.ts'

/** The real bot on a stage, with what it keeps and what it reported. */
export interface Running extends Stage {
  /** How many conversations and groups are kept now; an offer on its way is neither, and outlives its group. */
  kept(): Promise<number>
  readonly troubles: readonly string[]
}

/** Opens a stage for one test. */
export async function opened(platform: PlatformUnderTest, drawing: Draw = pictures): Promise<Running> {
  const store = createMemoryStore<State, Reply>()
  const troubles: string[] = []
  const onTrouble = (message: string) => void troubles.push(message)
  const stage = await platform.open((one) =>
    assemble({ engine, store, platforms: [one], onTrouble, retryAfter: [5, 20, 50], drawing }),
  )
  onTestFinished(() => stage.close())
  return {
    person: (name) => stage.person(name),
    found: (group, members) => stage.found(group, members),
    remove: (group) => stage.remove(group),
    trouble: (kind, times, to) => stage.trouble(kind, times, to),
    close: () => stage.close(),
    troubles,
    async kept() {
      let count = 0
      for await (const one of store.list()) if (one.state && !('log' in one.state && 'kind' in one.state)) count++
      return count
    },
  }
}

/** The token that takes the offer along, as the reply has it or as its choice gives it. */
export async function tokenOf(seen: readonly Seen[], press: () => ReturnType<Chat['press']>): Promise<string> {
  const token = seen.find((one) => one.token)?.token ?? (await press()).find((one) => one.token)?.token
  if (token === undefined) throw new Error('expected an offer to go on in private, with a token')
  return token
}

/** Names a company and a person, and shows a price and pay for recruits; whether there are levels is open. */
export const pitch = '金鼎国际的王秀兰老师邀请您：入会费2680元，每推荐一个人奖励800元，名额有限'
export const namesInPitch = /金鼎|王秀兰/u
