import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { Look, Sample } from './sample.ts'

const require = createRequire(import.meta.url)
const [simplified, serif, traditional] = [
  require.resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  require.resolve('@expo-google-fonts/noto-serif-sc/package.json'),
  require.resolve('@expo-google-fonts/noto-sans-tc/package.json'),
].map(dirname)
const files = {
  'zh-Hans': {
    sans: `${simplified}/400Regular/NotoSansSC_400Regular.ttf`,
    heavy: `${simplified}/900Black/NotoSansSC_900Black.ttf`,
    serif: `${serif}/500Medium/NotoSerifSC_500Medium.ttf`,
  },
  'zh-Hant': {
    sans: `${traditional}/400Regular/NotoSansTC_400Regular.ttf`,
    heavy: `${traditional}/900Black/NotoSansTC_900Black.ttf`,
    serif: `${serif}/500Medium/NotoSerifSC_500Medium.ttf`,
  },
} as const

const usual: Omit<Look, 'turned' | 'orientation' | 'quality' | 'webp'> = {
  ink: '#1a1a1a',
  ground: '#ffffff',
  width: 400,
  size: 20,
  density: 2.5,
  dark: false,
  centred: false,
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function block(line: string, { layout }: Sample): string {
  if (line.startsWith('# ')) return `<h1>${escaped(line.slice(2))}</h1>`
  if (layout === 'table')
    return `<tr>${line
      .split('|')
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join('')}</tr>`
  const isChat = layout === 'wechat' || layout === 'telegram'
  const mine = line.startsWith('> ')
  if (isChat)
    return `<div class="row ${mine ? 'mine' : ''}"><i></i><p>${escaped(mine ? line.slice(2) : line)}</p></div>`
  return `<p>${escaped(line)}</p>`
}

function bodyOf(sample: Sample): string {
  const { layout, lines } = sample
  const blocks = lines.map((line) => block(line, sample))
  if (layout === 'columns') {
    const second = lines.findIndex((line, at) => at > 0 && line.startsWith('# '))
    return `<div class="columns"><section>${blocks.slice(0, second).join('')}</section><section>${blocks.slice(second).join('')}</section></div>`
  }
  if (layout !== 'table') return blocks.join('')
  return `${blocks[0]}<table>${blocks.slice(1).join('')}</table>`
}

function styles({ layout }: Sample, { ink, ground, size, dark, centred }: typeof usual): string {
  const chat = {
    wechat: dark ? ['#111', '#2c2c2c', '#3eb575', '#d5d5d5'] : ['#ededed', '#fff', '#95ec69', '#191919'],
    telegram: dark ? ['#0e1621', '#182533', '#2b5278', '#f5f5f5'] : ['#c8d9b5', '#fff', '#eeffde', '#000'],
  }[layout === 'telegram' ? 'telegram' : 'wechat']
  const isChat = layout === 'wechat' || layout === 'telegram'
  return `*{box-sizing:border-box;margin:0}
body{font:${size}px/1.5 Drawn;color:${isChat ? chat[3] : ink};background:${isChat ? chat[0] : ground};padding:${isChat ? 14 : 28}px}
h1{font-size:1.9em;line-height:1.3;margin:0 0 .6em}p{margin:0 0 .7em}
${centred ? 'body{text-align:center;padding:60px 24px}p{font-size:1.35em}' : ''}
.columns{display:flex;gap:64px}.columns section{flex:1}.columns h1{font-size:1.4em}
table{border-collapse:collapse;width:100%}td{border:1px solid #999;padding:10px}
.row{display:flex;gap:10px;margin:0 0 16px;align-items:flex-start}.row.mine{flex-direction:row-reverse}
.row i{flex:none;width:40px;height:40px;border-radius:${layout === 'telegram' ? 20 : 5}px;background:linear-gradient(135deg,#8ab,#536)}
.row p{margin:0;padding:9px 12px;border-radius:${layout === 'telegram' ? 14 : 6}px;background:${chat[1]};max-width:74%;font-size:17px}
.row.mine p{background:${chat[2]};${dark && layout === 'wechat' ? 'color:#06140c' : ''}}`
}

/** The file of a picture: drawn in a browser, then turned, stored and squeezed as the sample says. */
export async function draw(browser: Browser, sample: Sample): Promise<Buffer> {
  const look = { ...usual, ...sample.look }
  const file = files[sample.language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'][sample.font]
  const font = readFileSync(file).toString('base64')
  const page = await browser.newPage({ viewport: { width: look.width, height: 300 }, deviceScaleFactor: look.density })
  await page.setContent(
    `<style>@font-face{font-family:Drawn;src:url(data:font/ttf;base64,${font})}${styles(sample, look)}</style>${bodyOf(sample)}`,
  )
  await page.evaluate('document.fonts.ready')
  const drawn = await page.screenshot({ fullPage: true })
  await page.close()
  return spoilt(drawn, sample.look ?? {})
}

const stored: Readonly<Record<number, number>> = { 3: 180, 6: 270, 8: 90 }

async function spoilt(png: Buffer, { turned = 0, orientation = 1, quality, webp }: Partial<Look>): Promise<Buffer> {
  const rotated = sharp(png)
    .flatten({ background: '#fff' })
    .rotate(turned + (stored[orientation] ?? 0), { background: '#d8d8d8' })
  const tagged = orientation === 1 ? rotated : rotated.withMetadata({ orientation })
  if (webp) return tagged.webp({ quality: 70 }).toBuffer()
  return quality === undefined ? tagged.png().toBuffer() : tagged.jpeg({ quality }).toBuffer()
}

/** The text of a sample as people read it, without marks of its layout. */
export const textOf = ({ lines, layout }: Sample): string =>
  lines.map((line) => line.replace(/^[#>] /, '').replaceAll('|', layout === 'table' ? ' ' : '|')).join('\n')
