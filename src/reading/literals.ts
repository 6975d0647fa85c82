import type { SignalFile } from '../knowledge/schema.ts'
import { macros } from './macros.ts'

/**
 * Strings of which one must stand in every match of a pattern, found by reading the pattern itself:
 * so one pass over a message tells which few patterns are worth running.
 */
interface Info {
  /** Everything that can match, while that is a short list. */
  readonly exact: readonly string[] | undefined
  /** One of these is in every match. */
  readonly need: readonly string[] | undefined
}

const MOST = 96
const nothing: Info = { exact: [''], need: undefined }
const anything: Info = { exact: undefined, need: undefined }

const score = (set: readonly string[] | undefined): number =>
  set === undefined || set.length === 0 || set.includes('')
    ? -1
    : Math.min(4, Math.min(...set.map(({ length }) => length))) * 10 - Math.log2(set.length)
const better = (a: readonly string[] | undefined, b: readonly string[] | undefined) => (score(a) >= score(b) ? a : b)
const needOf = (info: Info) => better(info.exact, info.need)

function sequence(parts: readonly Info[]): Info {
  let need: readonly string[] | undefined
  let exact: readonly string[] | undefined = ['']
  let whole = true
  for (const part of parts) {
    need = better(need, part.need)
    const joined: readonly string[] | undefined =
      part.exact && exact && part.exact.length * exact.length <= MOST
        ? exact.flatMap((head) => (part.exact ?? []).map((tail) => head + tail))
        : undefined
    if (joined) exact = joined
    else {
      whole = false
      need = better(need, exact)
      exact = part.exact ?? ['']
    }
  }
  return whole ? { exact, need } : { exact: undefined, need: better(need, exact) }
}

function alternation(parts: readonly Info[]): Info {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const exact = parts.every((part) => part.exact) ? [...new Set(parts.flatMap((part) => part.exact ?? []))] : undefined
  const needs = parts.map(needOf)
  const need = needs.every((set) => score(set) > 0) ? [...new Set(needs.flatMap((set) => set ?? []))] : undefined
  return { exact: exact && exact.length <= MOST ? exact : undefined, need: better(need, undefined) }
}

/** Reads one pattern. Understands what patterns here use: groups, classes, lookarounds, bounded repeats. */
class Reader {
  #at = 0
  readonly #source: string
  readonly #macro: (name: string) => Info
  constructor(source: string, macro: (name: string) => Info) {
    this.#source = source
    this.#macro = macro
  }

  read(): Info {
    const parts: Info[] = []
    do parts.push(this.#sequence())
    while (this.#take('|'))
    return alternation(parts)
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false
    this.#at += text.length
    return true
  }

  #sequence(): Info {
    const parts: Info[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) parts.push(this.#repeated())
    return sequence(parts)
  }

  #repeated(): Info {
    const atom = this.#atom()
    const repeat = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 12))
    if (!repeat) return atom
    this.#at += repeat[0].length
    const least = repeat[1] ? (repeat[1] === '+' ? 1 : 0) : Number(repeat[2])
    if (least > 0) return repeat[2] === '1' && repeat[3] === '' ? atom : { exact: undefined, need: needOf(atom) }
    const once = repeat[1] === '?' || repeat[4] === '1'
    return once && atom.exact ? { exact: [...new Set(['', ...atom.exact])], need: undefined } : anything
  }

  #atom(): Info {
    if (this.#take('(')) {
      const look = /^\?(?:[=!]|<[=!])/.exec(this.#source.slice(this.#at))
      if (look) this.#at += look[0].length
      else this.#at += /^\?(?::|<[^>]+>)/.exec(this.#source.slice(this.#at))?.[0].length ?? 0
      const inner = this.read()
      this.#at++
      return look ? nothing : inner
    }
    if (this.#take('[')) return this.#class()
    const macro = /^\{([a-z]+)\}/.exec(this.#source.slice(this.#at, this.#at + 20))
    if (macro) {
      this.#at += macro[0].length
      return this.#macro(macro[1] ?? '')
    }
    if (this.#take('\\')) {
      const one = this.#source[this.#at++] ?? ''
      if (/[bB]/.test(one)) return nothing
      if (/[dDwWsSpPu]/.test(one)) {
        if (/[pPu]/.test(one) && this.#take('{')) this.#at = this.#source.indexOf('}', this.#at) + 1
        return anything
      }
      return { exact: [one === 'n' ? '\n' : one], need: undefined }
    }
    const one = this.#source[this.#at++] ?? ''
    if (one === '^' || one === '$') return nothing
    return one === '.' ? anything : { exact: [one], need: undefined }
  }

  #class(): Info {
    const start = this.#at
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1
    const body = this.#source.slice(start, this.#at++)
    if (body.startsWith('^') || /\\[dDwWsSpPu]/.test(body)) return anything
    const all: string[] = []
    const members = [...body.replaceAll('\\', '')]
    for (let i = 0; i < members.length; i++) {
      const first = members[i] ?? ''
      const last = members[i + 1] === '-' ? members[i + 2] : undefined
      if (last === undefined) all.push(first)
      else {
        for (let unit = first.charCodeAt(0); unit <= last.charCodeAt(0); unit++) all.push(String.fromCharCode(unit))
        i += 2
      }
    }
    return all.length <= 40 ? { exact: all, need: undefined } : anything
  }
}

const known: Record<SignalFile['language'], Map<string, Info>> = { zh: new Map(), en: new Map() }

function infoOf(source: string, language: SignalFile['language']): Info {
  return new Reader(source, (name) => {
    const cached = known[language].get(name)
    if (cached) return cached
    const info = infoOf(macros[language][name] ?? '', language)
    known[language].set(name, info)
    return info
  }).read()
}

/**
 * One of these strings stands in every match of the pattern; empty when the pattern asks for none,
 * and then it would have to be run on everything.
 */
export function requiredLiterals(pattern: string, language: SignalFile['language']): readonly string[] {
  const need = needOf(infoOf(pattern, language))
  if (need === undefined || score(need) < 0) return []
  return need.filter((one) => !need.some((other) => other !== one && one.includes(other)))
}
