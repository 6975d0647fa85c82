/** Whether the program can take messages. */
export interface Health {
  /** The host and its platforms run. */
  started(): void
  /** It has been asked to end: what was taken in is finished, and nothing new should come. */
  draining(): void
  /** In a few words, why messages should go elsewhere; undefined where it is ready. */
  hindrance(): Promise<string | undefined>
}

/** Milliseconds for which one look at the disk holds: whoever can ask may ask often. */
const LOOKED = 1_000

/** `keeps` rejects where what has to be kept could not be. */
export function createHealth(keeps: () => Promise<void>, now: () => number = Date.now): Health {
  let state: 'starting' | 'running' | 'draining' = 'starting'
  let looked: { readonly at: number; readonly found: Promise<boolean> } | undefined
  const canKeep = () => {
    // A clock that was set back must not make the last look hold for ever.
    if (!looked || Math.abs(now() - looked.at) > LOOKED)
      looked = {
        at: now(),
        found: keeps().then(
          () => true,
          () => false,
        ),
      }
    return looked.found
  }
  return {
    started() {
      if (state === 'starting') state = 'running'
    },
    draining() {
      state = 'draining'
    },
    async hindrance() {
      if (state !== 'running') return state
      return (await canKeep()) ? undefined : 'nothing can be written to DATA_DIR'
    },
  }
}
