import { describe, expect, test } from 'vitest'
import { readAppMessage } from '../../adapters/wechat/app-message.ts'
import { appmsg, history, item, record, said } from './history-xml.ts'
import { escaped, historyXml } from './mock-world.ts'

describe('a chat history', () => {
  const two =
    item('1', '<datadesc>入会费 &lt;2680&gt; 元</datadesc>') +
    item('1', '<datadesc>A &amp;amp; B&#x20;&#x4E2D;</datadesc>')

  test('is read from CDATA', () => {
    expect(said(history(`<![CDATA[${record(two)}]]>`))).toBe('入会费 <2680> 元\n\nA &amp; B 中')
  })

  test('is read from text that was escaped once more', () => {
    expect(said(history(escaped(record(two))))).toBe('入会费 <2680> 元\n\nA &amp; B 中')
  })

  test('is read from plain elements', () => {
    expect(said(history(record(two)))).toBe('入会费 <2680> 元\n\nA &amp; B 中')
  })

  test('is read behind a sender’s id and a declaration, and as the web protocol escapes it', () => {
    const xml = history(`<![CDATA[${record(two)}]]>`)
    expect(said(`wxid_abc:\n<?xml version="1.0"?>\n${xml}`)).toBe('入会费 <2680> 元\n\nA &amp; B 中')
    expect(said(`${escaped('<?xml version="1.0"?>')}<br/>${escaped(xml)}`)).toBe('入会费 <2680> 元\n\nA &amp; B 中')
  })

  test('holds the histories inside it, in their place', () => {
    const inner =
      item('1', '<datadesc>二</datadesc>') +
      item('17', `<recordxml>${record(item('1', '<datadesc>三</datadesc>'))}</recordxml>`)
    const items =
      item('1', '<datadesc>一</datadesc>') +
      item(
        '17',
        `<datatitle>群聊的聊天记录</datatitle><datadesc>王小明: 二</datadesc><recordxml>${record(inner)}</recordxml>`,
      ) +
      item('1', '<datadesc>四</datadesc>')
    expect(said(history(`<![CDATA[${record(items)}]]>`))).toBe('一\n\n二\n\n三\n\n四')
  })

  test('has the words of links, and none of pictures, voices and files', () => {
    const items =
      item('5', '<datatitle>加盟</datatitle><datadesc>入会费2680元</datadesc><link>https://example.org</link>') +
      item('2', '<datadesc>[图片]</datadesc>') +
      item('3', '<datadesc>[语音]</datadesc>') +
      item('8', '<datatitle>合同.pdf</datatitle>')
    expect(said(history(`<![CDATA[${record(items)}]]>`))).toBe('加盟\n入会费2680元')
  })

  test('keeps numbers as they are written', () => {
    expect(said(history(`<![CDATA[${record(item('1', '<datadesc>002680.50</datadesc>'))}]]>`))).toBe('002680.50')
  })

  test('names none of those who spoke, even where its record cannot be read', () => {
    for (const xml of [
      historyXml(['入会费2680元', '推荐一人返800元']),
      history('<![CDATA[<recordinfo>'),
      history(''),
    ]) {
      expect(JSON.stringify(readAppMessage(xml)?.said)).not.toContain('王小明')
    }
    const summary = '<title>王小明的聊天记录</title><des>王小明: 入会费2680元\n李四: [图片]</des><type>19</type>'
    expect(said(appmsg(summary))).toBe('入会费2680元')
    expect(said(`<msg><appmsg>${summary}<recorditem><![CDATA[<recordinfo><datalist>`)).toBe('入会费2680元')
  })
})

describe('a quoted reply', () => {
  const reply = (refer: string) =>
    readAppMessage(appmsg(`<title>真的吗</title><type>57</type><refermsg>${refer}</refermsg>`))

  test('has its own words, the quoted ones and who wrote them', () => {
    const quote = reply(
      '<type>1</type><fromusr>1@chatroom</fromusr><chatusr>wxid_eve</chatusr><displayname>eve</displayname><content>入会费2680元</content>',
    )
    expect(quote).toMatchObject({
      title: '真的吗',
      quote: { authors: ['wxid_eve', '1@chatroom'], name: 'eve', words: '入会费2680元' },
    })
  })

  test('of a chat history has the words of it, of a link its title, of a picture none', () => {
    const content = (type: string, text: string) =>
      reply(`<type>${type}</type><content>${escaped(text)}</content>`)?.quote?.words
    expect(content('49', historyXml(['入会费2680元']))).toBe('入会费2680元')
    expect(content('49', appmsg('<title>加盟金鼎</title><type>5</type>'))).toBe('加盟金鼎')
    expect(content('3', '<msg><img aeskey="1"/></msg>')).toBe('')
  })
})
