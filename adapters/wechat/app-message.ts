import { createHash } from 'node:crypto'
import type { Part } from '../../src/index.ts'
import { attribute, child, children, parseXml, type Xml } from './xml.ts'

/** What WeChat sends as XML: links, mini-programs, forwarded chat histories, quoted replies. */
export interface AppMessage {
  /** WeChat's number for the kind: 5 a link, 19 a chat history, 33 and 36 mini-programs, 57 a quoted reply, … */
  readonly type: number
  readonly title: string
  readonly description: string
  /** Of a chat history: what was said in it, in order; its speakers are told apart, not named. */
  readonly said?: readonly Part[]
  readonly quote?: Quote
}

export interface Quote {
  /** Ids the quoted message may have been written under, and the name shown for it. */
  readonly authors: readonly string[]
  readonly name: string
  readonly words: string
}

const deepest = 5
const mostMessages = 500
/** UTF-16 units; what goes beyond is not read. */
const mostWords = 100_000

const opening = /^\s*(?:[\w@.-]{1,64}:\s*)?(?:<br\s*\/?>\s*)?(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:msg|appmsg)[\s>]/u

/** Reads the XML of an app message; undefined where a text is none. Never throws, whatever it is given. */
export function readAppMessage(text: string, depth = 0): AppMessage | undefined {
  const xml = unescaped(text)
  if (!opening.test(xml.slice(0, 600))) return undefined
  const root = parseXml(xml.slice(xml.search(/<(?:msg|appmsg)[\s>]/u)))
  const message = root && (child(child(root, 'msg'), 'appmsg') ?? child(root, 'appmsg'))
  if (!message) return unreadable(xml)
  const type = Number.parseInt(words(child(message, 'type')), 10) || 0
  const [title, description] = [words(child(message, 'title')), words(child(message, 'des'))]
  if (type === 19) return { type, title, description, said: history(message) ?? inOne(withoutSpeakers(description)) }
  const quote = type === 57 ? quoteOf(child(message, 'refermsg'), depth) : undefined
  return { type, title, description, ...(quote && { quote }) }
}

/** Over the web protocol, the XML itself arrives escaped, and its lines end in `<br/>`. */
function unescaped(text: string): string {
  if (!/^\s*(?:[\w@.-]{1,64}:\s*)?(?:<br\s*\/?>\s*)?&lt;/u.test(text.slice(0, 300))) return text
  const meant: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text
    .replace(/<br\s*\/?>/gu, '\n')
    .replace(/&(lt|gt|quot|apos|amp);/gu, (whole, name: string) => meant[name] ?? whole)
}

function words(xml: Xml | undefined): string {
  const own = typeof xml === 'string' ? xml : child(xml, '#text')
  return typeof own === 'string' ? own.trim() : ''
}

/** Undefined where there is no list of messages to be read. */
function history(message: Xml): readonly Part[] | undefined {
  const list = listOf(child(message, 'recorditem'))
  if (list === undefined) return undefined
  const said: Part[] = []
  collect(list, said, 0)
  return said
}

const inOne = (text: string): readonly Part[] => (text === '' ? [] : [{ text }])

/** The words of a history, one message a paragraph. */
export const joined = (said: readonly Part[]): string =>
  said
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, mostWords)

const speakerOf = (name: string) => createHash('sha256').update(name).digest('base64url').slice(0, 11)

/** The messages of a record: it is given as XML, or as a text that is XML. */
function listOf(record: Xml | undefined): readonly Xml[] | undefined {
  const inner = words(record)
  const info = child(record, 'recordinfo') ?? child(inner === '' ? undefined : parseXml(inner), 'recordinfo')
  const list = child(info, 'datalist')
  return list === undefined ? undefined : children(list, 'dataitem')
}

function collect(list: readonly Xml[], said: Part[], depth: number): void {
  for (const item of list.slice(0, mostMessages)) {
    if (said.length >= mostMessages) return
    const [title, description] = [words(child(item, 'datatitle')), words(child(item, 'datadesc'))]
    const kind = attribute(item, 'datatype') || '1'
    if (kind === '17') {
      if (depth < deepest) collect(listOf(child(item, 'recordxml')) ?? [], said, depth + 1)
    } else {
      const own = kind === '1' ? description : isCard.has(kind) ? [title, description].filter(Boolean).join('\n') : ''
      const name = words(child(item, 'sourcename'))
      if (own !== '') said.push({ text: own, ...(name !== '' && { speaker: speakerOf(name) }) })
    }
  }
}

/** Links and mini-programs; pictures, voices, files and contacts have no words of their own. */
const isCard = new Set(['5', '19', '36'])

function quoteOf(refer: Xml | undefined, depth: number): Quote | undefined {
  if (refer === undefined) return undefined
  const content = words(child(refer, 'content'))
  const inner = depth < deepest ? readAppMessage(content, depth + 1) : undefined
  const type = words(child(refer, 'type')) || '1'
  return {
    authors: [words(child(refer, 'chatusr')), words(child(refer, 'fromusr'))].filter(Boolean),
    name: words(child(refer, 'displayname')),
    words: inner
      ? inner.said
        ? joined(inner.said)
        : inner.title
      : type === '1' && !content.startsWith('<')
        ? content
        : '',
  }
}

/** What can still be told of XML that is broken, too long, or of a kind that is not parsed. */
function unreadable(xml: string): AppMessage {
  const start = xml.slice(0, 20_000)
  const plain = (tag: string) => {
    const from = start.indexOf(`<${tag}>`)
    const to = start.indexOf(`</${tag}>`, from)
    if (from < 0 || to < 0) return ''
    const inner = start.slice(from + tag.length + 2, to).trim()
    const text = inner.startsWith('<![CDATA[') ? inner.slice(9).replace(/\]\]>$/u, '') : inner
    return text.includes('<') ? '' : words(child(parseXml(`<a>${text}</a>`), 'a'))
  }
  const type = Number.parseInt(plain('type'), 10) || 0
  const [title, description] = [plain('title'), plain('des')]
  return { type, title, description, ...(type === 19 && { said: inOne(withoutSpeakers(description)) }) }
}

/** The summary of a chat history has "speaker: words" on each line. */
const withoutSpeakers = (summary: string): string =>
  summary
    .split(/\r?\n/u)
    .map((line) => line.replace(/^[^:：]{1,40}: ?/u, '').trim())
    .filter((line) => !/^\[[^\]]{1,20}\]$/u.test(line))
    .join('\n')
    .trim()
