import { expect, onTestFinished, vi } from 'vitest'
import type { PictureIntake } from '../../adapters/picture-intake.ts'
import type { Incoming, OnMessage } from '../../adapters/platform.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import { MockWorld } from './mock-world.ts'
import { atOnce } from './wechat-stage.ts'

export interface Heard {
  readonly key: string
  readonly update: string
  readonly message: Incoming
}

interface Listening {
  readonly pace?: typeof atOnce
  readonly onMessage?: OnMessage
  readonly pictures?: PictureIntake
}

/** WeChat started on a mock world, with what it handed over. */
export async function listening({ pace = atOnce, onMessage, pictures }: Listening = {}) {
  const world = new MockWorld()
  const heard: Heard[] = []
  const troubles: string[] = []
  const shown: string[] = []
  const platform = createWeChat({
    puppet: world.puppet,
    onTrouble: (message) => void troubles.push(message),
    show: (text) => void shown.push(text),
    pace,
    ...(pictures && { pictures }),
  })
  const hear: OnMessage = async (key, update, message) => {
    heard.push({ key, update, message })
    return { delivered: Promise.resolve() }
  }
  const stop = await platform.start(onMessage ?? hear)
  onTestFinished(stop)
  world.login()
  let marks = 0
  const mark = async (name: string, room?: string) => {
    const text = `mark-${++marks}`
    world.says(name, text, room === undefined ? {} : { room })
    await vi.waitFor(() => expect(heard.map(({ message }) => message.text)).toContain(text), {
      timeout: 10_000,
      interval: 5,
    })
  }
  /** What is handed over of what this person does; messages of one chat are heard in order, so marks enclose it. */
  const of = async (name: string, act: () => unknown, room?: string): Promise<readonly Heard[]> => {
    await mark(name, room)
    const from = heard.length
    act()
    await mark(name, room)
    return heard.slice(from).filter(({ message }) => !message.text?.startsWith('mark-'))
  }
  return { world, platform, heard, of, troubles, shown, stop }
}
