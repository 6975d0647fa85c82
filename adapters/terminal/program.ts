import type { Readable, Writable } from 'node:stream'
import { Argument, Command } from 'commander'
import { examples, platformSettings } from './help.ts'
import { readLines, write } from './lines.ts'
import type { Outside } from './outside.ts'

/**
 * The commands of `bot`. `outside` is asked for only when one runs, so that help needs nothing. What a
 * command needs is loaded by it, so that the first prompt does not wait for the rest.
 */
export function createProgram(outside: () => Outside): Command {
  const program = new Command('bot')
    .description('Reads an offer to join, asks only what still matters, and says which elements of the law it meets.')
    .exitOverride()
    .showHelpAfterError('(bot --help tells what there is)')
    .addHelpText('after', examples)
  const json = ['--json', 'read JSON Lines, write one JSON line for each'] as const

  program
    .command('chat')
    .description('talk about an offer, here in the terminal')
    .option(...json)
    .option('--memory', 'keep nothing: the conversation ends with the program')
    .addHelpText('after', '\nOne line with --json:\n  {"chat":"42","user":"ann","kind":"private","text":"…"}')
    .action(async (options: { json?: true; memory?: true }) => {
      const keep = options.memory ? 'memory' : 'files'
      const { chatInLines, chatOnScreen } = await import('./chat-command.ts')
      await (options.json ? chatInLines(outside(), keep) : chatOnScreen(outside(), keep))
    })

  program
    .command('serve')
    .description('serve the web page, and run every other platform that has its settings')
    .addHelpText('after', platformSettings)
    .action(async () => serve(outside()))

  program
    .command('move')
    .description('copy all conversations to Restate, or from there to files, while no bot runs on either')
    .addArgument(new Argument('<to>', 'where to').choices(['restate', 'files']))
    .addHelpText('after', '\nThe files are those in DATA_DIR, Restate is the one at RESTATE_URL. Nothing is removed.')
    .action(async (to: 'restate' | 'files') => {
      const { output, move } = outside()
      const { printMoved } = await import('./move-command.ts')
      const { text, isWhole } = printMoved(await move(to))
      await write(output, text)
      if (!isWhole) process.exitCode = 1
    })

  program
    .command('read')
    .description('show what stands in a text, with the words that say so')
    .argument('[text...]', 'the text; without it, all of the standard input')
    .option(...json)
    .addHelpText('after', '\nOne line with --json:\n  {"id":"1","text":"…"}')
    .action(async (words: string[], options: { json?: true }) => {
      const { input, output, engine, colour } = outside()
      const { printReading, readLine } = await import('./read-command.ts')
      if (options.json && words.length === 0) return answer(input, output, readLine(await engine()))
      const text = words.length > 0 ? words.join(' ') : await wholeOf(input)
      const reading = (await engine()).read(text)
      await write(
        output,
        options.json ? `${JSON.stringify(reading)}\n` : printReading(text, reading, await paint(colour)),
      )
    })

  program
    .command('judge')
    .description('give the verdict on known facts')
    .argument('[facts...]', 'such as entry_fee, multi_level=no, levels=3; without them, the standard input')
    .option('--law <name>', 'the law to judge by (LAW, or cn)')
    .option(...json)
    .addHelpText(
      'after',
      '\nOne line with --json:\n  {"id":"1","law":"cn","facts":{"entry_fee":true},"numbers":{"levels":3}}',
    )
    .action(async (words: string[], options: { json?: true; law?: string }) => {
      const { input, output, engine, colour, law = 'cn' } = outside()
      const { judgeLine, printVerdict, readFacts } = await import('./judge-command.ts')
      if (options.json && words.length === 0) return answer(input, output, judgeLine(await engine()))
      const facts = readFacts(words.length > 0 ? words : (await wholeOf(input)).split(/\s+/).filter(Boolean))
      const verdict = (await engine()).judge({ law: options.law ?? law, ...facts })
      await write(output, options.json ? `${JSON.stringify(verdict)}\n` : printVerdict(verdict, await paint(colour)))
    })

  program
    .command('knowledge')
    .description('print all the bot knows, with the source of each entry')
    .option('--json', 'one entry a line')
    .action(async (options: { json?: true }) => {
      const { output, engine, colour, locale, language = locale ?? 'zh-Hans' } = outside()
      const entries = (await engine()).entries()
      if (options.json) for (const entry of entries) await write(output, `${JSON.stringify(entry)}\n`)
      else {
        const { printKnowledge } = await import('./knowledge-command.ts')
        await write(output, printKnowledge(entries, language, await paint(colour)))
      }
    })

  return program
}

async function answer<Line>(input: Readable, output: Writable, command: import('./json-lines.ts').LineCommand<Line>) {
  const { answerLines } = await import('./json-lines.ts')
  await answerLines(input, output, command)
}

async function paint(colour: boolean) {
  const { createPaint } = await import('./paint.ts')
  return createPaint(colour)
}

async function wholeOf(input: Readable): Promise<string> {
  const lines: string[] = []
  for await (const line of readLines(input)) lines.push(line ?? '')
  return lines.join('\n')
}

/** Resolves once it serves; what it serves keeps the process alive until a signal ends it. */
async function serve({ output, run, platforms, language, locale }: Outside): Promise<void> {
  const { readyIn } = await import('./hints.ts')
  const said = readyIn(language ?? locale)
  const all = await platforms((name, address) => void write(output, `${said(name, address)}\n`))
  await run(all, 'shared', language)
}
