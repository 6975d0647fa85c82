import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { labels } from '../../adapters/web/page/labels.ts'
import type { Language, Reply, State } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { phone } from './browser.ts'
import { run } from './running.ts'
import { answered, button, type Visit, write } from './visiting.ts'

export function groupTests(visit: Visit): void {
  const said = labels['zh-Hans']
  const here = wording('choice-here')

  async function group(options = {}, language: Language = 'zh-Hans'): Promise<Page> {
    const page = await visit(options)
    await button(page, labels[language].group).click()
    await page.locator('.bubble.bot').waitFor()
    return page
  }
  const speakAs = (page: Page, member: string) => page.getByRole('radio', { name: member }).check({ force: true })

  describe('in the group', () => {
    test.each([
      ['zh-Hans', 'zh-CN'],
      ['zh-Hant', 'zh-TW'],
      ['en', 'en-GB'],
    ] as const)('the bot greets once, in %s', async (language, locale) => {
      const page = await group({ locale }, language)
      const greeting = wording('group-greeting', language).slice(0, 6)
      expect(await page.locator('.bubble.bot').textContent()).toContain(greeting)
      await button(page, labels[language].privateChat).click()
      await button(page, labels[language].group).click()
      await page.reload()
      await button(page, labels[language].group).click()
      expect(await page.locator('.bubble.bot').count()).toBe(1)
    })

    test('a friend asks about what the recruiter posted, and the bot answers the friend', async () => {
      const page = await group(phone)
      await button(page, said.playOffer).click()
      await speakAs(page, said.member.friend)
      await button(page, said.askAbout).click()
      await button(page, said.send).click()
      await button(page, here).waitFor()
      const answer = page.locator('.bubble.bot').last()
      expect(await answer.locator('.who').textContent()).toContain(said.member.friend)
      expect(await page.locator('.card').count()).toBe(0)
    })

    test('who did not ask is refused in passing, and only they see it', async () => {
      const page = await group()
      await write(page, `@bot ${said.examplePitch}`)
      await button(page, here).waitFor()
      await speakAs(page, said.member.recruiter)
      await button(page, here).click()
      await page.locator('.aside').waitFor()
      await speakAs(page, said.member.me)
      expect(await page.locator('.aside').count()).toBe(0)
      await button(page, here).click()
      await button(page, wording('choice-yes')).waitFor()
    })

    test('the offer is taken along to the private chat of whoever asked', async () => {
      const page = await group()
      await write(page, `@bot ${said.examplePitch}`)
      await button(page, wording('choice-private')).click()
      await button(page, wording('choice-yes')).click()
      await page.locator('.card').waitFor()
      expect(await button(page, said.privateChat).getAttribute('aria-current')).toBe('page')
    })

    test('the friend’s private chat is apart from one’s own', async () => {
      const page = await group()
      await speakAs(page, said.member.friend)
      await write(page, `@bot ${said.examplePitch}`)
      await button(page, wording('choice-private')).click()
      await button(page, wording('choice-yes')).waitFor()
      await page.getByText(said.privateOf(said.member.friend)).waitFor()
      await button(page, said.backToMine).click()
      expect(await button(page, wording('choice-yes')).count()).toBe(0)
    })

    test('everything deleted in the menu, nothing stays of anyone, and it is said once', async () => {
      const store = createMemoryStore<State, Reply>()
      const bot = await run({ store })
      onTestFinished(() => bot.stop())
      const page = await visit({}, bot.address)
      await button(page, said.group).click()
      await speakAs(page, said.member.friend)
      await write(page, `@bot ${said.examplePitch}`)
      await button(page, wording('choice-private')).click()
      await button(page, wording('choice-yes')).waitFor()
      await button(page, said.menu).click()
      await button(page, said.deleteAll).click()
      await button(page, said.deleteYes).click()
      await answered(page, wording('deleted'))
      await page.locator('.thinking').waitFor({ state: 'detached' })
      expect(await page.locator('.bubble').count()).toBe(1)
      const kept = []
      for await (const { key } of store.list()) kept.push(key)
      expect(kept).toEqual([])
      await button(page, said.group).click()
      await answered(page, wording('group-greeting').slice(0, 6))
      expect(await page.locator('.bubble').count()).toBe(1)
    })

    test('one’s own private chat deleted in words, the group stays', async () => {
      const page = await group()
      await button(page, said.privateChat).click()
      await write(page, '/delete')
      await answered(page, wording('deleted'))
      await page.locator('.thinking').waitFor({ state: 'detached' })
      expect(await page.locator('.bubble').count()).toBe(1)
      await button(page, said.group).click()
      await answered(page, wording('group-greeting').slice(0, 6))
    })

    test('unaddressed, nothing is answered', async () => {
      const page = await group()
      await write(page, said.examplePitch)
      await page.locator('.thinking').waitFor({ state: 'detached' })
      expect(await page.locator('.bubble.own').count()).toBe(1)
      expect(await page.locator('.bubble.bot').count()).toBe(1)
      await write(page, '/help')
      await answered(page, wording('group-help').slice(0, 6))
    })
  })
}
