import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** What becomes of one file operation. `short`: half of what is written is stored, then the disk is full. */
export type Failure = 'EIO' | 'ENOSPC' | 'short'

export interface FailingFiles {
  /** File operations since the last `begin`. */
  readonly count: number
  /** From now on operations are counted, and those fail of which `fails` says so, by their number from 1. */
  begin(fails?: (n: number) => Failure | undefined): void
  /** From now on nothing fails. */
  end(): void
  /** Gives the system back as it was. */
  restore(): void
}

const names = ['open', 'rename', 'rm', 'readFile', 'link', 'copyFile', 'opendir', 'readdir', 'lstat'] as const
const methods = ['writeFile', 'appendFile', 'sync', 'truncate'] as const

/** Takes hold of the real file operations of this process, so that any of them can fail. */
export async function failingFiles(): Promise<FailingFiles> {
  let count = 0
  let fails: (n: number) => Failure | undefined = () => undefined
  let active = false
  const fate = () => (active ? fails(++count) : undefined)
  const refuse = (failure: Failure, what: string) => {
    const code = failure === 'short' ? 'ENOSPC' : failure
    return Object.assign(new Error(`${code}: made to fail, ${what}`), { code })
  }
  const undo: (() => void)[] = []

  function wrap(owner: object, name: string): void {
    const real: unknown = Reflect.get(owner, name)
    if (typeof real !== 'function') throw new Error(`there is no ${name}`)
    const wrapped = async function (this: unknown, ...given: unknown[]): Promise<unknown> {
      const failure = fate()
      if (failure === undefined) return Reflect.apply(real, this, given)
      const [data] = given
      const isWriting = (name === 'writeFile' || name === 'appendFile') && typeof data === 'string'
      if (failure === 'short' && isWriting) await Reflect.apply(real, this, [data.slice(0, data.length / 2)])
      throw refuse(failure, name)
    }
    Reflect.set(owner, name, wrapped)
    undo.push(() => Reflect.set(owner, name, real))
  }

  const some: FileHandle = await promises.open(process.execPath)
  const handles: object = Object.getPrototypeOf(some)
  await some.close()
  for (const name of names) wrap(promises, name)
  for (const name of methods) wrap(handles, name)
  syncBuiltinESMExports()
  return {
    get count() {
      return count
    },
    begin(wanted = () => undefined) {
      count = 0
      fails = wanted
      active = true
    },
    end() {
      active = false
    },
    restore() {
      for (const one of undo) one()
      syncBuiltinESMExports()
    },
  }
}
