import { Readable, Writable } from 'node:stream'
import { createChatLines } from '../../adapters/terminal/chat-lines.ts'
import { answerLines } from '../../adapters/terminal/json-lines.ts'
import { createKeptPictures } from '../../adapters/terminal/kept-pictures.ts'
import { openPictures } from '../pictures/open-pictures.ts'
import { type Act, type Fuzzed, fuzz } from './fuzz.ts'

/** `bot chat --json`, fed with lines of which many are none. */
export const fuzzTerminal = fuzz({
  name: 'terminal',
  longest: Number.POSITIVE_INFINITY,
  sizes: { short: 300, long: 100_000 },
  async open(run, wrong): Promise<Fuzzed> {
    const lines = createChatLines(openPictures, createKeptPictures())
    const { stop } = await run(lines)
    let texts: string[] = []
    const answersTo = async (given: readonly string[]): Promise<string[]> => {
      const got: string[] = []
      const output = new Writable({
        write(chunk, _, done) {
          got.push(...String(chunk).trimEnd().split('\n'))
          setImmediate(done)
        },
      })
      await answerLines(Readable.from([given.map((line) => `${line}\n`).join('')]), output, lines.command)
      await new Promise<void>((resolve) => void output.end(resolve))
      return got
    }
    return {
      async play(acts) {
        const given = acts.map((one) => line(one).replace(/[\n\r]/g, ' '))
        const got = await answersTo(given)
        if (got.length !== given.length) wrong(`${given.length} lines, ${got.length} answers`)
        for (const one of got) {
          const answer: { error?: string; replies?: { text: string }[] } = JSON.parse(one)
          if (answer.error?.includes('went wrong inside')) wrong(answer.error)
          if ((answer.error === undefined) === (answer.replies === undefined)) wrong(`neither answer nor error: ${one}`)
          texts.push(...(answer.replies ?? []).map(({ text }) => text))
        }
      },
      shown() {
        const all = texts
        texts = []
        return all
      },
      async answers(words) {
        const [answer = ''] = await answersTo([
          JSON.stringify({ chat: 'new', user: 'new', kind: 'private', text: words }),
        ])
        return answer.includes('"text"')
      },
      close: stop,
    }
  },
})

/** One act as a line of a program, or as a line of nobody who has read the form. */
function line({ kind, who, inGroup, words, more, junk }: Act): string {
  const place = { chat: `chat ${who}`, user: `user ${who % 7}`, kind: inGroup ? 'group' : 'private' }
  if (kind < 50) return JSON.stringify({ ...place, text: words, mentioned: kind % 2 === 0, forwarded: kind % 5 === 0 })
  if (kind < 60) return JSON.stringify({ ...place, choice: words, question: more, admin: kind % 2 === 0 })
  if (kind < 70) return JSON.stringify({ ...place, chat: words, user: more, text: words, quoted: more })
  if (kind < 74) return JSON.stringify({ ...place, event: kind % 2 ? 'joined' : 'left' })
  if (kind < 80) return JSON.stringify({ ...place, id: words, update: more, text: words })
  if (kind < 90) return JSON.stringify({ ...place, [words]: junk }) ?? ''
  if (kind < 94) return JSON.stringify(junk) ?? ''
  return words
}
