import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as driver,
  type Page,
} from 'playwright-core'

const require = createRequire(import.meta.url)
const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** A real browser, with a font that has Chinese: the page brings none. */
export async function launch(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  const config = join(folder, 'fonts.conf')
  const folders = ['400Regular', '600SemiBold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`)
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${folder}</cachedir></fontconfig>`,
  )
  const executablePath = await chromium.executablePath()
  const env = { ...process.env, FONTCONFIG_FILE: config }
  // In a single process the browser ends with its first closed page.
  const args = chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  return driver.launch({ executablePath, args: [...args, '--no-sandbox'], headless: true, env })
}

export interface Opened {
  readonly context: BrowserContext
  readonly page: Page
  /** What must not happen: violations of the policy, errors, requests to elsewhere. */
  readonly wrongs: string[]
}

export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
export const desktop = { viewport: { width: 1280, height: 800 } }

/** The page at this address in a context of its own. */
export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options })
  const wrongs: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`))
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) wrongs.push(`policy: ${line.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) wrongs.push(`request: ${url}`)
  })
  await page.goto(address)
  return { context, page, wrongs }
}
