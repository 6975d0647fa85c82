import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../hosting/temporary-folder.ts'

/** The path of a file that holds this, until the test is over. */
export async function asFile(bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), `${randomUUID()}.jpg`)
  await writeFile(path, bytes)
  return path
}
