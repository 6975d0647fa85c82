/** Whether the program can take messages. */
export interface Health {
  /** The host and its platforms run. */
  started(): void
  /** It has been asked to end: what was taken in is finished, and nothing new should come. */
  draining(): void
  /** In a few words, why messages should go elsewhere; undefined where it is ready. */
  hindrance(): Promise<string | undefined>
}

/** Milliseconds for which one look holds: whoever can ask may ask often. */
const LOOKED = 1_000

/** `look` resolves to why conversations could not be kept now, such as a full disk. Never rejects. */
export function createHealth(look: () => Promise<string | undefined>, now: () => number = Date.now): Health {
  let state: 'starting' | 'running' | 'draining' = 'starting'
  let looked: { readonly at: number; readonly found: Promise<string | undefined> } | undefined
  const found = () => {
    // A clock that was set back must not make the last look hold for ever.
    if (!looked || Math.abs(now() - looked.at) > LOOKED) looked = { at: now(), found: look() }
    return looked.found
  }
  return {
    started() {
      if (state === 'starting') state = 'running'
    },
    draining() {
      state = 'draining'
    },
    hindrance: async () => (state === 'running' ? found() : state),
  }
}
