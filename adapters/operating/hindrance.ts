import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A block: a full disk shows at once. */
const block = Buffer.alloc(4096)

/** Why nothing can be kept in `folder`, the folder of DATA_DIR; undefined where it can. What it wrote to see is gone. */
export async function hindranceIn(folder: string): Promise<string | undefined> {
  // One name: what a crash leaves of it is written over by the next look.
  const path = join(folder, 'ready.tmp')
  try {
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(block)
    } finally {
      await file.close()
    }
    return undefined
  } catch {
    return 'nothing can be written to DATA_DIR'
  } finally {
    await rm(path, { force: true }).catch(() => {})
  }
}
