import { languageOf } from './labels.ts'
import type { Transcript } from './transcript.ts'

/** With the form's number: what an older page kept is left alone. */
const place = 'transcript-1'

/** The transcript of this tab, so that loading the page anew shows it. */
export function recall(): Transcript {
  const fresh: Transcript = { language: languageOf(navigator.languages), items: [], groupOpened: false }
  try {
    const kept = sessionStorage.getItem(place)
    return kept === null ? fresh : { ...fresh, ...JSON.parse(kept) }
  } catch {
    return fresh
  }
}

export function keep(transcript: Transcript): void {
  const items = transcript.items.map((item) =>
    item.kind === 'own' && item.pictures ? { ...item, pictures: item.pictures.map(({ name }) => ({ name })) } : item,
  )
  try {
    sessionStorage.setItem(place, JSON.stringify({ ...transcript, items }))
  } catch {
    // Full or not allowed: the page works without, until it is loaded anew.
  }
}
