import { writeFileSync } from 'node:fs'
import { assembled, codeFile } from './assemble.ts'

writeFileSync(codeFile, await assembled())
