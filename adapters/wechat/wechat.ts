import type { Wechaty } from 'wechaty'
import type { Language } from '../../src/index.ts'
import { Undelivered } from '../hosting/host.ts'
import type { PictureIntake } from '../picture-intake.ts'
import type { Platform } from '../platform.ts'
import { SettingsError } from '../settings.ts'
import { soon } from '../soon.ts'
import { platformName } from './incoming.ts'
import { keepAlive } from './keep-alive.ts'
import { listen } from './listening.ts'
import { showLogin } from './login.ts'
import { createOffers } from './offers.ts'
import { createPace, type PaceOptions } from './pace.ts'
import { loadPuppet, oneLine, type Puppet, type PuppetOptions } from './puppet.ts'
import { createReadingNote } from './reading-note.ts'
import { createReports, type Reports } from './reports.ts'
import { createSending, type Send } from './sending.ts'

export interface WeChatOptions extends PuppetOptions {
  /** Reports trouble; the messages hold no text and no name, causes may. */
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Shows whole lines, with their ends, on the terminal: the login code and what to do with it. */
  readonly show: (text: string) => void
  /** Reads pictures. */
  readonly pictures?: PictureIntake
  /** What new conversations begin in. */
  readonly language?: Language | undefined
  /** How slowly it writes; personal accounts are banned for speed. */
  readonly pace?: Partial<Pacing>
}

interface Pacing extends PaceOptions {
  /** After WeChat said that this is too fast. */
  readonly busy: number
  /** Between two friend requests accepted. */
  readonly friends: number
  /** That reading a picture may take before a line says that it is being read. */
  readonly reading: number
}

const unhurried: Pacing = {
  perChat: 1_000,
  overall: 300,
  patience: 10_000,
  busy: 5_000,
  friends: 5_000,
  reading: 1_500,
}
/** How long a start may keep the other platforms waiting, and a stop the end of the program, in milliseconds. */
const [startPatience, stopPatience] = [5_000, 2_000]
/** How long after a logout a new login code may take to come, in milliseconds. */
const codePatience = 60_000

/** WeChat, through wechaty and the puppet that WECHATY_PUPPET names. Neither is loaded before it is started. */
export function createWeChat({
  onTrouble,
  show,
  pace: own,
  pictures,
  language,
  ...puppetOptions
}: WeChatOptions): Platform {
  const pacing = { ...unhurried, ...own }
  const offers = createOffers()
  let send: Send | undefined
  return {
    name: platformName,
    speaksFirst: true,
    async start(onMessage) {
      const loaded = await loadPuppet(puppetOptions)
      const { library, bot, puppet } = loaded
      const reports = createReports(onTrouble)
      const pace = createPace(pacing)
      const note = createReadingNote({ bot, offers, pace, moment: pacing.reading, language })
      const friendsGap = pacing.friends
      const stopListening = listen({ ...loaded, offers, onMessage, reports, pictures, note, friendsGap })
      showLogin(library, bot, show)
      send = note.beside(createSending({ bot, offers, pace, pictured, busyPause: pacing.busy }))
      const stop = async () => {
        // WeChat tells of a message once: those that have come are still taken in.
        await soon(stopListening, undefined, stopPatience)
        note.stop()
        await soon(() => bot.stop(), undefined, stopPatience)
      }
      await begin(bot).catch((error) => {
        // A puppet that does not start takes seconds to stop.
        void stop()
        throw error
      })
      const stopWatching = watch(bot, puppet, reports)
      return async () => {
        stopWatching()
        await stop()
      }
    },
    async send(key, reply, origin) {
      if (!send) throw new Undelivered('WeChat has not been started', { after: 30_000 })
      await send(key, reply, origin)
    },
  }
}

/** Loaded with the first picture, as wechaty has it by then. */
async function pictured(png: Uint8Array, name: string) {
  const { FileBox } = await import('file-box')
  return FileBox.fromBuffer(Buffer.from(png), name)
}

/** Starts the puppet; what it says of a setting of its own ends the program, anything else is tried again later. */
async function begin(bot: Wechaty): Promise<void> {
  let refuse: (error: Error) => void = () => {}
  const refused = new Promise<never>((_, reject) => {
    refuse = (error) => {
      if (/token|secret|password|credential|api.?key|\benv\b/iu.test(error.message))
        reject(new SettingsError(`WECHATY_PUPPET: its puppet could not start: ${oneLine(error)}`))
    }
  })
  bot.on('error', refuse)
  try {
    await Promise.race([soon(() => bot.start(), undefined, startPatience), refused])
  } finally {
    bot.off('error', refuse)
  }
}

/** Puppets start themselves again where they can; one that has not, or shows no code after a logout, is started. */
function watch(bot: Wechaty, puppet: Puppet, reports: Reports): () => void {
  let loggedOut = Number.POSITIVE_INFINITY
  const settled = () => {
    loggedOut = Number.POSITIVE_INFINITY
  }
  bot.on('login', settled)
  bot.on('scan', settled)
  bot.on('logout', () => {
    loggedOut = Date.now()
  })
  const isSilent = () => Date.now() - loggedOut > codePatience
  return keepAlive({
    isDown: () => puppet.state.inactive() === true || isSilent(),
    async restart() {
      reports.tell('the puppet has stopped and is started again')
      if (isSilent()) loggedOut = Date.now()
      if (puppet.state.inactive() !== true) await puppet.stop()
      await puppet.start()
    },
  })
}
