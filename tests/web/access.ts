import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { labels } from '../../adapters/web/page/labels.ts'
import { wording } from '../contracts/labels.ts'
import { desktop, phone } from './browser.ts'
import { button, field, type Visit, write } from './visiting.ts'

export function accessTests(visit: Visit): void {
  const said = labels['zh-Hans']
  const yes = wording('choice-yes')
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const found: AxeResults = JSON.parse(await page.evaluate('axe.run().then(JSON.stringify)'))
    expect(found.passes.length).toBeGreaterThan(10)
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }

  async function verdict(page: Page): Promise<void> {
    await write(page, said.examplePitch)
    await button(page, yes).click()
    await page.locator('.card').waitFor()
  }

  describe('rules of accessibility', () => {
    test.each([
      ['on a phone, light', { ...phone, colorScheme: 'light' }],
      ['on a phone, dark', { ...phone, colorScheme: 'dark' }],
      ['on a desktop, light', { ...desktop, colorScheme: 'light' }],
      ['on a desktop, dark', { ...desktop, colorScheme: 'dark' }],
    ] as const)('are kept %s', async (_, options) => {
      const page = await visit({ ...options, bypassCSP: true })
      expect(await violations(page)).toEqual([])
      await field(page).fill(said.examplePitch)
      await button(page, said.menu).click()
      await button(page, said.deleteAll).click()
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await verdict(page)
      await button(page, wording('choice-card')).last().click()
      await page.locator('.drawn img').waitFor()
      expect(await violations(page)).toEqual([])
      await button(page, said.group).click()
      await button(page, said.playOffer).click()
      await button(page, said.askAbout).click()
      await button(page, said.send).click()
      await button(page, wording('choice-here')).waitFor()
      expect(await violations(page)).toEqual([])
    })
  })

  describe('by keyboard alone', () => {
    const focused = (page: Page) => page.evaluate('document.activeElement.textContent')
    /** Presses Tab until what has the focus reads so. */
    async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
      for (let left = 40; left > 0; left--) {
        if ((await focused(page)) === name) return
        await page.keyboard.press(key)
      }
      throw new Error(`"${name}" cannot be reached by ${key}`)
    }

    test('an interview goes to its verdict, and the focus follows what is asked', async () => {
      const page = await visit()
      await tabTo(page, said.example)
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA')
      await page.keyboard.press('Enter')
      await button(page, yes).waitFor()
      await tabTo(page, yes, 'Shift+Tab')
      await page.keyboard.press('Space')
      await page.locator('.card').waitFor()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe(wording('choice-more'))
    })

    test('Shift and Enter begin a new line, Enter sends', async () => {
      const page = await visit()
      await field(page).focus()
      await page.keyboard.type('第一行')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('第二行')
      expect(await field(page).inputValue()).toBe('第一行\n第二行')
      await page.keyboard.press('Enter')
      expect(await field(page).inputValue()).toBe('')
      expect(await page.locator('.bubble.own .text').textContent()).toBe('第一行\n第二行')
    })

    test('the menu opens, closes by Escape, and gives the focus back', async () => {
      const page = await visit()
      await button(page, said.menu).focus()
      await page.keyboard.press('Enter')
      await button(page, said.newOffer).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      await button(page, said.newOffer).waitFor({ state: 'hidden' })
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(said.menu)
    })
  })

  describe('on small screens', () => {
    const overflow = (page: Page) =>
      page.evaluate(
        '[document.documentElement, document.querySelector(".log")].map((one) => one.scrollWidth - one.clientWidth)',
      )

    test.each([
      ['320 pixels wide', { width: 320, height: 568 }],
      ['as at 200% of a small window', { width: 512, height: 384 }],
      ['with a keyboard on the screen', { width: 390, height: 420 }],
      ['as at 400% of a desktop', { width: 320, height: 256 }],
    ])('%s, nothing is cut off and the field stays in view', async (_, viewport) => {
      const page = await visit({ viewport, locale: 'en-GB' })
      await write(page, `${labels.en.examplePitch} ${'x'.repeat(300)}`)
      await button(page, 'Yes').click()
      await page.locator('.card').waitFor()
      expect(await overflow(page)).toEqual([0, 0])
      const box = await field(page).boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
      const log = await page.getByRole('log').boundingBox()
      expect(log?.height ?? 0).toBeGreaterThan(60)
    })
  })
}
