import { describe, expect, test } from 'vitest'
import { topics } from '../../src/knowledge/schema/advice.ts'
import { roles } from '../../src/knowledge/schema/role.ts'
import { knowledge, laws } from '../ground.ts'
import { Talk } from './talk.ts'

const inquiry = 'Is this a pyramid scheme? Someone invited me to join something.'

describe('where the person is', () => {
  test.each([
    ['我在香港', 'hk'],
    ['我喺香港', 'hk'],
    ["I'm in Hong Kong", 'hk'],
    ['我人在台灣', 'tw'],
    ['按台湾的法律看', 'tw'],
    ['we live in the US now', 'us'],
    ['under UK law', 'uk'],
    ['我在新加坡工作', 'sg'],
    ['go by the law of Malaysia', 'my'],
    ['I am in Germany', 'eu'],
    ['我在内地', 'cn'],
  ])('%s: %s', (words, law) => {
    expect(new Talk().say(words).conversation).toMatchObject({ law, lawChosen: true })
  })

  test.each(['I was in Hong Kong when they asked me to pay', '我在香港交了三千', 'join us now', '老板是香港人'])(
    'what is told of a place changes nothing: %s',
    (words) => expect(new Talk().say(words).conversation).not.toHaveProperty('lawChosen'),
  )

  test.each(['我在加拿大', '我喺澳門', 'I live in Japan', "I'm in Norway"])(
    'where the law is not known, it says so and names those that are: %s',
    (words) => {
      // It answered “not understood”, since only the places of known laws were looked for.
      const talk = new Talk().say(inquiry)
      const { asks: open } = talk
      talk.say(words)
      expect(talk.text).toMatch(/法律我不知道|do not know the law/)
      expect(talk.text).toMatch(/新加坡|Singapore/)
      expect(talk.conversation).not.toHaveProperty('lawChosen')
      expect(talk.asks).toBe(open)
    },
  )

  test('the choice of a law is taken by number, name and place', () => {
    const [, second] = laws
    expect(new Talk().say('/law').say('2').conversation?.law).toBe(second?.law.id)
    expect(new Talk().say('/law').say('Taiwan').conversation?.law).toBe('tw')
    expect(new Talk().say('/law sg').conversation?.law).toBe('sg')
    expect(new Talk().say('/law mars').choices).toEqual(laws.map(({ law }) => `law:${law.id}`))
  })

  test('a change of law keeps what was said and asks what that law needs', () => {
    const talk = new Talk().say(inquiry)
    const before = talk.conversation?.log ?? []
    expect(before).not.toEqual([])
    talk.say("I'm in Taiwan")
    expect(talk.conversation?.log.slice(0, before.length)).toEqual(before)
    const deciding = knowledge.laws.get('tw')?.facts ?? 0
    expect(deciding & (1 << (knowledge.bitOf.get(talk.asks ?? '') ?? 31))).not.toBe(0)
  })
})

describe('a suggestion', () => {
  const pitch = 'They want NT$3,000 to join and pay NT$500 for each person I bring in'
  test('comes after what was understood, once, and leaves the question open', () => {
    const talk = new Talk().say(pitch)
    expect(talk.text.indexOf('/law tw')).toBeGreaterThan(talk.text.indexOf('This is what I understood'))
    expect(talk.conversation?.law).toBe('cn')
    expect(talk.asks).toBeDefined()
    expect(talk.say('They also want NT$900 for a starter kit').text).not.toContain('/law tw')
  })
  test('is never made to someone who chose, nor where the words fit the law gone by', () => {
    expect(new Talk().say('/law cn').say(pitch).text).not.toContain('/law tw')
    expect(new Talk().say('/law tw').say(pitch).text).not.toContain('/law ')
    const mixed = 'They want RMB 3,000 to join, that is US$400, and pay RMB 500 for each person I bring in'
    expect(new Talk().say(mixed).text).not.toContain('/law us')
  })
})

describe('side by side', () => {
  test('tells both laws and leaves everything as it was', () => {
    const talk = new Talk().say(inquiry)
    const { log, law } = talk.conversation ?? {}
    talk.say('compare Hong Kong and Taiwan')
    expect(talk.text).toContain("Hong Kong's Pyramid Schemes Prohibition Ordinance (checked ")
    expect(talk.text).toContain("Taiwan's Multi-Level Marketing Supervision Act (checked ")
    expect(talk.conversation).toMatchObject({ law, log })
    expect(talk.asks).toBeDefined()
    expect(talk.say('/law hk tw').text).toContain('What decides there: ')
  })
  test('without an offer says how', () => expect(new Talk().say('/law hk tw').text).toContain('/law hk tw'))
  test('loses nothing that is said about the offer', () => {
    const talk = new Talk().say(inquiry).say('they say it is legal in Malaysia, joining costs RM500')
    expect(talk.conversation?.log.some((entry) => entry.kind === 'evidence' && entry.fact === 'entry_fee')).toBe(true)
  })
})

/** The numbers people are told to call: nobody may be sent to those of another place. */
const numbers: Readonly<Record<string, { own: string; foreign: RegExp }>> = {
  cn: { own: '110', foreign: /\b(?:911|999|112|18222|1799|997)\b/u },
  hk: { own: '999', foreign: /\b(?:911|110|112|12110|12315|96110|165|1799|997)\b/u },
  tw: { own: '110', foreign: /\b(?:911|999|112|12110|12315|96110|18222|1799)\b/u },
  sg: { own: '999', foreign: /\b(?:911|110|112|12110|12315|96110|18222|165)\b/u },
  my: { own: '999', foreign: /\b(?:911|110|112|12110|12315|96110|18222|165|1799)\b/u },
  us: { own: '911', foreign: /\b(?:110|999|112|12110|12315|96110|18222|165|1799)\b/u },
  uk: { own: '999', foreign: /\b(?:911|110|112|12110|12315|96110|18222|165|1799)\b/u },
  eu: { own: '112', foreign: /\b(?:911|110|999|12110|12315|96110|18222|165|1799)\b/u },
}

describe('what people are told to do follows the law', () => {
  for (const { law } of laws) {
    const { own = '', foreign = /^/u } = numbers[law.id] ?? {}
    test(`${law.id}: in danger, and when money was just sent`, () => {
      const talk = new Talk().say(`/law ${law.id}`)
      for (const words of ['they locked me up and took my phone', 'what should i do', 'I want to kill myself']) {
        expect(talk.say(words).text).toContain(own)
        expect(talk.text).not.toMatch(foreign)
      }
      const sent = new Talk().say(`/law ${law.id}`).say('I just transferred the money to them')
      expect(sent.text).toContain('your bank')
      expect(sent.text).not.toMatch(foreign)
      const evading = new Talk().say(`/law ${law.id}`).say('how can we change it so that it is not a pyramid scheme?')
      expect(evading.text).not.toMatch(foreign)
    })

    test(`${law.id}: every role has advice, contacts and a word on penalties, citing no other law`, () => {
      for (const role of roles) {
        const talk = new Talk().say(`/law ${law.id}`).say(inquiry)
        for (let i = 0; i < 9 && talk.asks; i++) {
          const fact = knowledge.facts.get(talk.asks)
          talk.choose(fact?.kind === 'boolean' && fact.incriminating ? 'yes' : 'no')
        }
        expect(talk.verdict).toBe('pyramid')
        talk.choose(`role:${role}`)
        for (const topic of topics) {
          talk.choose(`advice:${topic}`)
          expect(talk.text, `${role} ${topic}`).toContain('\n• ')
          expect(talk.text, `${role} ${topic}`).not.toMatch(foreign)
          for (const other of laws.filter((one) => one.law.id !== law.id))
            for (const { name } of other.law.instruments.filter(
              ({ name: { en } }) => !law.instruments.some((one) => one.name.en === en),
            ))
              expect(talk.text, `${role} ${topic}`).not.toContain(`${name.en} art.`)
        }
        const contacts = talk.choose('advice:report').text
        for (const { contact } of law.reports) expect(contacts).toContain(contact)
      }
    })

    test(`${law.id}: why a question is asked rests on this law`, () => {
      const talk = new Talk().say(`/law ${law.id}`).say(inquiry).say('why do you ask?')
      const basis = talk.text.split('Basis: ')[1]?.split('\n')[0] ?? ''
      expect(law.instruments.some(({ name }) => basis.includes(name.en))).toBe(true)
      for (const other of laws.filter((one) => one.law.id !== law.id))
        for (const { name } of other.law.instruments.filter(
          ({ name: { en } }) => !law.instruments.some((one) => one.name.en === en),
        ))
          expect(basis).not.toContain(`${name.en} `)
    })
  }
})
