import { createInterface } from 'node:readline'
import * as z from 'zod'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { begin } from './built-program.ts'

const logged = z.looseObject({ level: z.string(), time: z.iso.datetime(), msg: z.string() })
export type Logged = z.infer<typeof logged>

/** Starts `bot serve` with a folder of its own, on any free port. */
export async function serve(env: Record<string, string> = {}) {
  const { DATA_DIR = await temporaryFolder(), ...more } = env
  const { child, ended } = begin(['serve'], { DATA_DIR, PORT: '0', ...more })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => (await lines.next()).value ?? ''
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  /** Each line of the log, which has to be JSON. */
  const log = (): Logged[] =>
    err
      .split('\n')
      .slice(0, -1)
      .map((one) => logged.parse(JSON.parse(one)))
  const errors = () => log().filter(({ level }) => level !== 'info' && level !== 'debug')
  return { dataDir: DATA_DIR, child, ended, line, end, log, errors, raw: () => err }
}

export type Served = Awaited<ReturnType<typeof serve>>

export const addressIn = (line: string) => /^http:\/\/127\.0\.0\.1:\d+\/(?= )/.exec(line)?.[0] ?? line
