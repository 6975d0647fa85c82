import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure, Shown } from '../protocol.ts'
import { deliver } from './deliver.ts'
import type { Action, Own, Transcript } from './transcript.ts'

type Do = (action: Action) => void

/** Why the first unsent message waits. */
export type Holdup = Failure['error'] | 'offline' | undefined

/** Sends what is to be sent, one after the other, as often as it takes. */
export function useSending({ items }: Transcript, act: Do): Holdup {
  const [holdup, setHoldup] = useState<Holdup>()
  const next = items.find((item): item is Own => item.kind === 'own' && item.state === 'sending')
  const latest = useRef<Own | undefined>(next)
  latest.current = next
  const update = next?.update

  useEffect(() => {
    if (update === undefined) return
    let ended = false
    let timer: number | undefined
    async function attempt(count: number): Promise<void> {
      const own = latest.current
      if (ended || !own || own.update !== update) return
      const outcome = await deliver(own, count)
      if (ended) return
      setHoldup(outcome.as === 'later' ? (outcome.error ?? 'offline') : undefined)
      if (outcome.as === 'sent') act({ do: 'sent', update: own.update, ...outcome.answer })
      else if (outcome.as === 'refused') act({ do: 'fail', update: own.update, failure: outcome.error })
      else timer = setTimeout(() => void attempt(count + 1), outcome.wait)
    }
    const online = () => {
      clearTimeout(timer)
      void attempt(0)
    }
    addEventListener('online', online)
    void attempt(0)
    return () => {
      ended = true
      clearTimeout(timer)
      removeEventListener('online', online)
    }
  }, [update])
  return holdup
}

const reopenAfter = 15_000

/** Takes in what the bot says later, and what another tab was told. */
export function useReplies({ last }: Transcript, act: Do, onLost: () => void): void {
  const latest = useRef({ last, onLost })
  latest.current = { last, onLost }

  useEffect(() => {
    let source: EventSource | undefined
    let timer: number | undefined
    function open() {
      const { last } = latest.current
      source = new EventSource(`/api/replies${last === undefined ? '' : `?after=${encodeURIComponent(last)}`}`)
      source.addEventListener('reply', ({ data, lastEventId }) => {
        const reply: Shown = JSON.parse(data)
        act({ do: 'told', replies: [reply] })
        act({ do: 'reached', last: lastEventId })
      })
      source.addEventListener('ready', ({ lastEventId }) => act({ do: 'reached', last: lastEventId }))
      source.addEventListener('lost', () => latest.current.onLost())
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfter)
      })
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [])
}
