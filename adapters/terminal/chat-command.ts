import { join } from 'node:path'
import { hintsIn } from './hints.ts'
import { answerLines } from './json-lines.ts'
import { createKeptPictures } from './kept-pictures.ts'
import type { Outside } from './outside.ts'
import { createPaint } from './paint.ts'

type Keep = 'files' | 'memory'

const keptPictures = ({ dataDir }: Outside, keep: Keep) =>
  createKeptPictures(keep === 'files' ? join(dataDir, 'pictures') : undefined)

export async function chatInLines(outside: Outside, keep: Keep): Promise<void> {
  const { input, output, run, pictures, language } = outside
  const { createChatLines } = await import('./chat-lines.ts')
  const lines = createChatLines(pictures, keptPictures(outside, keep))
  const stop = await run([lines], keep, language)
  await answerLines(input, output, lines.command)
  await stop()
}

export async function chatOnScreen(outside: Outside, keep: Keep): Promise<void> {
  const { createChatScreen } = await import('./chat-screen.ts')
  const language = outside.language ?? outside.locale
  const screen = createChatScreen({
    ...outside,
    paint: createPaint(outside.colour),
    hints: hintsIn(language, keep),
    kept: keptPictures(outside, keep),
  })
  const stop = await outside.run([screen], keep, language)
  await screen.left
  await stop()
}
