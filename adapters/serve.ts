import { join } from 'node:path'
import { limited } from './limited.ts'
import type { PictureIntake } from './picture-intake.ts'
import type { Platform } from './platform.ts'
import type { Answered } from './posted.ts'
import type { Settings } from './settings.ts'

export interface ServeOptions {
  readonly settings: Settings
  readonly pictures: PictureIntake
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Told of a platform that can be used now; of the page with its address. */
  readonly onReady: (name: string, address?: string) => void
  /** Answered beside the page, whoever asks. */
  readonly beside?: readonly { readonly path: string; readonly handle: () => Promise<Answered> }[]
  /** Shows lines to the person at the terminal, such as a code to log in with. */
  readonly show: (text: string) => void
}

/** The web page, and every other platform that has its settings. What a platform needs is loaded only then. */
export async function choosePlatforms(options: ServeOptions): Promise<readonly Platform[]> {
  const { settings, pictures, onTrouble, onReady, beside = [] } = options
  const [{ createWeb }, telegram, wechat] = await Promise.all([
    import('./web/web.ts'),
    telegramOf(options),
    wechatOf(options),
  ])
  const web = createWeb({
    ...settings.web,
    pictures,
    onTrouble,
    onListening: (address) => onReady('web', address),
    mounts: [...(telegram?.mounts ?? []), ...beside],
  })
  const others = [telegram?.platform, wechat].filter((one) => one !== undefined)
  const all = [web, ...others.map((one) => announced(one, onReady))]
  return all.map((one) => limited(one, settings.language, onTrouble))
}

async function telegramOf({ settings, pictures, onTrouble }: ServeOptions) {
  if (!settings.telegram) return undefined
  const { createTelegram } = await import('./telegram/telegram.ts')
  const platform = createTelegram({ settings: settings.telegram, pictures, onTrouble })
  const { webhook } = settings.telegram
  const mounts = webhook ? [{ path: new URL(webhook.url).pathname, handle: platform.handleWebhook }] : []
  return { platform, mounts }
}

async function wechatOf({ settings, pictures, onTrouble, show }: ServeOptions) {
  if (!settings.wechat) return undefined
  const { createWeChat } = await import('./wechat/wechat.ts')
  return createWeChat({
    ...settings.wechat,
    language: settings.language,
    loginFile: join(settings.dataDir, 'wechat'),
    pictures,
    onTrouble,
    show,
  })
}

const announced = (platform: Platform, onReady: ServeOptions['onReady']): Platform => ({
  ...platform,
  async start(onMessage) {
    const stop = await platform.start(onMessage)
    onReady(platform.name)
    return stop
  },
})
