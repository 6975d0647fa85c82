import { launch, open, phone, desktop } from '../web/browser.ts'
const addr = process.argv[2]!
const b = await launch()
const out = '/tmp/trial/shots/'
import { mkdirSync } from 'node:fs'
mkdirSync(out, { recursive: true })
async function settle(page: any) { await page.waitForTimeout(700) }
async function say(page: any, t: string) { await page.getByRole('textbox').fill(t); await page.getByRole('textbox').press('Enter'); await settle(page) }
async function dump(page: any, n: number, name: string) {
  const items = await page.locator('.log').innerText()
  console.log(`--- ${name}\n` + items.slice(-n))
  await page.screenshot({ path: out + name + '.png' })
}
{ // private phone zh
  const { page, wrongs } = await open(b, addr, { ...phone })
  await page.locator('.bubble.bot').first().waitFor()
  await dump(page, 600, '01-start')
  await say(page, '我大姨叫我加入一个养生会，先买2980的床垫才算会员，说拉人有奖')
  await dump(page, 600, '02-first')
  await say(page, '9')
  await dump(page, 300, '03-nine')
  await say(page, '1')
  await dump(page, 900, '04-one')
  await say(page, '2')
  await dump(page, 300, '05-two')
  await say(page, '3')
  await dump(page, 900, '06-three')
  await page.screenshot({ path: out + '06-full.png', fullPage: true })
  await page.getByRole('button', { name: '菜单' }).click(); await settle(page)
  await page.screenshot({ path: out + '07-menu.png' })
  await page.keyboard.press('Escape')
  console.log(wrongs)
  await page.context().close()
}
{ // group phone
  const { page, wrongs } = await open(b, addr, { ...phone })
  await page.locator('.bubble.bot').first().waitFor()
  await page.getByRole('button', { name: '试试群聊', exact: true }).click(); await settle(page)
  await dump(page, 500, '10-group')
  await page.getByRole('button', { name: '让拉人的发一条', exact: true }).click(); await settle(page)
  await page.screenshot({ path: out + '11-posted.png' })
  await page.getByRole('button', { name: '就这条问机器人', exact: true }).click(); await settle(page)
  await page.screenshot({ path: out + '12-askabout.png' })
  await page.getByRole('button', { name: '发送', exact: true }).click(); await settle(page)
  await dump(page, 700, '13-asked')
  await page.getByRole('radio', { name: '拉人的' }).check({ force: true }); await settle(page)
  await page.screenshot({ path: out + '14-as-recruiter.png' })
  const here = page.getByRole('button', { name: '就在这里说', exact: true })
  if (await here.count()) { await here.click(); await settle(page) }
  await dump(page, 400, '15-refused')
  await say(page, '@bot 你这个垃圾机器人，乱说什么')
  await dump(page, 400, '16-mock')
  await page.getByRole('radio', { name: '朋友' }).check({ force: true }); await settle(page)
  await say(page, '@bot 我也想知道是不是传销')
  await dump(page, 400, '17-friend')
  await page.getByRole('radio', { name: '我', exact: true }).check({ force: true }).catch(() => console.log('no me'))
  await settle(page)
  await page.getByRole('button', { name: '就在这里说', exact: true }).last().click(); await settle(page)
  await dump(page, 500, '18-here')
  await say(page, '@bot 是')
  await dump(page, 700, '19-yes')
  await say(page, '@bot /settings')
  await dump(page, 300, '20-settings')
  const priv = page.getByRole('button', { name: '私下说', exact: true })
  console.log('priv', await priv.count())
  if (await priv.count()) { await priv.last().click(); await page.waitForTimeout(1500) }
  await dump(page, 900, '21-private')
  console.log(wrongs)
  await page.context().close()
}
await b.close()
