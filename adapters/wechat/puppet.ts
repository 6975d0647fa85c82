import { writeFile } from 'node:fs/promises'
import type { Wechaty, WechatyOptions } from 'wechaty'
import { SettingsError } from '../settings.ts'

/** What speaks to WeChat for the bot. */
export type Puppet = Exclude<WechatyOptions['puppet'], string | undefined>

/** The library as it is once loaded, which takes half a second: nothing of it is loaded before it is wanted. */
export type Library = typeof import('wechaty')

export interface PuppetOptions {
  /** The name of a package, or the puppet itself. */
  readonly puppet: string | Puppet
  /** Where the puppet may keep its login, so that a restart need not scan again: a path, `.memory-card.json` is added. */
  readonly loginFile?: string
}

export interface Loaded {
  readonly library: Library
  readonly bot: Wechaty
  readonly puppet: Puppet
}

/** Loads wechaty and the puppet and connects them; nothing is started. Rejects with a `SettingsError`. */
export async function loadPuppet(
  { puppet, loginFile }: PuppetOptions,
  load: (name: string) => Promise<unknown> = (name) => import(name),
  loadLibrary: () => Promise<Library> = () => import('wechaty'),
): Promise<Loaded> {
  const library = await loadLibrary().catch((error) => {
    if (!isMissing(error, 'wechaty')) throw error
    throw new SettingsError(
      'WECHATY_PUPPET: wechaty itself is not installed; run npm install --include=optional, or unset WECHATY_PUPPET',
    )
  })
  // Its log tells names and texts. Who sets WECHATY_LOG has asked for that.
  if (library.log.level() === 'info') library.log.level('silent')
  const made = typeof puppet === 'string' ? await make(puppet, load) : puppet
  if (loginFile !== undefined) await keepFromOthers(`${loginFile}.memory-card.json`)
  const bot = library.WechatyBuilder.build({ puppet: made, ...(loginFile !== undefined && { name: loginFile }) })
  return { library, bot, puppet: made }
}

/** Who can read the login can speak as the bot; the puppet's own file would be readable by all. */
async function keepFromOthers(file: string): Promise<void> {
  await writeFile(file, '{}', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

async function make(name: string, load: (name: string) => Promise<unknown>): Promise<Puppet> {
  let module: unknown
  try {
    module = await load(name)
  } catch (error) {
    if (isMissing(error, name))
      throw new SettingsError(`WECHATY_PUPPET: ${name} is not installed; npm install it, or unset WECHATY_PUPPET`)
    throw new SettingsError(`WECHATY_PUPPET: ${name} could not be loaded: ${oneLine(error)}; install it anew`)
  }
  const Made = puppetClass(module)
  if (!Made)
    throw new SettingsError(`WECHATY_PUPPET: ${name} is no puppet; expected one such as wechaty-puppet-service`)
  const made = construct(name, Made)
  if (isPuppet(made)) return made
  throw new SettingsError(`WECHATY_PUPPET: ${name} is no puppet; expected one such as wechaty-puppet-service`)
}

function construct(name: string, Made: new () => unknown): unknown {
  const { error: write } = console
  // Puppets explain themselves at length there; the first line of it is in what they throw.
  console.error = () => {}
  try {
    return new Made()
  } catch (error) {
    throw new SettingsError(`WECHATY_PUPPET: ${name} needs a setting of its own: ${oneLine(error)}`)
  } finally {
    console.error = write
  }
}

/** A package in the older module format has its class one or two `default`s deeper. */
function puppetClass(module: unknown): (new () => unknown) | undefined {
  let found = module
  for (let depth = 0; depth < 4 && typeof found === 'object' && found !== null && 'default' in found; depth++)
    found = found.default
  return isClass(found) ? found : undefined
}

const isClass = (found: unknown): found is new () => unknown =>
  typeof found === 'function' && typeof found.prototype === 'object'

const isPuppet = (made: unknown): made is Puppet =>
  typeof made === 'object' &&
  made !== null &&
  (['start', 'stop', 'on', 'messageSendText'] as const).every(
    (name) => name in made && typeof Reflect.get(made, name) === 'function',
  )

/** That this very package was not found, rather than something it needs. */
function isMissing(error: unknown, name: string): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const codes: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']
  return codes.includes(error.code) && error.message.includes(`'${name}'`)
}

/** What a puppet says of its own settings, in one line. */
export const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/gu, ' ').trim().slice(0, 300)
