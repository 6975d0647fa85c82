import { describe, expect, onTestFinished, test } from 'vitest'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { labels } from '../../adapters/web/page/labels.ts'
import type { Reply, State } from '../../src/index.ts'
import { run } from './running.ts'
import { button, field, type Visit, write } from './visiting.ts'

export function connectionTests(visit: Visit): void {
  describe('the connection', () => {
    test('offline, a message waits, is sent once it is back, and is answered once', async () => {
      const page = await visit()
      await page.context().setOffline(true)
      await write(page, labels['zh-Hans'].examplePitch)
      await page.getByText(labels['zh-Hans'].waiting).waitFor()
      await page.context().setOffline(false)
      await button(page, '是').waitFor()
      expect(await page.locator('.bubble.own').count()).toBe(1)
      expect(await page.locator('.bubble.bot').count()).toBe(2)
    })

    test('an answer lost on its way comes by the same message sent again, and counts once', async () => {
      const page = await visit()
      let sent = 0
      await page.route('**/api/messages', async (route) => {
        sent += 1
        if (sent > 1) return route.fallback()
        // The server takes it in; the page does not hear of it.
        await route.fetch()
        return route.abort('connectionreset')
      })
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      await expect.poll(() => sent).toBe(2)
      await page.locator('.thinking').waitFor({ state: 'detached' })
      expect(await page.locator('.bubble.bot').count()).toBe(2)
      await write(page, '/back')
      await page.locator('.bubble.bot').nth(2).waitFor()
      await write(page, '/show')
      await page.locator('.bubble.bot').nth(3).waitFor()
      expect(await page.locator('.bubble.bot').last().textContent()).not.toContain('2680')
    })

    test('what is refused stays, says why, and goes back to the text field', async () => {
      const page = await visit()
      const failure = { error: 'too_large', message: '' }
      await page.route('**/api/messages', (route) => route.fulfill({ status: 413, json: failure }))
      await write(page, '很长的一段')
      await page.getByRole('alert').getByText(labels['zh-Hans'].failure.too_large).waitFor()
      await button(page, labels['zh-Hans'].takeBack).click()
      expect(await field(page).inputValue()).toBe('很长的一段')
      expect(await page.locator('.bubble.own').count()).toBe(0)
    })

    test('too fast, it says so and sends by itself', async () => {
      const page = await visit()
      let refused = false
      await page.route('**/api/messages', (route) => {
        if (refused) return route.fallback()
        refused = true
        const failure = { error: 'too_many', message: '', retryAfter: 1 }
        return route.fulfill({ status: 429, json: failure, headers: { 'Retry-After': '1' } })
      })
      await write(page, labels['zh-Hans'].examplePitch)
      await page.getByText(labels['zh-Hans'].failure.too_many).waitFor()
      await button(page, '是').waitFor()
    })

    test('a session the browser forgot is followed by another, and what was written is answered', async () => {
      const page = await visit()
      await page.context().clearCookies()
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      expect(await page.locator('.bubble.own').count()).toBe(1)
    })

    test('a link to the page followed from elsewhere finds the session, and open tabs keep their conversation', async () => {
      const page = await visit()
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      const before = await page.context().cookies()
      const { port } = new URL(page.url())
      const elsewhere = await page.context().newPage()
      // Another site to the browser, which keeps cookies apart by name and not by port.
      await elsewhere.goto(`http://localhost:${port}/elsewhere`)
      await elsewhere.evaluate(
        `document.body.innerHTML = ${JSON.stringify(`<a href="${page.url()}">the page</a>`)}; document.querySelector('a').click()`,
      )
      await elsewhere.locator('.bubble.bot').first().waitFor()
      expect(await page.context().cookies()).toEqual(before)
      await button(page, '是').last().click()
      await page.locator('.card').waitFor()
    })

    test('after a restart of the server the open question stands there once, and can be answered', async () => {
      const store = createMemoryStore<State, Reply>()
      const first = await run({ store })
      const page = await visit({}, first.address)
      await write(page, labels['zh-Hans'].examplePitch)
      await button(page, '是').waitFor()
      await first.stop()
      const told = page.waitForResponse((response) => response.request().postData()?.includes('"resume"') ?? false)
      const second = await run({ store, port: Number(new URL(first.address).port) })
      onTestFinished(() => second.stop())
      await told
      await page.locator('.thinking').waitFor({ state: 'detached' })
      expect(await page.locator('.bubble.bot').count()).toBe(2)
      await button(page, '是').click()
      await page.locator('.card').waitFor()
    })
  })
}
