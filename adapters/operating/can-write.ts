import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A block: a full disk shows at once. */
const block = Buffer.alloc(4096)

/** Rejects where no file could be written in `folder`. What it wrote is gone afterwards. */
export async function canWrite(folder: string): Promise<void> {
  // Its name is that of what is being written: a crash leaves nothing that anyone takes for more.
  const path = join(folder, `ready-${process.pid}.tmp`)
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
