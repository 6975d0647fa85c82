/**
 * Text that came from outside, safe to show: no control characters, which could recolour, overwrite or rename a
 * terminal and which platforms refuse, and no marks that turn the direction of writing. Line ends and tabs stay.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
