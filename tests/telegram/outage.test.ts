import { expect, test } from 'vitest'
import { Undelivered } from '../../adapters/hosting/host.ts'
import { createOutage } from '../../adapters/telegram/outage.ts'

/** The first waits of the embedded host, in milliseconds. */
const waits = [500, 1000, 8000, 8000]

/** The waits after failures that come at once, in milliseconds. */
function paused(otherFails = false): number[] {
  let now = 1e12
  const outage = createOutage(() => now)
  return waits.map((wait) => {
    const error = outage.failed('no answer')
    if (otherFails) outage.over()
    const pause = error instanceof Undelivered && typeof error.hope === 'object' ? error.hope.after : wait
    now += pause
    return pause
  })
}

test('once Telegram answers again, replies come within ten seconds, however long it was away', () => {
  expect(paused()).toEqual([500, 5000, 8000, 8000])
})

test('where other replies arrive meanwhile, it is no outage, and the waits are those of the host', () => {
  expect(paused(true)).toEqual(waits)
})

test('a failure long after the last one begins another outage', () => {
  let now = 1e12
  const outage = createOutage(() => now)
  outage.failed('no answer')
  now += 200_000
  expect(outage.failed('no answer')).not.toBeInstanceOf(Undelivered)
  now += 1000
  expect(outage.failed('no answer')).toMatchObject({ hope: { after: 8_000 } })
})
