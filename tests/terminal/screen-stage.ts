import { readFileSync } from 'node:fs'
import { createChatScreen } from '../../adapters/terminal/chat-screen.ts'
import { hintsIn } from '../../adapters/terminal/hints.ts'
import { createKeptPictures } from '../../adapters/terminal/kept-pictures.ts'
import { createPaint } from '../../adapters/terminal/paint.ts'
import type { Chat, PlatformUnderTest, Say, Seen } from '../contracts/stage.ts'
import { openPictures } from '../pictures/open-pictures.ts'
import { terminal } from './fake-bot.ts'
import { asFile } from './picture-file.ts'

const prompt = '\n> '
const choiceLine = /^ {2}(\d+\.|·) (.*)$/
/** What the editor writes to draw a line; the screen's own text has no escapes. */
const esc = '\u001b'
const drawing = new RegExp(`${esc}\\[[\\d;?]*[A-Za-z]`, 'g')

/** The chat of one person at a terminal, typed and pasted as they would. */
export const screenUnderTest: PlatformUnderTest = {
  name: 'the terminal',
  longest: Number.POSITIVE_INFINITY,
  has: { groups: false, asides: false, sending: false, alone: true, numbered: true },
  async open(run) {
    const { input, output, type } = terminal()
    let unread = ''
    let numbers = new Map<string, string>()
    let answered = () => {}
    output.on('data', (chunk) => {
      unread += String(chunk)
      if (unread.replace(drawing, '').endsWith(prompt)) answered()
    })

    /** What is shown until the person can type again. */
    async function after(act: () => void): Promise<readonly Seen[]> {
      unread = ''
      const done = new Promise<void>((resolve) => {
        answered = resolve
      })
      act()
      await done
      answered = () => {}
      const lines = unread.replace(drawing, '').slice(0, -prompt.length).split('\n')
      const offered = lines.flatMap((line) => {
        const [, number = '', label = ''] = choiceLine.exec(line) ?? []
        return label === '' ? [] : [{ number: number === '·' ? label : Number.parseInt(number, 10).toString(), label }]
      })
      if (offered.length > 0) numbers = new Map(offered.map(({ number, label }) => [label, number]))
      // The first line is what was typed.
      const text = lines.slice(1).join('\n').trim()
      const [path] = /\/\S+\.png/.exec(text) ?? []
      const picture = path === undefined ? {} : { picture: readFileSync(path) }
      return text === '' ? [] : [{ text, choices: offered.map(({ label }) => label), ...picture }]
    }

    const chat: Chat = {
      // Nothing is delivered twice here.
      async say(text, { forwarded }: Say = {}) {
        if (text.trim() === '') return []
        return after(() => type(forwarded ? `\u001b[200~${text}\r\u001b[201~` : `${text}\r`))
      },
      async picture(...files) {
        const all: Seen[] = []
        for (const file of files) {
          const path = await asFile(file)
          all.push(...(await after(() => type(`${path}\r`))))
        }
        return all
      },
      async press(label) {
        const number = numbers.get(label)
        if (number === undefined) throw new Error(`nothing on the screen is "${label}"`)
        return after(() => type(`${number}\r`))
      },
    }
    const screen = createChatScreen({
      input,
      output,
      interactive: true,
      columns: () => Number.POSITIVE_INFINITY,
      paint: createPaint(false),
      hints: hintsIn(undefined, 'memory'),
      pictures: openPictures,
      kept: createKeptPictures(),
    })
    let stop = async () => {}
    await after(() => void run(screen).then((one) => (stop = one)))
    const noGroups = () => {
      throw new Error('a terminal has no groups')
    }
    return {
      person: () => ({ private: chat, in: noGroups }),
      found: noGroups,
      remove: noGroups,
      trouble: noGroups,
      close: () => stop(),
    }
  },
}
