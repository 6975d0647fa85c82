import { Talk } from '../dialogue/talk.ts'

/** What is said in README's picture; the bot's side comes from the running engine. */
const said: readonly string[] = [
  '老姐妹叫我一起做：入会费2680，送一台理疗仪，以后介绍一位新会员奖600。这是传销吗？',
  '会啊，说下面三代都算我的',
]

const columns = 62
const lineHeight = 22
const characterWidth = 7.5
const padding = 12
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…]/u

/** Never begins a line. */
const closing = /^[，。、；：？！”’）》\])]/u

const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0)

/** Lines of at most `columns` columns; Han breaks anywhere, the rest between words. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let sofar = ''
    for (const [piece] of line.matchAll(/[^\s\u2e80-\uffef]+\s*|\s+|./gu)) {
      if (sofar !== '' && !closing.test(piece) && widthOf(sofar + piece.trimEnd()) > columns) {
        lines.push(sofar)
        sofar = ''
      }
      sofar += piece
    }
    return [...lines, sofar]
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

interface Bubble {
  readonly who: 'person' | 'bot'
  readonly text: string
  readonly choices: readonly string[]
}

function dialogue(): Bubble[] {
  const talk = new Talk()
  return said.flatMap((say) => {
    talk.say(say)
    const replies = talk.replies.map(({ text, choices = [] }) => ({
      who: 'bot' as const,
      text,
      choices: choices.map(({ label }) => label),
    }))
    return [{ who: 'person' as const, text: say, choices: [] }, ...replies]
  })
}

/** The dialogue as an SVG picture, made from what the program says now. */
export function picture(): string {
  const width = Math.ceil(columns * characterWidth + 2 * padding + 60)
  let y = 16
  const shapes = dialogue().flatMap(({ who, text, choices }) => {
    const lines = wrapped(text)
    const buttons = choices.length > 0 ? wrapped(choices.map((label) => `[ ${label} ]`).join('  ')) : []
    const all = [...lines, ...buttons]
    const inner = Math.ceil(Math.max(...all.map(widthOf)) * characterWidth)
    const height = all.length * lineHeight + 2 * padding - 4
    const x = who === 'bot' ? 16 : width - 16 - inner - 2 * padding
    const fill = who === 'bot' ? '#ffffff' : '#c8ecc4'
    const box = `<rect x="${x}" y="${y}" width="${inner + 2 * padding}" height="${height}" rx="10" fill="${fill}"/>`
    const texts = all.map((line, i) => {
      const colour = i < lines.length ? '#1c1c1e' : '#1f6feb'
      return `<text x="${x + padding}" y="${y + padding + 13 + i * lineHeight}" fill="${colour}" xml:space="preserve">${escaped(line)}</text>`
    })
    y += height + 12
    return [box, ...texts]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 4}" width="${width}" height="${y + 4}" font-family="ui-monospace, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace" font-size="14">`,
    '<title>A dialogue with the bot</title>',
    '<rect width="100%" height="100%" fill="#ededed"/>',
    ...shapes,
    '</svg>',
    '',
  ].join('\n')
}
