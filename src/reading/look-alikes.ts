const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a

/** Words that end or begin in a disguised letter; inside a word no list is needed. */
const edgeWords =
  /^(?:(?:[1il]nvest|[1il]ncome|[1il]nvite|[0o]nly|[5s]ign|[7t]eam|[7t]oday|[3e]arn|[4a]ctive|pr[0o]m[0o]|fr[3e]{2}|cryp[7t][0o]|zer[0o]|inf[0o])[a-z]{0,8})$/

/** The disguised word in letters (`recru1t`, `l3vels`), or undefined where digits are digits. */
function asWord(run: string): string | undefined {
  if (run.length < 4 || !/[0-9]/.test(run) || run.length > 24) return undefined
  const word = run.replace(/[013457]/g, (digit) => letters[digit] ?? digit)
  if (edgeWords.test(word) && /^[0-9]?[a-z0-9]+$/.test(run) && edgeWords.test(run)) return word
  return /^[a-z]+(?:[013457]{1,2}[a-z]+)+$/.test(run) && run.replace(/[0-9]/g, '').length * 2 > run.length
    ? word
    : undefined
}

/** The disguised number in digits (`3oo`, `l00`), or undefined. */
function asNumber(run: string): string | undefined {
  if (!/^(?:[0-9][0-9o]*o[0-9o]*|[li][0-9o]*[0-9][0-9o]*)$/.test(run) || run.length > 12) return undefined
  return run.replace(/o/g, '0').replace(/[li]/g, '1')
}

/** Replaces look-alikes in place, run by run of Latin letters and digits; the length never changes. */
export function mendLatin(units: Uint16Array, length: number): void {
  for (let i = 0; i < length; i++) {
    const start = i
    let digits = 0
    let alphabetic = 0
    for (; i < length; i++) {
      const unit = units[i] ?? 0
      if (isDigit(unit)) digits++
      else if (isLetter(unit)) alphabetic++
      else break
    }
    if (digits === 0 || alphabetic === 0 || i - start > 24) continue
    const run = String.fromCharCode(...units.subarray(start, i))
    const mended = asNumber(run) ?? asWord(run)
    if (mended !== undefined) for (let k = 0; k < mended.length; k++) units[start + k] = mended.charCodeAt(k)
  }
}
