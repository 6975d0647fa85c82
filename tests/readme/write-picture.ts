import { writeFileSync } from 'node:fs'
import { picture } from './picture.ts'

writeFileSync(new URL('dialogue.svg', import.meta.url), picture())
