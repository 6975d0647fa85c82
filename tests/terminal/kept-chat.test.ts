import { once } from 'node:events'
import { cp, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { begin, root, run } from './built-program.ts'

const answer = z.strictObject({
  replies: z.array(z.looseObject({ chat: z.string(), text: z.string(), asks: z.string().optional() })),
})
const offer = 'They ask 2,680 to join and pay 800 for each friend I bring'
const line = (more: object) => `${JSON.stringify({ chat: 'c', user: 'ann', kind: 'private', ...more })}\n`

/** One run of the chat for programs; each answer as its texts and what it asks. */
async function chat(dataDir: string, ...lines: object[]) {
  const env = { DATA_DIR: dataDir, LANGUAGE: 'en' }
  const { code, out, err } = await run(['chat', '--json'], env, lines.map(line).join(''))
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((one) => answer.parse(JSON.parse(one)).replies)
  return { code, err, answers, asks: answers.map((replies) => replies.find(({ asks }) => asks)?.asks) }
}

const conversationFile = async (dataDir: string) => {
  const folder = join(dataDir, 'conversations')
  const [name, ...others] = (await readdir(folder)).filter((one) => one.endsWith('.json'))
  if (name === undefined || others.length > 0) throw new Error('expected one conversation')
  return join(folder, name)
}

test('an interview goes on in the next process where it was, and a message sent again is not counted twice', async () => {
  const dataDir = join(await temporaryFolder(), 'made when missing')
  const first = await chat(dataDir, { text: offer, update: 'u1' })
  expect(first).toMatchObject({ code: 0, err: '' })
  expect(first.asks[0]).toBeTypeOf('string')
  const second = await chat(dataDir, { text: offer, update: 'u1' }, { choice: 'resume' })
  expect(second.answers[0]).toEqual([])
  expect(second.asks[1]).toBe(first.asks[0])
  expect((await stat(await conversationFile(dataDir))).mode & 0o777).toBe(0o600)
  expect(await readdir(dataDir)).toEqual(['conversations', 'sent', 'sent-2', 'time'])
})

test('what a person deletes leaves no byte', async () => {
  const dataDir = await temporaryFolder()
  await chat(dataDir, { text: offer }, { text: '/delete' })
  expect(await readdir(join(dataDir, 'conversations'), { recursive: true })).toEqual(['set-aside'])
})

test('a conversation that was cut is kept aside, its person is told, and others go on', async () => {
  const dataDir = await temporaryFolder()
  await chat(dataDir, { text: offer })
  const file = await conversationFile(dataDir)
  for (const one of [file, `${file}.copy`]) await truncate(one, Math.floor((await stat(one)).size / 2))
  const cut = await readFile(file)
  const { code, err, answers } = await chat(dataDir, { text: offer }, { user: 'bob', text: offer })
  expect(code).toBe(0)
  expect(err).toMatch(/^bot: a conversation could not be read .*\.unreadable-/)
  expect(err).not.toContain('ann')
  expect(answers[0]?.[0]?.text).toContain('could not be read')
  expect(answers[1]?.[0]?.text).not.toContain('could not be read')
  const aside = join(dataDir, 'conversations', 'set-aside')
  expect(await Promise.all((await readdir(aside)).map((name) => readFile(join(aside, name))))).toEqual([cut, cut])
})

test('a conversation that was cut goes on from its copy, and its person is told', async () => {
  const dataDir = await temporaryFolder()
  await chat(dataDir, { text: offer })
  await truncate(await conversationFile(dataDir), 100)
  const { err, answers } = await chat(dataDir, { text: 'show' })
  expect(err).toMatch(/^bot: a conversation was damaged and goes on from its copy\n$/)
  expect(answers[0]?.[0]?.text).toContain('so we go on from its copy')
  expect(JSON.stringify(answers)).toContain('2,680')
})

test('a conversation that can be neither read nor kept aside is an error of its person only', async () => {
  const dataDir = await temporaryFolder()
  await chat(dataDir, { text: offer })
  const file = await conversationFile(dataDir)
  for (const one of [file, `${file}.copy`]) {
    await rm(one)
    await mkdir(one)
  }
  const aside = join(dataDir, 'conversations', 'set-aside')
  const env = { DATA_DIR: dataDir, LANGUAGE: 'en' }
  const { child, ended } = begin(['chat', '--json'], env)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const say = async (user: string): Promise<unknown> => {
    child.stdin.write(line({ user, text: offer }))
    return JSON.parse((await lines.next()).value ?? '')
  }
  expect(answer.safeParse(await say('bob')).success).toBe(true)
  await rm(aside, { recursive: true })
  await writeFile(aside, '')
  expect(await say('ann')).toEqual({
    error: expect.stringMatching(/^this conversation could not be read .*\(E[A-Z]+\)/),
  })
  expect(answer.safeParse(await say('bob')).success).toBe(true)
  child.stdin.end()
  expect(await ended).toBe(0)
})

test('a greeting is in the language of the system, of a terminal only', async () => {
  const dataDir = await temporaryFolder()
  const greeting = async (LANG: string) => (await run(['chat', '--memory'], { DATA_DIR: dataDir, LANG })).out
  expect(await greeting('en_US.UTF-8')).not.toMatch(/\p{Script=Han}{5}/u)
  expect(await greeting('zh_TW.UTF-8')).toMatch(/[這麼說個們]/)
  expect(await greeting('C.UTF-8')).toMatch(/[这么说个们]/)
  const lines = (LANG: string) => run(['chat', '--json', '--memory'], { LANG }, line({ choice: 'start' }))
  expect((await lines('en_US.UTF-8')).out).toBe((await lines('')).out)
})

test('a second process on the same folder is told whose it is; after kill -9 the next one starts at once', async () => {
  const dataDir = await temporaryFolder()
  const first = begin(['chat', '--json'], { DATA_DIR: dataDir })
  first.child.stdin.write(line({ text: offer }))
  await once(first.child.stdout, 'data')
  const second = await run(['chat', '--json'], { DATA_DIR: dataDir })
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toContain(`(${first.child.pid}) already keeps its conversations in ${dataDir}`)
  first.child.kill('SIGKILL')
  await first.ended
  expect((await chat(dataDir, { choice: 'resume' })).code).toBe(0)
})

test('asked to end, it ends in order', async () => {
  const dataDir = await temporaryFolder()
  const { child, ended } = begin(['chat', '--json'], { DATA_DIR: dataDir })
  child.stdin.write(line({ text: offer }))
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(await readdir(dataDir)).toEqual(['conversations', 'sent', 'sent-2', 'time'])
})

test('whoever stops reading the output ends it quietly', async () => {
  const { child, ended } = begin(['knowledge', '--json'])
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  expect({ code: await ended, err }).toEqual({ code: 0, err: '' })
})

test('a folder that cannot be used is named with its variable', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  const { code, out, err } = await run(['chat', '--json'], { DATA_DIR: file })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^DATA_DIR: conversations cannot be kept in .*file \(E[A-Z]+\); expected a folder/)
})

test.skipIf(process.platform !== 'linux')(
  'a folder that cannot be made is named with its variable, at once',
  async () => {
    // Symptom: the program hung. Cause: mkdir's own `recursive` never ends where a folder takes no new names.
    const { code, out, err } = await run(['chat', '--json'], { DATA_DIR: '/proc/x/y' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^DATA_DIR: conversations cannot be kept in \/proc\/x\/y \(E[A-Z]+\); expected a folder/)
  },
  10_000,
)

test('a law that knowledge/ does not have is named with its variable', async () => {
  const { code, out, err } = await run(['read', 'x'], { LAW: 'xx' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^LAW: .*"xx".*cn/)
})

test('a mistake in knowledge/ is named with file and line, and nothing starts', async () => {
  const copy = await temporaryFolder()
  await Promise.all(['dist', 'knowledge'].map((name) => cp(join(root, name), join(copy, name), { recursive: true })))
  await cp(join(root, 'package.json'), join(copy, 'package.json'))
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const facts = join(copy, 'knowledge', 'facts', 'plan.yaml')
  await writeFile(facts, (await readFile(facts, 'utf8')).replace('question:', 'qestion:'))
  const { code, out, err } = await run(['chat', '--json', '--memory'], {}, '', copy)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^knowledge\/facts\/plan\.yaml:\d+: /)
  expect(err).not.toContain('    at ')
})
