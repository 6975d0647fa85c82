import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { labels } from '../../adapters/web/page/labels.ts'
import type { Language } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { desktop, launch, open, phone } from './browser.ts'
import { run } from './running.ts'
import { answered, button, write } from './visiting.ts'

/** Draws README's picture of the page anew; with SCREENSHOTS, every view into that folder as well. */
const places: readonly (readonly [Language, string])[] = [
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['en', 'en-GB'],
]
const devices = { phone, desktop }
const schemes = ['light', 'dark'] as const

/** What stands in README's picture. */
const offer = '姐妹们，“晨露”会馆招合伙人！交2680元入会，以后每介绍一位新会员，奖600元。'

async function greeted(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const { page } = await open(browser, address, options)
  page.setDefaultTimeout(15_000)
  await page.locator('.try').waitFor()
  return page
}

async function views(page: Page, language: Language, shoot: (view: string) => Promise<unknown>): Promise<void> {
  const said = labels[language]
  const settled = () => page.locator('.thinking').waitFor({ state: 'detached' })
  await shoot('1-greeting')
  await button(page, said.example).click()
  await shoot('2-example')
  await button(page, said.send).click()
  await button(page, wording('choice-yes', language)).waitFor()
  await settled()
  await shoot('3-question')
  await button(page, wording('choice-yes', language)).click()
  await page.locator('.card').waitFor()
  await settled()
  await shoot('4-verdict')
  await button(page, said.menu).click()
  await button(page, said.deleteAll).click()
  await shoot('5-menu')
  await page.keyboard.press('Escape')
  await button(page, said.group).click()
  await button(page, said.playOffer).click()
  await button(page, said.askAbout).click()
  await settled()
  await shoot('6-group')
  await button(page, said.send).click()
  await button(page, wording('choice-here', language)).waitFor()
  await settled()
  await shoot('7-group-answer')
}

const bot = await run()
const browser = await launch()
const folder = process.env.SCREENSHOTS
if (folder) {
  mkdirSync(folder, { recursive: true })
  for (const [language, locale] of places)
    for (const [device, size] of Object.entries(devices))
      for (const colorScheme of schemes) {
        const page = await greeted(browser, bot.address, { locale, colorScheme, ...size })
        const name = `${language}-${device}-${colorScheme}`
        await views(page, language, (view) => page.screenshot({ path: join(folder, `${name}-${view}.png`) }))
        await page.context().close()
      }
}

const page = await greeted(browser, bot.address, {
  ...phone,
  viewport: { width: 430, height: 1300 },
  deviceScaleFactor: 1.5,
})
await button(page, labels['zh-Hans'].example).click()
await write(page, offer)
await button(page, wording('choice-yes')).click()
await page.locator('.card').waitFor()
await answered(page, wording('choice-role-invited'))
await page.locator('.thinking').waitFor({ state: 'detached' })
await page
  .locator('.bubble.own')
  .first()
  .evaluate((own) => own.scrollIntoView({ block: 'start', behavior: 'instant' }))
writeFileSync(new URL('../readme/page.png', import.meta.url), await page.screenshot())
await browser.close()
await bot.stop()
