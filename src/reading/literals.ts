import type { SignalFile } from '../knowledge/schema/signal.ts'
import {
  aFigure,
  alternation,
  anything,
  areNumerals,
  exactly,
  type Info,
  type Need,
  needsOf,
  nothing,
  repeated,
  type Stretch,
  sequence,
  shortened,
} from './literal-sets.ts'
import { macros } from './macros.ts'

type Language = SignalFile['language']

const special = new Set('()[]{}|?*+\\.^$')
const repeat = /(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y
const look = /\?(?:[=!]|<[=!])/y
const open = /\?(?::|<[^>]+>)/y
const named = /\{([a-z]+)\}/y

/** Patterns run without the flag u: what stands for a character matches one UTF-16 unit. */
const oneUnit = anything(1, 1)

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
    const [, sign, low = '', comma, high = ''] = found
    if (sign !== undefined) return repeated(atom, sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY)
    const most = comma === '' ? low : high || 'Infinity'
    return repeated(atom, Number(low), Number(most))
  }

  #atom(one: string): Info {
    if (!special.has(one)) {
      const start = this.#at
      let end = start + 1
      while (end < this.#source.length && !special.has(this.#source[end] ?? '')) end++
      // The last letter of a run may be repeated, so it stands alone.
      if (end - start > 1 && /[?*+{]/.test(this.#source[end] ?? '')) end--
      this.#at = end
      return exactly([this.#source.slice(start, end)])
    }
    if (one === '(') return this.#group()
    if (one === '[') return this.#class()
    const macro = one === '{' ? this.#match(named) : null
    if (macro) return this.#macro(macro[1] ?? '')
    this.#at++
    if (one === '\\') return this.#escape()
    return one === '.' ? oneUnit : nothing
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
    if (one === 'd') return aFigure
    return /[DwWsS]/.test(one) ? oneUnit : exactly([one === 'n' ? '\n' : one])
  }

  #class(): Info {
    const start = ++this.#at
    while (this.#source[this.#at] !== ']') this.#at += this.#source[this.#at] === '\\' ? 2 : 1
    const body = this.#source.slice(start, this.#at++)
    if (body.length > 3 && areNumerals(body.replaceAll('\\d', '').replace(/(\d)-(?=\d)/gu, '$1'))) return aFigure
    return /^\^|\\|.-./u.test(body) ? oneUnit : exactly([...body])
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

/** What stands in every text a pattern matches. */
export interface Required {
  /** Of each of these lists one string, in this order. Empty when the pattern asks for none. */
  readonly literals: readonly Need[]
  /** At each of these places a digit or a Chinese numeral. */
  readonly figures: readonly Stretch[]
}

/**
 * What a pattern asks for, found by reading it, so that one pass over a message tells which few patterns are worth
 * running. Places count from the beginning of what is matched.
 */
export function required(pattern: string, language: Language): Required {
  const info = infoOf(pattern, language)
  return { literals: needsOf(info).map(shortened), figures: info.figures }
}
