import { afterAll, beforeAll } from 'vitest'
import { hostContract } from '../contracts/host.ts'
import { diaryOnRestate } from './diary-host.ts'
import { type RestateServer, restateOfTheFile } from './restate-server.ts'

let server: RestateServer
const { open, close } = restateOfTheFile()
beforeAll(async () => {
  server = await open()
})
afterAll(close)

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
