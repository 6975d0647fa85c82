import { setTimeout as wait } from 'node:timers/promises'
import { types } from 'wechaty'
import type { OnMessage, Platform } from '../../adapters/platform.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import type { Chat, Person, PlatformUnderTest, Say, Seen, Stage, Trouble } from '../contracts/stage.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { botName, historyXml, MockWorld, quoting, type Saying, type Sent } from './mock-world.ts'

/** Nothing is slow in a test but what has to be; and nothing is said of it, as no test here is long enough. */
export const atOnce = { perChat: 0, overall: 0, patience: 10_000, busy: 200, friends: 0, reading: 600_000 }

/** Knows when what the puppet told of was taken in and its replies handed over. */
class Intake {
  readonly #delivered: { readonly update: string; readonly done: Promise<void> }[] = []
  #wake = () => {}

  watch(platform: Platform): Platform {
    return {
      ...platform,
      start: (onMessage) =>
        platform.start(async (key, update, message) => {
          const accepted = await onMessage(key, update, message)
          this.#delivered.push({ update, done: accepted.delivered })
          this.#wake()
          return accepted
        }),
    } satisfies { start: (onMessage: OnMessage) => unknown }
  }

  get count(): number {
    return this.#delivered.length
  }

  /** Waits for so many more updates than there were, of those this says. */
  async settled(from: number, times: number, isMeant: (update: string) => boolean): Promise<void> {
    for (;;) {
      const meant = this.#delivered.slice(from).filter(({ update }) => isMeant(update))
      if (meant.length >= times) {
        await Promise.all(meant.map(({ done }) => done))
        return
      }
      await new Promise<void>((resolve) => {
        const before = this.#wake
        this.#wake = () => {
          before()
          resolve()
        }
      })
    }
  }
}

class WeChatStage implements Stage {
  readonly #world = new MockWorld()
  readonly #intake = new Intake()
  #stop = async () => {}

  async open(run: (platform: Platform) => Promise<() => Promise<void>>): Promise<this> {
    const platform = createWeChat({
      puppet: this.#world.puppet,
      onTrouble: () => {},
      show: () => {},
      pace: atOnce,
      pictures: openIntake().intake,
    })
    this.#stop = await run(this.#intake.watch(platform))
    this.#world.login()
    return this
  }

  person(name: string): Person {
    this.#world.person(name)
    return { private: this.#privateChat(name), in: (group) => this.#room(name, group) }
  }

  async found(group: string, members: readonly string[]): Promise<readonly Seen[]> {
    const id = this.#idOf(group)
    const [admin = ''] = members
    if (!this.#world.puppet.mocker.cacheRoomPayload.has(id)) this.#world.room(group, members)
    return this.#during(
      id,
      () => this.#world.joins(id, admin),
      1,
      (update) => update.startsWith('joined'),
    )
  }

  async remove(group: string): Promise<void> {
    const id = this.#idOf(group)
    const isLeft = (update: string) => update.startsWith('left')
    await this.#during(id, () => this.#world.leaves(id, 'someone'), 1, isLeft)
  }

  trouble(kind: Trouble, times: number, to?: string): void {
    const { puppet } = this.#world
    const only = to === undefined ? undefined : this.#world.person(to)
    const answers = { busy: '操作过于频繁，请稍后再试', down: 'socket hang up', refuses: 'ret -1', gone: 'ret -44' }
    let left = times
    puppet.gone.clear()
    puppet.onSend = (place) => {
      if ((only !== undefined && place !== only) || left <= 0) return
      left--
      if (kind === 'gone') puppet.gone.add(place)
      throw new Error(answers[kind])
    }
  }

  async close(): Promise<void> {
    await this.#stop()
  }

  #idOf(group: string): string {
    return `${group}@chatroom`
  }

  /** What the bot showed in this place while this was taken in and answered. */
  async #during(place: string, act: () => void, times: number, isMeant: (update: string) => boolean) {
    const [before, from] = [this.#world.saidTo(place).length, this.#intake.count]
    act()
    await this.#intake.settled(from, times, isMeant)
    return this.#world.sentTo(place).slice(before).map(seen)
  }

  #privateChat(name: string): Chat {
    const place = this.#world.person(name)
    const say = async (text: string, { forwarded, times = 1 }: Say = {}) => {
      const before = this.#world.saidTo(place).length
      const how = forwarded ? history(text, times) : { text, more: { times } }
      let id = ''
      const act = () => {
        id = this.#world.says(name, how.text, how.more)
      }
      const shown = await this.#during(place, act, times, (update) => update === id)
      return forwarded ? gathered(before) : shown
    }
    // More could follow, so the answer takes its time.
    const gathered = async (before: number) => {
      for (let waited = 0; this.#world.saidTo(place).length === before && waited < 5_000; waited += 20) await wait(20)
      await wait(100)
      return this.#world.sentTo(place).slice(before).map(seen)
    }
    const picture = async (...files: readonly Uint8Array[]) => {
      const before = this.#world.saidTo(place).length
      const ids = new Set<string>()
      const act = () => {
        for (const file of files) ids.add(this.#world.sendsPicture(name, file))
      }
      await this.#during(place, act, files.length, (update) => ids.has(update))
      return gathered(before)
    }
    return { say, picture, press: (label) => say(numberOf(this.#world.sentTo(place).map(seen), label)) }
  }

  #room(name: string, group: string): Chat {
    const room = this.#idOf(group)
    const say = async (text: string, { forwarded, mention, replyTo, times = 1 }: Say = {}) => {
      const addressed = mention ? `@${botName}\u2005${text}` : text
      const whole = replyTo === undefined ? addressed : quoting('eve', replyTo, addressed)
      const how = forwarded ? history(text, times) : { text: whole, more: { times } }
      let id = ''
      const act = () => {
        id = this.#world.says(name, how.text, { ...how.more, room })
      }
      return this.#during(room, act, times, (update) => update === id)
    }
    const press = (label: string) => {
      const all = this.#world.sentTo(room).map(seen)
      const own = all.filter(({ text }) => text.startsWith(`@${name} `))
      return say(numberOf(own.at(-1)?.choices.includes(label) ? own : all, label), { mention: true })
    }
    const picture = () => Promise.reject(new Error('pictures of a room are not meant for the bot'))
    return { say, picture, press }
  }
}

const history = (text: string, times: number): { readonly text: string; readonly more: Saying } => ({
  text: historyXml([text]),
  more: { times, type: types.Message.ChatHistory },
})

/** A person types the number, or the words of a choice that is no longer the last one offered. */
function numberOf(shown: readonly Seen[], label: string): string {
  const at = shown.findLast(({ choices }) => choices.length > 0)?.choices.indexOf(label) ?? -1
  return at < 0 ? label : String(at + 1)
}

/** A message as a person sees it: the choices are the numbered lines it ends in. */
function seen({ text, picture }: Sent): Seen {
  const last = (text.split('\n\n').at(-1) ?? '').split('\n')
  const choices = last.map((line) => /^(?:\d+\.|·) (.+)$/u.exec(line)?.[1])
  const labels = choices.filter((label) => label !== undefined)
  const token = /\/start ([\w-]{16})/u.exec(text)?.[1]
  return {
    text,
    choices: labels.length === choices.length ? labels : [],
    ...(picture && { picture }),
    ...(token !== undefined && { token }),
  }
}

export const wechat: PlatformUnderTest = {
  name: 'WeChat',
  longest: 2_000,
  has: { groups: true, asides: false, sending: true },
  open: (run) => new WeChatStage().open(run),
}
