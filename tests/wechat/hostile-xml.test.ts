import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAppMessage } from '../../adapters/wechat/app-message.ts'
import { parseXml } from '../../adapters/wechat/xml.ts'
import { appmsg, history, item, record } from './history-xml.ts'
import { escaped } from './mock-world.ts'

describe('text that is hostile', () => {
  const laughs = `<!DOCTYPE msg [<!ENTITY a "哈">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`
  const many = item('1', '<datadesc>入会费2680元</datadesc>').repeat(9_000)

  test.each([
    ['entities that multiply', `${laughs}${appmsg('<title>&j;</title><type>19</type><des>王小明: &j;</des>')}`],
    ['entities that multiply, inside', appmsg(`${laughs}<title>&j;</title><des>王小明: &j;</des><type>19</type>`)],
    ['a megabyte of messages', history(`<![CDATA[${record(many)}]]>`)],
    [
      'a megabyte of one word',
      history(`<![CDATA[${record(item('1', `<datadesc>${'钱'.repeat(1_000_000)}</datadesc>`))}]]>`),
    ],
    ['elements within elements', history('<a>'.repeat(50_000))],
    ['histories within histories', history(`<![CDATA[${nested(40)}]]>`)],
    ['quotes within quotes', quotes(12)],
    [
      'elements named like what objects have',
      appmsg('<__proto__><type>19</type></__proto__><constructor>1</constructor><type>19</type>'),
    ],
    ['an end that is missing', '<msg><appmsg><title>一'],
    ['attributes without end', `<msg ${'a="1" '.repeat(50_000)}`],
    ['brackets only', `<msg>${'<'.repeat(200_000)}`],
    ['CDATA without end', `<msg><appmsg>${'<![CDATA['.repeat(20_000)}`],
  ])('neither throws, nor takes long, nor grows: %s', (_, xml) => {
    const started = performance.now()
    const read = readAppMessage(xml)
    expect(JSON.stringify(read ?? {}).length).toBeLessThan(250_000)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  test('is told by its title where it declares entities', () => {
    const read = readAppMessage(appmsg(`${laughs}<title>加盟金鼎</title><des>&j;</des><type>5</type>`))
    expect(read).toMatchObject({ type: 5, title: '加盟金鼎' })
    expect(read?.description.length).toBeLessThan(10)
  })

  test('is not parsed at all where it declares entities, is too long or too deep', () => {
    expect(parseXml('<a>&lt;&#x4E2D;</a>')).toEqual({ a: '<中' })
    expect(parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toBeUndefined()
    expect(parseXml(`<a>${'x'.repeat(500_000)}</a>`)).toBeUndefined()
    expect(parseXml(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)).toBeUndefined()
  })

  test('that is no app message is none', () => {
    for (const text of [
      '',
      '入会费2680元',
      '1 < 2',
      '<b>hi</b>',
      '<message>',
      'https://example.org/<msg>',
      '<sysmsg type="x"/>',
    ])
      expect(readAppMessage(text), text).toBeUndefined()
  })

  test('of any kind is read without throwing', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        ...[
          '<',
          '>',
          '</',
          '/>',
          '&',
          ';',
          '"',
          ']]>',
          '<![CDATA[',
          '<!--',
          '<?xml',
          '\0',
          '「',
          '」\n- - - - -\n',
          '@',
        ],
      ),
      fc
        .constantFrom(
          ...['msg', 'appmsg', 'type', 'title', 'recorditem', 'recordinfo', 'datalist', 'dataitem', 'refermsg'],
        )
        .map((name) => `<${name}>`),
      fc.constantFrom(
        '19',
        '57',
        '5',
        '</type>',
        '</title>',
        '</appmsg>',
        '</msg>',
        '&#x110000;',
        '&#0;',
        '&lt;msg&gt;',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('', '<msg>', '<msg><appmsg><type>19</type>'),
        (pieces, start) => {
          readAppMessage(start + pieces.join(''))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

function nested(depth: number): string {
  const inner = item('1', `<datadesc>${depth}</datadesc>`)
  return record(depth === 0 ? inner : inner + item('17', `<recordxml>${nested(depth - 1)}</recordxml>`))
}

function quotes(depth: number): string {
  const content = depth === 0 ? '入会费' : escaped(quotes(depth - 1))
  return appmsg(
    `<title>${depth}</title><type>57</type><refermsg><type>49</type><content>${content}</content></refermsg>`,
  )
}
