import type { Turn } from '../../adapters/hosting/host.ts'

/** A conversation that only remembers what was said. */
export interface Diary {
  readonly said: readonly string[]
  /** When it wants to be given the note `woken`, in milliseconds since 1970. */
  readonly wakesAt?: number
}
export interface Note {
  readonly text: string
}

/**
 * Answers each message with its number; `forget me` ends the conversation, `break` fails, `wake me in 20` asks for it
 * 20 milliseconds later.
 */
export const keepDiary: Turn<Diary, Note, Note> = (diary, { text }, now) => {
  if (text === 'break') throw new Error('this turn cannot be taken')
  if (text === 'nothing to say') return [diary, []]
  if (text === 'forget me') return [undefined, [{ text: 'forgotten' }]]
  const wait = /^wake me in (\d+)$/.exec(text)?.[1]
  if (wait !== undefined) return [{ said: diary?.said ?? [], wakesAt: now + Number(wait) }, []]
  if (text === 'woken' && diary?.wakesAt === undefined) return [diary, []]
  const said = [...(diary?.said ?? []), text]
  return [{ said }, [{ text: `${said.length}: ${text}` }, { text: 'go on' }]]
}
