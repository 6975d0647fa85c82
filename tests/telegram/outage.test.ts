import { expect, test } from 'vitest'
import { Undelivered } from '../../adapters/hosting/host.ts'
import { createOutage } from '../../adapters/telegram/outage.ts'

/** The waits of the embedded host, in milliseconds. */
const waits = [500, 1000, 2000, 4000, 8000]

/** How long six attempts go on, in milliseconds, where each fails at once. */
function patience(otherFails = false): number {
  let now = 1e12
  const outage = createOutage(() => now)
  for (const wait of waits) {
    const error = outage.failed('no answer')
    if (otherFails) outage.over()
    now += error instanceof Undelivered && typeof error.hope === 'object' ? error.hope.after : wait
  }
  return now - 1e12
}

test('a reply outlives an outage of three minutes', () => {
  expect(patience()).toBeGreaterThan(180_000)
})

test('where other replies arrive meanwhile, it is no outage, and the waits are those of the host', () => {
  expect(patience(true)).toBe(15_500)
})

test('a failure long after the last one begins another outage', () => {
  let now = 1e12
  const outage = createOutage(() => now)
  outage.failed('no answer')
  now += 200_000
  expect(outage.failed('no answer')).not.toBeInstanceOf(Undelivered)
  now += 1000
  expect(outage.failed('no answer')).toMatchObject({ hope: { after: 10_000 } })
})
