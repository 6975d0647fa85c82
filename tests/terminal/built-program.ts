import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** The repository; the program is built in its dist/ (npm run build). */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Starts the built program with this environment and no other. */
export function begin(args: readonly string[], env: Record<string, string> = {}, from = root) {
  const start = join(from, 'dist', 'adapters', 'start.js')
  const child = spawn(process.execPath, [start, ...args], { env: { PATH: process.env.PATH ?? '', ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.on('error', () => {})
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  )
  return { child, ended }
}

/** Runs the built program to its end. */
export async function run(args: readonly string[], env: Record<string, string> = {}, input = '', from = root) {
  const { child, ended } = begin(args, env, from)
  child.stdin.end(input)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err }
}
