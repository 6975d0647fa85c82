import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Symptom: on a full disk a conversation was cut in the middle, and the write reported no error.
 * Cause: write(2) stores what fits and says how much that was; whoever does not look replaces the good file.
 * `ulimit -f` (in blocks of 1,024 bytes) makes the same short write without filling a disk.
 */
test.skipIf(process.platform === 'win32')(
  'a disk that fills up while a file is written leaves the old one',
  async () => {
    const file = join(await temporaryFolder(), 'a.json')
    const source = new URL('../../adapters/hosting/embedded/durable-file.ts', import.meta.url)
    const script = `
    import { durableFile } from ${JSON.stringify(source.href)}
    process.on('SIGXFSZ', () => {})
    const file = durableFile(${JSON.stringify(file)})
    await file.write('the old text')
    await file.write('n'.repeat(6000)).then(() => console.log('written'), ({ code }) => console.log(code))`
    const node = `"${process.execPath}" --import tsx --input-type=module -e "$0"`
    const { stdout } = await promisify(execFile)('bash', ['-c', `ulimit -f 4; ${node}`, script])
    expect(stdout.trim()).toBe('EFBIG')
    expect(await readFile(file, 'utf8')).toBe('the old text')
  },
)
