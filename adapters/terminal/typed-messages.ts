import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** What someone at a terminal entered as one message. */
export interface Typed {
  readonly text: string
  /** Several lines came by one paste: most likely someone else's words. */
  readonly pasted: boolean
}

/** An editable line with history (arrow up), for as long as this process lives. */
export interface LineEditor {
  /** Shows where to type, below everything shown so far. */
  prompt(): void
  /** Ends with Ctrl-C, Ctrl-D or `close`. */
  readonly messages: AsyncIterable<Typed>
  close(): void
}

/** How long after a line another one still belongs to the same paste, in milliseconds. */
const quiet = 40
/** Asks the terminal to say where a paste begins and ends; terminals that cannot, do nothing. */
const bracketPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' }

export function createLineEditor(input: Readable, output: Writable, prompt: string): LineEditor {
  const editor = createInterface({
    input,
    output,
    prompt,
    terminal: true,
    historySize: 200,
    removeHistoryDuplicates: true,
  })
  const inbox = createInbox<Typed>()
  let lines: string[] = []
  let pasting = false
  let pasted = false
  let timer: NodeJS.Timeout | undefined

  const finish = () => {
    if (lines.length > 0) inbox.put({ text: lines.join('\n'), pasted: pasted || lines.length > 1 })
    lines = []
    pasted = false
  }
  editor.on('line', (line) => {
    lines.push(line)
    clearTimeout(timer)
    if (pasting) pasted = true
    else timer = setTimeout(settle, quiet)
  })
  /** A paste whose last line has no end waits in the editor for Enter; its first lines wait with it. */
  const settle = () => {
    if (lines.length < 2 || editor.line === '') finish()
  }
  input.on('keypress', (_character, key: { name?: string } | undefined) => {
    if (key?.name === 'paste-start') pasting = true
    if (key?.name !== 'paste-end') return
    pasting = false
    if (lines.length > 0) settle()
  })
  editor.on('SIGINT', () => editor.close())
  editor.on('close', () => {
    clearTimeout(timer)
    finish()
    output.write(bracketPaste.off)
    inbox.end()
  })
  output.write(bracketPaste.on)
  return { prompt: () => editor.prompt(), messages: inbox.all, close: () => editor.close() }
}

/** What was put in comes out in the same order, whenever it is asked for. */
function createInbox<T>() {
  const waiting: T[] = []
  let ended = false
  let wake = () => {}
  async function* all(): AsyncGenerator<T> {
    for (;;) {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield next
      if (ended) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {
    put(one: T) {
      waiting.push(one)
      wake()
    },
    end() {
      ended = true
      wake()
    },
    all: all(),
  }
}
