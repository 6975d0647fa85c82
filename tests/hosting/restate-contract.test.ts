import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { hostContract } from '../contracts/host.ts'
import { diaryOnRestate } from './diary-host.ts'
import { type RestateServer, startRestate } from './restate-server.ts'

let folder: string
let server: RestateServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restate-'))
  server = await startRestate(folder)
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

let hosts = 0

/** Each host has conversations of its own, though all share one server. */
hostContract('Restate', async (deliver) => {
  const own = `${++hosts} `
  const host = diaryOnRestate(server, (key, reply, origin) => deliver(key.slice(own.length), reply, origin))
  return {
    ...host,
    submit: (key, update, message) => host.submit(own + key, update, message),
    peek: (key) => host.peek(own + key),
    forget: (key) => host.forget(own + key),
  }
})
