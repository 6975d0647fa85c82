import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../adapters/web/protocol.ts'
import { wording } from '../contracts/labels.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { drawAll } from '../pictures/sample-files.ts'
import { samples } from '../pictures/samples.ts'
import { failureOf, running } from './asking.ts'
import type { Session } from './session.ts'
import { answered, button, visiting, write } from './visiting.ts'

let poster: Buffer
beforeAll(async () => {
  const [first] = await drawAll(samples.slice(0, 1))
  if (!first) throw new Error('expected a picture')
  poster = first
}, 60_000)

describe('pictures over the wire', () => {
  const bot = () => running({ pictures: openIntake().intake })
  const send = ({ session }: { session: Session }, files: readonly Uint8Array[], more: object = {}) =>
    session.postForm({ text: '', ...more }, files)
  const repliesTo = async (response: Response): Promise<string> => {
    const { replies }: Answer = JSON.parse(await response.text())
    return replies.map(({ text }) => text).join('\n')
  }

  test('are read, several as one offer, and the answer quotes them', async () => {
    const text = await repliesTo(await send(await bot(), [poster, poster]))
    expect(text).toContain('第1、2张图我读了')
    expect(text).toContain('（第1张图第3行）')
  })

  test('with words, both are heard', async () => {
    const text = await repliesTo(await send(await bot(), [poster], { text: '还要先买3980元的货才能加入' }))
    expect(text).toContain('第1张图我读了')
    expect(text).toContain('3980')
  })

  test('in the group are read where the bot is addressed, and else not', async () => {
    const running = await bot()
    const group = { chat: 'group', as: 'friend' }
    expect(await repliesTo(await send(running, [poster], group))).toBe('')
    expect(await repliesTo(await send(running, [poster], { ...group, text: '@bot ?' }))).toContain('2,680')
  })

  test('in a form that is none, too many, or too large, are refused', async () => {
    const running = await bot()
    const seven = Array.from({ length: 7 }, () => poster)
    expect(await failureOf(await send(running, seven))).toMatchObject({ error: 'wrong_form' })
    expect(await failureOf(await send(running, [poster], { as: 'nobody' }))).toMatchObject({ error: 'wrong_form' })
    const large = await send(running, [Buffer.alloc(33 * 1024 * 1024)])
    expect(large.status).toBe(413)
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    expect((await running.session.post('--x\r\nnothing', headers)).status).toBe(400)
  })

  test('of more than 10 MB get a plain answer', async () => {
    expect(await repliesTo(await send(await bot(), [Buffer.alloc(10_000_001)]))).toContain(wording('picture-bytes'))
  })

  test('come from the page alone, and no more in a minute than a person sends', async () => {
    const { address, session } = await running({ pictures: openIntake().intake, limits: { pictures: 2 } })
    const post = (headers: Record<string, string>) =>
      fetch(`${address}api/messages`, { method: 'POST', body: new FormData(), headers })
    expect((await post({ Cookie: session.cookie, Origin: 'https://evil.example' })).status).toBe(403)
    const own = { Cookie: session.cookie, Origin: new URL(address).origin }
    const statuses = [await post(own), await post(own), await post(own)].map(({ status }) => status)
    expect(statuses).toEqual([400, 400, 429])
  })
})

describe('pictures on the page', () => {
  const visit = visiting(() => ({ pictures: openIntake().intake }))

  test('are chosen by the button, shown, read and answered, with the words beside them', async () => {
    const page = await visit()
    await page.getByLabel('添加图片').setInputFiles([
      { name: 'poster.jpg', mimeType: 'image/jpeg', buffer: poster },
      { name: 'again.jpg', mimeType: 'image/jpeg', buffer: poster },
    ])
    expect(await page.locator('.chip').count()).toBe(2)
    await page.getByRole('button', { name: /again\.jpg/ }).click()
    await write(page, '这是我姐发的')
    await page.locator('.bubble.own figure img[alt="poster.jpg"]').waitFor()
    await page.locator('.thinking').waitFor()
    await answered(page, '第1张图我读了')
    await answered(page, '（第1张图第3行）')
  })

  test('are pasted and dropped', async () => {
    const page = await visit()
    const file = `new File([Uint8Array.from(atob('${poster.toString('base64')}'), (c) => c.charCodeAt(0))], 'poster.jpg', { type: 'image/jpeg' })`
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(${file})
      document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }`)
    await page.evaluate(`{
      const data = new DataTransfer()
      data.items.add(${file})
      document.querySelector('.composer').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }`)
    await button(page, '发送').click()
    await answered(page, '第1、2张图我读了')
  })

  test('loaded anew, the page no longer has the picture, and still what was said of it', async () => {
    const page = await visit()
    await page.getByLabel('添加图片').setInputFiles({ name: 'poster.jpg', mimeType: 'image/jpeg', buffer: poster })
    await button(page, '发送').click()
    await answered(page, '第1张图我读了')
    await page.reload()
    await answered(page, '第1张图我读了')
    expect(await page.locator('.bubble.own figure').innerText()).toContain('poster.jpg')
    expect(await page.locator('.bubble.own figure img').count()).toBe(0)
  })
})
