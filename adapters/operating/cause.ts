import { codeOf, type Facts } from './log.ts'

/** Errors whose messages are the program's own words. */
const tellable: ReadonlySet<string> = new Set(['Undelivered', 'Unreachable'])
/** Places told of a cause, the innermost first. */
const MOST_PLACES = 8
/** A function, and the last part of the path of its file with line and column. */
const frame = /^ {4}at (?:(?:async )?([\w.<>$# ]{1,80}) \()?(?:[^\n]*[/\\:])?([\w.-]{1,80}:\d+:\d+)\)?$/

/** What of an error can be told without its message, which may repeat what someone wrote, or a token. */
export function factsOf(cause: unknown): Facts {
  if (cause === undefined) return {}
  if (!(cause instanceof Error)) return { cause: typeof cause }
  const code = codeOf(cause)
  const places = placesOf(cause)
  return {
    cause: /^\w{1,60}$/.test(cause.name) ? cause.name : 'Error',
    ...(code !== undefined && { code }),
    ...(tellable.has(cause.name) && { reason: cause.message }),
    ...(places.length > 0 && { at: places }),
  }
}

/** A stack begins with the message; where that does not stand there as it is, nothing of it is told. */
function placesOf({ stack = '', message, name }: Error): readonly string[] {
  const head = message === '' ? name : message
  const begins = stack.indexOf(head)
  if (begins < 0) return []
  return stack
    .slice(begins + head.length)
    .split('\n')
    .flatMap((line) => {
      const [, where, place] = frame.exec(line) ?? []
      return place === undefined ? [] : [where === undefined ? place : `${where} ${place}`]
    })
    .slice(0, MOST_PLACES)
}
