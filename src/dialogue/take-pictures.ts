import { evidenceIn } from './intake.ts'
import { asNews } from './log.ts'
import type { Heard } from './message.ts'
import { inWords } from './route-words.ts'
import { noting, type Outcome, type Scene } from './scene.ts'
import { answerSeen, see } from './see.ts'
import type { SeenPicture } from './seen-picture.ts'

/** A message with pictures: what was read, and then as with a text passed on; own words beside them are read as well. */
export function takePictures(before: Scene, heard: Heard, pictures: readonly SeenPicture[]): Outcome {
  const { scene, found, notes, first } = see(before, pictures)
  const { text, alarm, alarmShown, forwarded } = heard
  if (alarm && !forwarded) return inWords(noting(scene, ...asNews(found)), text, false, alarm)
  const own = text.trim() === '' ? [] : evidenceIn(scene, text, forwarded ? 'claim' : 'account')
  return answerSeen({ scene, found: [...found, ...own], notes, first }, alarmShown || alarm !== undefined)
}
