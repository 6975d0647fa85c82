import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { addressIn, serve } from '../terminal/serving.ts'
import { openSession } from '../web/session.ts'

const run = promisify(execFile)
/** Too little for a verdict. */
const pitch = '交入会费2680元就能一起做'

/** The commands of README's section, as they stand there. */
const [backup = '', restore = ''] = [
  ...(/### Backup and restore\n(.*?)\n## /s.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '').matchAll(
    /```sh\n(.*?)```/gs,
  ),
].map(([, commands]) => commands)

test('a bot copied by README’s commands while it is at work goes on from the copy where it stood', async () => {
  const served = await serve()
  const address = addressIn(await served.line())
  const session = await openSession(address)
  const first = await session.say({ text: pitch })
  const open = (await session.say({ choice: 'yes', question: first.at(-1)?.question })).at(-1)
  expect(open?.question).toBeTypeOf('string')

  let isOver = false
  /** Others talk, and have everything deleted, so that files are written and go while they are copied. */
  const busy = async () => {
    while (!isOver) {
      const other = await openSession(address)
      for (const text of ['/start', pitch, '/delete']) await other.say({ text })
    }
  }
  const work = Promise.all([busy(), busy()])
  const place = await temporaryFolder()
  const shell = (commands: string) =>
    run('sh', ['-e', '-c', commands], { cwd: place, env: { PATH: process.env.PATH ?? '', DATA_DIR: served.dataDir } })
  try {
    for (let times = 0; times < 5; times++) await shell(backup)
  } finally {
    isOver = true
  }
  await work
  served.child.kill('SIGKILL')
  await served.ended
  await shell(restore)
  const restored = join(place, 'restored')
  expect((await stat(join(place, 'backup.tgz'))).mode & 0o777).toBe(0o600)
  expect((await readdir(restored)).sort()).toEqual(['conversations', 'sent', 'sent-2'])
  for (const name of await readdir(join(restored, 'conversations')))
    if (name !== 'set-aside') expect((await stat(join(restored, 'conversations', name))).mode & 0o777).toBe(0o600)

  const again = await serve({ DATA_DIR: restored })
  const back = await openSession(addressIn(await again.line()), session.cookie)
  expect((await back.say({ choice: 'resume' })).at(-1)).toMatchObject({ question: open?.question })
  let replies = await back.say({ choice: 'yes', question: open?.question })
  for (let n = 0; n < 9 && !replies.some(({ verdict }) => verdict); n++)
    replies = await back.say({ choice: 'yes', question: replies.at(-1)?.question })
  expect(replies.some(({ verdict }) => verdict === 'pyramid')).toBe(true)
  expect(again.errors()).toEqual([])
})
