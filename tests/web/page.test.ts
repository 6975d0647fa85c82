import { describe } from 'vitest'
import { accessTests } from './access.ts'
import { connectionTests } from './connection.ts'
import { groupTests } from './group.ts'
import { interviewTests } from './interview.ts'
import { pictureTests } from './pictures.ts'
import { textTests } from './text.ts'
import { visiting } from './visiting.ts'

/** In one real browser: it takes a second to start, and the engine another. */
describe('the page', () => {
  const visit = visiting()
  describe('an interview', () => interviewTests(visit))
  describe('when the connection fails', () => connectionTests(visit))
  describe('whatever is written', () => textTests(visit))
  describe('a group', () => groupTests(visit))
  describe('a picture', () => pictureTests(visit))
  describe('for everyone', () => accessTests(visit))
})
