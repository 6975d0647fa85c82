import { readFileSync } from 'node:fs'
import * as z from 'zod'

const form = z.object({
  version: z.string(),
  license: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dev: z.boolean().optional(),
})
const lockfile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), form) })

export type Locked = z.infer<typeof form>

/** Every package of the lockfile by its path, those of other systems too; the program itself left out. */
export const locked: ReadonlyMap<string, Locked> = new Map(
  Object.entries(lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8'))).packages).filter(
    ([path]) => path !== '',
  ),
)
