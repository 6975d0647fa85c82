import { mostPictureBytes, type PictureReader } from '../picture-reader.ts'
import { type ChildOptions, createChild } from './child.ts'
import { refusedByKind } from './file-kind.ts'
import { createQueue, type QueueLimits } from './queue.ts'

const usual: ChildOptions & QueueLimits = {
  patience: 20_000,
  idle: 120_000,
  memory: 1_150_000_000,
  waiting: 60,
  waitingOfOne: 12,
}

export interface Reader extends PictureReader {
  /** The id of the process that reads, while there is one. */
  readonly pid: number | undefined
}

/** Reads pictures in a process of its own, one at a time, which is begun with the first. */
export function createReader(changed: Partial<ChildOptions & QueueLimits> = {}): Reader {
  const options = { ...usual, ...changed }
  const child = createChild(options)
  const queue = createQueue<Awaited<ReturnType<PictureReader['read']>>>(options)
  let stopped = false
  return {
    get pid() {
      return child.pid
    },
    async read(bytes, who) {
      if (bytes.length > mostPictureBytes) return { refused: 'bytes' }
      const refused = refusedByKind(bytes)
      if (refused) return { refused }
      const picture = await queue.run(who, async () => (stopped ? { refused: 'busy' } : child.read(bytes)))
      return picture === 'full' ? { refused: 'busy' } : picture
    },
    async stop() {
      stopped = true
      child.stop()
    },
  }
}
