import { describe, expect, test } from 'vitest'
import { labels } from '../../adapters/web/page/labels.ts'
import type { Language } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { phone } from './browser.ts'
import { answered, button, type Visit, write } from './visiting.ts'

export function interviewTests(visit: Visit): void {
  const languages: readonly (readonly [Language, string])[] = [
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['en', 'en-GB'],
  ]

  describe.each(languages)('in %s', (language, locale) => {
    const said = labels[language]
    const yes = wording('choice-yes', language)

    test('the example leads to a verdict on a card, by pressing buttons, with its quotes marked in the offer', async () => {
      const page = await visit({ locale, ...phone })
      expect(await page.title()).toBe(said.title)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await button(page, said.example).click()
      await button(page, said.send).click()
      await button(page, yes).click()
      const card = page.locator('.card.pyramid')
      await card.waitFor()
      expect(await card.getByRole('listitem').count()).toBe(5)
      expect(await card.locator('.basis').textContent()).toContain('7')
      const marks = await page.locator('.bubble.own mark').allTextContents()
      const quotes = await card.locator('q').allTextContents()
      // Warnings are marked in the offer as well, and have no place among the elements.
      expect(quotes.length).toBeGreaterThan(1)
      for (const quote of quotes) expect(marks).toContain(quote)
      await button(page, wording('choice-role-invited', language)).waitFor()
    })

    test('an offer and an answer in words lead to a verdict', async () => {
      const page = await visit({ locale })
      await write(page, said.examplePitch)
      await button(page, yes).waitFor()
      await write(page, yes)
      await page.locator('.card h2').waitFor()
      expect(await page.getByRole('log', { name: said.messages }).textContent()).toMatch(/2,?680/)
    })
  })

  describe('the transcript', () => {
    test('is there again when the page is loaded anew, and the open question can be answered', async () => {
      const page = await visit()
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      const before = await page.locator('.bubble').allTextContents()
      await page.reload()
      await button(page, '是').waitFor()
      expect(await page.locator('.bubble').allTextContents()).toEqual(before)
      await button(page, '是').click()
      await page.locator('.card').waitFor()
    })

    test('goes with all that is kept, once that is confirmed', async () => {
      const page = await visit()
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      await button(page, '菜单').click()
      await button(page, '全部删除').click()
      expect(await page.locator('.bubble.own').count()).toBe(1)
      await button(page, '删除').click()
      await answered(page, wording('deleted'))
      expect(await page.locator('.bubble').count()).toBe(1)
      await page.reload()
      await answered(page, wording('deleted'))
      expect(await page.locator('.bubble').count()).toBe(1)
      await write(page, '/show')
      await page.locator('.bubble.bot').nth(1).waitFor()
      expect(await page.locator('.bubble.bot').last().textContent()).not.toContain('2680')
    })

    test('changes its language with the page', async () => {
      const page = await visit()
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      await page.getByRole('combobox').selectOption('en')
      await button(page, 'Yes').waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(labels.en.title)
    })
  })
}
