import type { Readable, Writable } from 'node:stream'
import type { Engine, Language } from '../../src/index.ts'
import type { PictureIntake } from '../picture-intake.ts'
import type { Platform } from '../platform.ts'
import type { MoveReport } from './move-command.ts'

/** Where conversations are kept; shared: with the other instances where RESTATE_URL is set, else in files. */
export type Keep = 'files' | 'memory' | 'shared'

/** What the commands work with. */
export interface Outside {
  readonly input: Readable
  readonly output: Writable
  /** A person types the input and reads the output. */
  readonly interactive: boolean
  /** Width of the output now; Infinity where it has none. */
  readonly columns: () => number
  readonly colour: boolean
  readonly language?: Language
  /** What this person's system speaks. */
  readonly locale?: Language
  readonly law?: string
  /** Where conversations are kept. */
  readonly dataDir: string
  /** The engine, loaded when first needed. */
  readonly engine: () => Promise<Engine>
  /** Reads pictures for one person or program at this terminal; made when first needed. */
  readonly pictures: () => Promise<PictureIntake>
  /** Starts the host with these platforms, whose new conversations begin in `language`; resolves to what stops both. */
  readonly run: (
    platforms: readonly Platform[],
    keep: Keep,
    language: Language | undefined,
  ) => Promise<() => Promise<void>>
  /** Copies all conversations to the other place; rejects where a bot runs on one of them. */
  readonly move: (to: 'restate' | 'files') => Promise<MoveReport>
  /** Every platform that has its settings. Each says, once it can be used, its name, the page its address. */
  readonly platforms: (onReady: (name: string, address?: string) => void) => Promise<readonly Platform[]>
}
