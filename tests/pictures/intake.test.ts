import { describe, expect, test } from 'vitest'
import { createPictureIntake } from '../../adapters/picture-intake.ts'
import type { PictureReader } from '../../adapters/picture-reader.ts'

/** Reads at once: nothing but the order of things is looked at here. */
const reader: PictureReader = {
  read: async (bytes) => ({ lines: [{ text: String(bytes.length), confidence: 1 }], codes: [] }),
  stop: async () => {},
}
const bytes = (length: number) => async () => new Uint8Array(length)

describe('pictures on their way into a message', () => {
  test('a message awaits those of its conversation that are still being read, and no others', async () => {
    const intake = createPictureIntake(reader)
    const first = intake.begin('k', 'ann', bytes(1))
    const second = intake.begin('k', 'ann', bytes(2))
    intake.begin('other', 'bob', bytes(3))
    expect(await intake.taken('k', [first])).toMatchObject({ pictures: [{ lines: [{ text: '1' }] }], awaits: true })
    const last = await intake.taken('k', [second])
    expect(last).toMatchObject({ pictures: [{ lines: [{ text: '2' }] }] })
    expect(last).not.toHaveProperty('awaits')
  })

  test('taken twice, as when the message could not be made durable, it is the same', async () => {
    const intake = createPictureIntake(reader)
    const pending = [intake.begin('k', 'ann', bytes(1))]
    expect(await intake.taken('k', pending)).toEqual(await intake.taken('k', pending))
  })

  test('what could not be fetched, or was refused on the way, is refused', async () => {
    const intake = createPictureIntake(reader)
    const lost = intake.begin('k', 'ann', () => Promise.reject(new Error('no')))
    const large = intake.begin('k', 'ann', async () => 'bytes')
    expect(await intake.taken('k', [lost, large])).toEqual({
      pictures: [{ refused: 'not_fetched' }, { refused: 'bytes' }],
    })
  })

  test('one person may send so many in a while; others are not concerned, and what is over is not fetched', async () => {
    const intake = createPictureIntake(reader, { most: 2, seconds: 60 })
    let fetched = 0
    const fetch = async () => {
      fetched++
      return new Uint8Array(1)
    }
    const pending = ['ann', 'ann', 'ann', 'bob'].map((who) => intake.begin('k', who, fetch))
    const { pictures = [] } = await intake.taken('k', pending)
    expect(pictures.map((one) => ('refused' in one ? one.refused : 'read'))).toEqual([
      'read',
      'read',
      'too_many',
      'read',
    ])
    expect(fetched).toBe(3)
  })
})
