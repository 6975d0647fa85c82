import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Outside the copies of the program in which mutants run, for all of them to find. */
export const keptAt = join(tmpdir(), 'mutation-knowledge.bin')
