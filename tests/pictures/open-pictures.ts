import { createPictureIntake, type PictureIntake } from '../../adapters/picture-intake.ts'
import { createReader, type Reader } from '../../adapters/pictures/reader.ts'

let made: { readonly intake: PictureIntake; readonly reader: Reader } | undefined

/** Pictures as this test file's platforms read them: really, in a process begun with the first. */
export function openIntake() {
  if (!made) {
    const reader = createReader({ patience: 90_000 })
    made = { reader, intake: createPictureIntake(reader) }
  }
  return made
}

export const openPictures = async (): Promise<PictureIntake> => openIntake().intake
