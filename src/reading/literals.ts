import type { SignalFile } from '../knowledge/schema/signal.ts'
import { alternation, anything, type Info, needsOf, nothing, sequence, shortened, type Words } from './literal-sets.ts'
import { macros } from './macros.ts'

type Language = SignalFile['language']

const special = new Set('()[]{}|?*+\\.^$')
const repeat = /(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y
const look = /\?(?:[=!]|<[=!])/y
const open = /\?(?::|<[^>]+>)/y
const named = /\{([a-z]+)\}/y

/** Reads one pattern: groups, classes, lookarounds, bounded repeats and macros. */
class Reader {
  #at = 0
  readonly #source: string
  readonly #macro: (name: string) => Info
  constructor(source: string, macro: (name: string) => Info) {
    this.#source = source
    this.#macro = macro
  }

  read(): Info {
    const parts: Info[] = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return alternation(parts)
  }

  #match(regex: RegExp): RegExpExecArray | null {
    regex.lastIndex = this.#at
    const found = regex.exec(this.#source)
    if (found) this.#at += found[0].length
    return found
  }

  #sequence(): Info {
    const parts: Info[] = []
    for (
      let one = this.#source[this.#at];
      one !== undefined && one !== '|' && one !== ')';
      one = this.#source[this.#at]
    )
      parts.push(this.#repeated(this.#atom(one)))
    return sequence(parts)
  }

  #repeated(atom: Info): Info {
    const next = this.#source[this.#at]
    if (next !== '?' && next !== '{' && next !== '*' && next !== '+') return atom
    const found = this.#match(repeat)
    if (!found) return atom
    const [, sign, low, comma, high] = found
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low)
    if (least > 0) return low === '1' && comma === '' ? atom : { exact: undefined, needs: needsOf(atom) }
    const once = sign === '?' || high === '1'
    return once && atom.exact ? { exact: ['', ...atom.exact], needs: [] } : anything
  }

  #atom(one: string): Info {
    if (!special.has(one)) {
      const start = this.#at
      let end = start + 1
      while (end < this.#source.length && !special.has(this.#source[end] ?? '')) end++
      // The last letter of a run may be repeated, so it stands alone.
      if (end - start > 1 && /[?*+{]/.test(this.#source[end] ?? '')) end--
      this.#at = end
      return { exact: [this.#source.slice(start, end)], needs: [] }
    }
    if (one === '(') return this.#group()
    if (one === '[') return this.#class()
    const macro = one === '{' ? this.#match(named) : null
    if (macro) return this.#macro(macro[1] ?? '')
    this.#at++
    if (one === '\\') return this.#escape()
    return one === '.' ? anything : nothing
  }

  #group(): Info {
    this.#at++
    const looks = this.#match(look) !== null
    if (!looks) this.#match(open)
    const inner = this.read()
    this.#at++
    return looks ? nothing : inner
  }

  #escape(): Info {
    const one = this.#source[this.#at++] ?? ''
    if (one === 'b' || one === 'B') return nothing
    if (!/[dDwWsSpPu]/.test(one)) return { exact: [one === 'n' ? '\n' : one], needs: [] }
    if (/[pPu]/.test(one) && this.#source[this.#at] === '{') this.#at = this.#source.indexOf('}', this.#at) + 1
    return anything
  }

  #class(): Info {
    const start = ++this.#at
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1
    const body = this.#source.slice(start, this.#at++)
    return /^\^|\\|.-./u.test(body) ? anything : { exact: [...body], needs: [] }
  }
}

const known: Record<Language, Map<string, Info>> = { zh: new Map(), en: new Map() }

function infoOf(source: string, language: Language): Info {
  return new Reader(source, (name) => {
    const cached = known[language].get(name)
    if (cached) return cached
    const info = infoOf(macros[language][name] ?? '', language)
    known[language].set(name, info)
    return info
  }).read()
}

/**
 * Lists of strings of which, for each list, one stands in every text the pattern matches: found by reading
 * the pattern, so that one pass over a message tells which few patterns are worth running. Empty when
 * the pattern asks for nothing, and then it would have to be run on everything.
 */
export const requiredLiterals = (pattern: string, language: Language): readonly Words[] =>
  needsOf(infoOf(pattern, language)).map(shortened)
