import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FolderInUse, lockFolder } from '../../adapters/hosting/embedded/folder-lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const source = new URL('../../adapters/hosting/embedded/folder-lock.ts', import.meta.url)

/** Another process that takes the folder, says so, and stays. */
async function neighbour(folder: string) {
  const script = `
    import { lockFolder } from ${JSON.stringify(source.href)}
    await lockFolder(${JSON.stringify(folder)})
    console.log('taken')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a folder has one process at a time, and is free again when given back', async () => {
  const folder = join(await temporaryFolder(), 'made', 'when missing')
  const giveBack = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  giveBack()
  expect(await readdir(folder)).toEqual([])
  ;(await lockFolder(folder))()
})

test.skipIf(process.platform !== 'linux')('a folder that cannot be made is an error, at once', async () => {
  await expect(lockFolder('/proc/x')).rejects.toThrow('/proc/x')
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  await expect(lockFolder(join(file, 'below'))).rejects.toThrow('EEXIST')
})

test('the message names the process, the folder and the mend; once that process is dead, its lock is taken over', async () => {
  const folder = await temporaryFolder()
  const child = await neighbour(folder)
  const message = await lockFolder(folder).catch(String)
  expect(message).toContain(`(${child.pid})`)
  expect(message).toContain(folder)
  expect(message).toContain('DATA_DIR')
  child.kill('SIGKILL')
  await once(child, 'close')
  ;(await lockFolder(folder))()
})

test.each([
  ['of a process id in use by another program', `{"pid":${process.ppid},"started":"elsewhere 1"}`],
  ['cut by a crash', '{"pid":'],
  ['empty', ''],
  ['hostile', '{"pid":0,"started":null}'],
])('a lock that is %s is taken over', async (_, text) => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'lock'), text)
  ;(await lockFolder(folder))()
  expect(await readdir(folder)).toEqual([])
})

test('of many that find a dead lock at once, one gets the folder', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'lock'), '{"pid":999999999,"started":null}')
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
