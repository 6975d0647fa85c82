import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labels } from '../../adapters/web/page/labels.ts'
import { wording } from '../contracts/labels.ts'
import { readPng } from '../pictures/png.ts'
import { phone } from './browser.ts'
import { button, type Visit, write } from './visiting.ts'

export function pictureTests(visit: Visit): void {
  const said = labels['zh-Hans']

  async function shown(options = {}) {
    const page = await visit(options)
    await write(page, said.examplePitch)
    await button(page, wording('choice-yes')).click()
    await page.locator('.card').waitFor()
    await button(page, wording('choice-card')).last().click()
    const picture = page.locator('.drawn img').last()
    await picture.waitFor()
    // The width it has, once it is loaded.
    await expect.poll(() => page.evaluate('document.querySelector(".drawn img")?.naturalWidth')).toBe(1080)
    return { page, picture }
  }

  test('a card is a picture whose words stand in its alternative text', async () => {
    const { page, picture } = await shown(phone)
    const alt = (await picture.getAttribute('alt')) ?? ''
    for (const words of [wording('card-title'), '第七条', '介绍一位新会员', '看到了']) expect(alt).toContain(words)
    expect(alt).not.toContain('晨露')
    expect(await page.locator('.drawn figcaption').textContent()).toBe(wording('card-caption'))
    const box = await picture.boundingBox()
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true)
  })

  test('it can be saved, as the PNG it is', async () => {
    const { page } = await shown()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText(said.savePicture).last().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^card-[\w-]+\.png$/)
    expect(readPng(readFileSync(await download.path())).width).toBe(1080)
  })

  test('where the server no longer has it, its words stand there', async () => {
    const { page } = await shown()
    await page.route('**/api/pictures/*', (route) => route.fulfill({ status: 404, body: '{}' }))
    await page.reload()
    const words = page.locator('.bubble.bot .text', { hasText: wording('card-title') })
    await words.last().waitFor()
    expect(await page.locator('.drawn').count()).toBe(0)
  })
}
