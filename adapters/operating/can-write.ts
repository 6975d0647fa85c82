import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A block: a full disk shows at once. */
const block = Buffer.alloc(4096)

/** Rejects where no file could be written in `folder`. What it wrote is gone afterwards. */
export async function canWrite(folder: string): Promise<void> {
  // One name: what a crash leaves of it is written over by the next look.
  const path = join(folder, 'ready.tmp')
  try {
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(block)
    } finally {
      await file.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}
