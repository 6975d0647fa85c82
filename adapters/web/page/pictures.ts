import { mostPictures } from '../protocol.ts'
import type { Own } from './transcript.ts'

export type Picture = NonNullable<Own['pictures']>[number]

/** The files of pictures, by the address under which the page shows them. They stay in memory. */
const files = new Map<string, File>()

/** The pictures among these files, with those chosen before, as many as a message may have. */
export function chosen(before: readonly Picture[], given: FileList | undefined | null): readonly Picture[] {
  const found = [...(given ?? [])]
    .filter(({ type }) => type.startsWith('image/'))
    .slice(0, mostPictures - before.length)
  return [...before, ...found.map(held)]
}

function held(file: File): Picture {
  const address = URL.createObjectURL(file)
  files.set(address, file)
  return { name: file.name, address }
}

/** Undefined where the page was loaded anew since. */
export const fileOf = ({ address }: Picture): File | undefined =>
  address === undefined ? undefined : files.get(address)
