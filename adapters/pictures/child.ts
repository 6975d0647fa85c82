import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { SeenPicture } from '../picture-reader.ts'
import type { Asked, Told } from './worker.ts'

export interface ChildOptions {
  /** Milliseconds for one picture, the first with the loading of the models. */
  readonly patience: number
  /** Milliseconds without a picture after which its memory is given back. */
  readonly idle: number
  /** Bytes of memory beyond which it is ended. */
  readonly memory: number
}

/** A process of its own that reads one picture at a time, begun when there is one, and anew after it ended. */
export interface Child {
  /** Never rejects. */
  read(bytes: Uint8Array): Promise<SeenPicture>
  /** Its id while it runs. */
  readonly pid: number | undefined
  stop(): void
}

/** From here, from dist/adapters/pictures, and from a shared piece in dist. */
const places = ['./worker.js', './adapters/pictures/worker.js', './worker.ts'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

export function createChild({ patience, idle, memory }: ChildOptions): Child {
  let running: ChildProcess | undefined
  let resting: NodeJS.Timeout | undefined

  function begin(): ChildProcess {
    const file = places.find((path) => existsSync(path))
    if (file === undefined) throw new Error('the program has not been built; run npm run build')
    const child = fork(file, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { PATH: process.env.PATH ?? '', PICTURE_MEMORY: String(memory), MALLOC_ARENA_MAX: '2' },
      execArgv: file.endsWith('.ts') ? ['--import', 'tsx'] : [],
    })
    child.on('exit', () => {
      if (running === child) running = undefined
    })
    child.on('error', () => {})
    // Conversations come first.
    try {
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {}
    return child
  }

  function end(): void {
    running?.kill('SIGKILL')
    running = undefined
  }

  return {
    get pid() {
      return running?.pid
    },
    read(bytes) {
      clearTimeout(resting)
      return new Promise((resolve) => {
        const child = running ?? begin()
        running = child
        child.ref()
        child.channel?.ref()
        const finish = (picture: SeenPicture) => {
          clearTimeout(timer)
          child.off('message', told)
          child.off('exit', died)
          child.unref()
          child.channel?.unref()
          resting = setTimeout(end, idle).unref()
          resolve(picture)
        }
        const told = (answer: Told) => {
          if (answer === 'failed') end()
          finish(answer === 'failed' ? { refused: 'broken' } : answer === 'unable' ? { refused: 'unable' } : answer)
        }
        // Too much memory, or killed from outside: the next picture gets a new one.
        const died = () => finish({ refused: 'too_heavy' })
        const timer = setTimeout(() => {
          end()
          finish({ refused: 'too_slow' })
        }, patience)
        child.once('message', told)
        child.once('exit', died)
        child.send({ bytes } satisfies Asked, (error) => error && died())
      })
    },
    stop() {
      clearTimeout(resting)
      end()
    },
  }
}
