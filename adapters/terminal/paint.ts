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
