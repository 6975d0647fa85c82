import { describe, expect, test } from 'vitest'
import { createGate, packGate, unpackGate } from '../../src/reading/learned/gate.ts'
import { meaningsOf } from '../../src/reading/learned/lexicon.ts'
import { parse } from '../../src/reading/learned/parse.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { labelled } from '../reading/labelled.ts'
import { digestOfSources } from './digest.ts'

const meanings = meaningsOf(knowledge.lexicon)
const { from, table } = unpackGate(knowledge.learnedGate)
const gate = createGate(table)
const passes = (text: string) => gate(parse(normalise(text).text, meanings)) >= 0
const share = (texts: readonly string[]) => texts.filter(passes).length / texts.length
const LONG = 150

describe('the gate of groups', () => {
  test('was learned from what stands there now, and is small', () => {
    expect(from, 'run npm run learn').toBe(digestOfSources())
    expect(knowledge.learnedGate.length).toBeLessThan(400_000)
  })

  test('lets nearly every offer through', () => {
    const offers = ['messages', 'fresh-seen', 'second-seen'].flatMap((name) =>
      labelled(`${name}.yaml`).filter(({ concern }) => concern !== 'none'),
    )
    expect(offers.length).toBeGreaterThan(200)
    expect(share(offers.map(({ text }) => text))).toBeGreaterThanOrEqual(0.99)
  })

  test.each([
    ['ordinary-zh.yaml', 0.35],
    ['ordinary-en.yaml', 0.55],
  ])('lets no more than a share of the longer messages of %s through', (name, most) => {
    const texts = labelled(name).flatMap(({ text }) => (text.length >= LONG ? text : []))
    expect(share(texts)).toBeLessThanOrEqual(most)
  })

  test('stands in groups alone: any other text is read', () => {
    const shut = packGate('', { ...table, bias: [-100] })
    const { read } = createReader({ ...knowledge, learnedGate: shut })
    const pitch = '入会费2680元,每拉一个人奖600,下面七代都有提成'
    expect(read(pitch, 'group').evidence).toEqual([])
    expect(read(pitch).evidence.length).toBeGreaterThan(2)
    expect(read(pitch, 'told').evidence.length).toBeGreaterThan(2)
  })

  test('lets an offer through that stands amid talk', () => {
    const talk = { zh: 'ordinary-zh.yaml', en: 'ordinary-en.yaml' }
    const offers = labelled('messages.yaml').filter(({ concern }) => concern !== 'none')
    for (const length of [100, 200, 1000, 5000, 20_000]) {
      const amid = offers.flatMap(({ text }, i) => {
        const all = labelled(talk[/\p{Script=Han}/u.test(text) ? 'zh' : 'en'])
        const others = all.map((one) => one.text).join('\n')
        const piece = others.slice(i * 97, i * 97 + length)
        return [`${text}\n${piece}`, `${piece}\n${text}`]
      })
      expect(share(amid), `${length} characters`).toBeGreaterThanOrEqual(0.97)
    }
  })

  test('takes any text', () => {
    for (const text of ['', ' ', '😀'.repeat(500), '1'.repeat(20_000), '拉人'.repeat(20_000)])
      expect(Number.isNaN(gate(parse(normalise(text).text, meanings))), text.slice(0, 20)).toBe(false)
    expect(passes('拉人'.repeat(20_000))).toBe(true)
  })
})
