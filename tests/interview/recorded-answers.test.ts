import { describe, expect, test } from 'vitest'
import { readNow, recorded } from './recorded-answers.ts'

const rows = recorded()
const facts = [...new Set(rows.map(([asked]) => asked))]

// Where a change is meant: npm run record, and look at the difference.
describe('replies are read as they were', () => {
  test.each(facts)('about %s', (fact) => {
    for (const one of rows.filter(([asked]) => asked === fact)) expect(readNow(one)).toEqual(one)
  })
})
