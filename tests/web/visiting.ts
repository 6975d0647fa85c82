import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { launch, open } from './browser.ts'
import { type Running, type RunningOptions, run } from './running.ts'

/** The page after its greeting. Whatever must not happen in it fails the test. */
export type Visit = (options?: BrowserContextOptions, address?: string) => Promise<Page>

/** Browser and bot for the tests of one file. */
export function visiting(options?: () => RunningOptions): Visit {
  let browser: Browser
  let bot: Running
  beforeAll(async () => {
    ;[browser, bot] = await Promise.all([launch(), run(options?.())])
  })
  afterAll(async () => {
    await browser?.close()
    await bot?.stop()
  })

  return async (look, address = bot.address) => {
    const { context, page, wrongs } = await open(browser, address, look)
    page.setDefaultTimeout(15_000)
    onTestFinished(async () => {
      await context.close()
      expect(wrongs).toEqual([])
    })
    await page.locator('.bubble.bot').first().waitFor()
    return page
  }
}

export const field = (page: Page) => page.getByRole('textbox')
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

/** Resolves once the bot has said something with these words. */
export const answered = (page: Page, words: string) => page.locator('.bubble.bot', { hasText: words }).last().waitFor()
