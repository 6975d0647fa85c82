import { PassThrough, Readable, Writable } from 'node:stream'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Outside } from '../../adapters/terminal/outside.ts'
import { createProgram } from '../../adapters/terminal/program.ts'
import type { Conversation, Engine, Reply, VerdictAnswer } from '../../src/index.ts'
import { InputError } from '../../src/index.ts'
import { openPictures } from '../pictures/open-pictures.ts'

const verdict: VerdictAnswer = {
  law: 'cn',
  verdict: 'grey',
  determinacy: 'open',
  elements: [{ id: 'price', state: 'met', because: ['entry_fee'], citations: [{ law: 'cn', article: '7(2)' }] }],
  rests_on: ['entry_fee'],
  open: [{ fact: 'multi_level', if: true, verdict: 'pyramid' }],
  cases: [{ id: 'mall', shared: ['entry_fee'], different: ['multi_level'] }],
  crime: 'open',
  warnings: ['stock_trap'],
  citations: [
    { document: 'micro-business-puzzle', paragraph: [7, 8] },
    { law: 'cn', article: '7(2)' },
  ],
}

const begun: Conversation = {
  version: 1,
  language: 'en',
  languageChosen: false,
  law: 'cn',
  turn: 0,
  offer: 1,
  log: [],
  at: 0,
}

/** Knows one law, one fact and one number; counts turns, and shows what it was handed. */
export const fakeEngine: Engine = {
  wakesAt: () => undefined,
  remains: () => undefined,
  step(state, message) {
    const conversation = state && 'turn' in state && !('kind' in state) ? state : begun
    const turn = conversation.turn + 1
    if (message.text === 'break') throw new Error('broken')
    if (message.text === '/delete') return [undefined, [{ text: 'deleted' }]]
    const { user, id, token, ...told } = message
    const to = message.kind === 'group' && user !== undefined ? { to: user } : {}
    const replies: Reply[] = [{ text: `turn ${turn} ${JSON.stringify(told)}`, ...to }]
    if (message.text === 'ask')
      replies.push({
        text: 'Do you pay to join?',
        asks: 'entry_fee',
        question: `q${turn}`,
        choices: ['yes', 'no', 'unknown'].map((id) => ({ id, label: id === 'unknown' ? "I don't know" : id })),
      })
    if (message.text === 'everything')
      replies.push({
        text: 'all',
        aside: true,
        quotes: ['pay'],
        card: { headline: 'Grey.', elements: [], notes: [], basis: '' },
        revokes: ['AAAAAAAAAAAAAAAA'],
        verdict,
        handoff: {
          token: 'BBBBBBBBBBBBBBBB',
          offer: { kind: 'handed_over', version: 1, user: 'ann', language: 'en', law: 'cn', log: [] },
        },
      })
    if (message.text === 'judge')
      replies.push(
        { text: 'Grey.', choices: ['why', 'cases'].map((id) => ({ id, label: id })) },
        { text: 'Who are you?', choices: ['invited', 'member'].map((id) => ({ id: `role:${id}`, label: id })) },
      )
    if (message.text === 'count')
      replies.push({
        text: 'How many?',
        asks: 'levels',
        question: 'n1',
        choices: [{ id: 'unknown', label: "I don't know" }],
      })
    return [{ ...conversation, turn }, replies]
  },
  read: (text) => ({
    lang: 'en',
    concern: 'none',
    evidence: text.includes('pay')
      ? [{ fact: 'entry_fee', value: true, quote: 'pay', start: text.indexOf('pay'), end: text.indexOf('pay') + 3 }]
      : [],
  }),
  judge({ law, facts, numbers = {} }) {
    if (law !== 'cn') throw new InputError(`there is no law "${law}" here`)
    for (const name of [...Object.keys(facts), ...Object.keys(numbers)])
      if (name !== 'entry_fee' && name !== 'levels') throw new InputError(`there is no fact "${name}"`)
    return verdict
  },
  entries: () => [
    { kind: 'law', id: 'cn', name: { zh: '条例', en: 'Regulations' }, citations: [{ law: 'cn', article: '7(1)' }] },
    {
      kind: 'fact',
      id: 'entry_fee',
      label: { zh: '入门费', en: 'a fee to join' },
      citations: [{ law: 'cn', article: '7(2)' }],
    },
    {
      kind: 'case',
      id: 'mall',
      law: 'cn',
      status: 'final',
      figures: { fine: 1500000 },
      title: { zh: '商城', en: 'A mall' },
      citations: [{ authority: '工商局 (Regulator)', year: 2016 }],
    },
  ],
}

/** Runs the program in this process, with the fake engine and nothing kept; resolves to all it wrote. */
export async function bot(
  args: readonly string[],
  input: Iterable<string | Uint8Array> | Readable = [],
  outside: Partial<Outside> = {},
): Promise<string> {
  const parts: Buffer[] = []
  const output = new Writable({
    // A reader that takes little at a time and is in no hurry.
    highWaterMark: 16,
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk)
      setImmediate(done)
    },
  })
  const program = createProgram(() => ({
    input: input instanceof Readable ? input : Readable.from(input, { objectMode: false }),
    output,
    interactive: false,
    columns: () => Number.POSITIVE_INFINITY,
    colour: false,
    dataDir: '/nowhere',
    engine: async () => fakeEngine,
    pictures: openPictures,
    run,
    platforms: async () => [],
    move: () => Promise.reject(new Error('there is nothing to move')),
    ...outside,
  }))
  await program.parseAsync([...args], { from: 'user' })
  return Buffer.concat(parts).toString()
}

/** The answers to lines, each parsed. */
export async function answers(args: readonly string[], lines: readonly (string | object)[]): Promise<unknown[]> {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
  const output = await bot(args, [input.join('')])
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const run: Outside['run'] = (platforms) =>
  assemble({ engine: fakeEngine, store: createMemoryStore(), platforms, onTrouble: () => {} })

/** A terminal as a person has it: what is typed goes in, what is shown can be waited for. */
export function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let screen = ''
  output.on('data', (chunk) => {
    screen += String(chunk)
  })
  const shows = async (text: string) => {
    const deadline = Date.now() + 5000
    while (!screen.includes(text)) {
      if (Date.now() > deadline) throw new Error(`expected "${text}" on the screen:\n${screen}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    screen = screen.slice(screen.indexOf(text) + text.length)
  }
  return { input, output, shows, type: (text: string) => input.write(text) }
}
