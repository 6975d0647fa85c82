import { isHearsay } from '../interview/own-words.ts'
import { plain } from '../reading/normalise.ts'

/** A text longer than this, in UTF-16 units, may well be pasted. */
const LONGEST_OWN_WORD = 80

/** Whether what stands in a reply is the person's own word: short, and not what somebody else says. */
export const isOwnWord = (text: string): boolean => text.length <= LONGEST_OWN_WORD && !isHearsay(plain(text))
