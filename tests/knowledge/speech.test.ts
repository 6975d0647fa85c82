import { describe, expect, test } from 'vitest'
import { createPhrases } from '../../src/dialogue/phrases.ts'
import { createAnswerReader } from '../../src/interview/answer.ts'
import { choiceIds, dashed, type MessageId } from '../../src/knowledge/messages.ts'
import { normalise, plain } from '../../src/reading/normalise.ts'
import { createSpeakers } from '../../src/wording/speaker.ts'
import { knowledge } from '../ground.ts'

const { speech } = knowledge
const speak = createSpeakers(knowledge)
const phrases = createPhrases(speech, plain)
const answer = createAnswerReader(knowledge, { plain, normalise })
const languages = ['zh-Hans', 'zh-Hant', 'en'] as const

/** Everything that a whole message is taken for, by what is said for it. */
const meanings = Object.entries({
  ...speech.answers,
  ...speech.commands,
  ...speech.languages,
  ...Object.fromEntries(Object.entries(speech.topics).map(([topic, said]) => [`advice:${topic}`, said])),
  ...Object.fromEntries(Object.entries(speech.roles).map(([role, said]) => [`role:${role}`, said])),
  greeting: speech.greetings,
})

test('every phrase stands under one meaning only', () => {
  const under = new Map<string, string[]>()
  for (const [meaning, { zh, en }] of meanings)
    for (const phrase of new Set([...zh, ...en].map(plain))) under.set(phrase, [...(under.get(phrase) ?? []), meaning])
  expect([...under].filter(([, found]) => found.length > 1)).toEqual([])
})

test('every phrase is something once it is made plain', () => {
  expect(meanings.flatMap(([, { zh, en }]) => [...zh, ...en]).filter((phrase) => plain(phrase) === '')).toEqual([])
})

/** What the bot takes a whole message for, by the ids of choices. */
function meaningsOf(text: string): string[] {
  const means = answer(text)?.means
  return [
    ...(means ? [means] : []),
    ...phrases.recognise(text).map((phrase) => {
      if (phrase.kind === 'command') return phrase.command
      if (phrase.kind === 'topic') return `advice:${phrase.topic}`
      if (phrase.kind === 'role') return `role:${phrase.role}`
      return phrase.kind === 'language' ? phrase.language : 'greeting'
    }),
  ]
}

/** Understood by their label while they are offered, and at no other time. */
const whileOffered: ReadonlySet<string> = new Set(['same', 'another', 'danger:yes', 'danger:no', 'begin', 'resume'])
/** A label that is also said for something that comes to the same. */
const sameAs: Readonly<Record<string, string>> = { more: 'why', 'advice:act': 'todo' }

describe.each(languages)('what the bot offers is understood when it is typed: %s', (language) => {
  const { say } = speak(language)
  // What admins set in a group has its own test in tests/dialogue/groups.test.ts.
  const typed = choiceIds.filter((id) => !whileOffered.has(id) && !id.startsWith('set:'))
  test.each(typed)('%s', (id) => {
    const label = say(`choice-${dashed(id)}`)
    const found = meaningsOf(label)
    expect(found.includes(id) || found.includes(sameAs[id] ?? id), `"${label}" is taken for ${found}`).toBe(true)
  })
})

const quoted = (text: string) => [...text.matchAll(/[“「"]([^”」"]+)[”」"]/gu)].map(([, word = '']) => word)
/** The items of the list in `help`, without what stands in brackets. */
const listed = (text: string) =>
  (text.split('\n').find((line) => line.includes('·')) ?? '')
    .replace(/^.*?[:：]/u, '')
    .split('·')
    .map((item) => item.replace(/[（(].*?[）)]/gu, '').trim())

describe.each(languages)('what the bot tells people to say is understood: %s', (language) => {
  const { say } = speak(language)
  const told = (['greeting', 'privacy', 'stopped', 'not-understood'] satisfies MessageId[]).flatMap((id) =>
    quoted(say(id)),
  )
  test.each([...new Set([...told, ...listed(say('help'))])])('%s', (word) => {
    expect(meaningsOf(word).filter((meaning) => meaning !== 'greeting')).toHaveLength(1)
  })
  test('help names the same in every language', () => {
    const help = (own: (typeof languages)[number]) => listed(speak(own).say('help')).map((word) => meaningsOf(word)[0])
    expect(new Set(help(language))).toEqual(new Set(help('en')))
    expect(help(language).length).toBeGreaterThan(10)
  })
})
