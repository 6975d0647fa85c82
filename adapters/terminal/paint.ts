import { styleText } from 'node:util'

/** How people see what matters; without colours, in plain characters. */
export interface Paint {
  bold(text: string): string
  faint(text: string): string
  /** A quote inside a text. */
  mark(text: string): string
}

export function createPaint(colour: boolean): Paint {
  const styled = (format: 'bold' | 'dim' | 'inverse') => (text: string) =>
    styleText(format, text, { validateStream: false })
  if (colour) return { bold: styled('bold'), faint: styled('dim'), mark: styled('inverse') }
  return { bold: (text) => text, faint: (text) => text, mark: (text) => `[${text}]` }
}

/**
 * Text that came from outside, safe for a terminal: no control characters, which could recolour, overwrite or
 * rename it, and no marks that turn the direction of writing. Line ends and tabs stay.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
