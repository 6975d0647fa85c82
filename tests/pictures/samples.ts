import { english } from './english.ts'
import { simplified } from './simplified.ts'
import { traditional } from './traditional.ts'

export const samples = [...simplified, ...traditional, ...english]
