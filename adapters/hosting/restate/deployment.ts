import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { conversationObject } from './calls.ts'
import { place } from './kept-state.ts'

/** Restate cannot be reached, or does not reach this bot. */
export class RestateRefused extends Error {
  override readonly name = 'RestateRefused'
}

const pause = 500

/**
 * Tells Restate where the objects are served. Tries for `patience` milliseconds, since machines start in any order;
 * then rejects with a `RestateRefused`.
 */
export async function register(adminUrl: string, serviceUrl: string, patience = 30_000): Promise<void> {
  const until = Date.now() + patience
  for (;;) {
    const problem = await attempt(adminUrl, serviceUrl)
    if (problem === undefined) return
    if (Date.now() > until) throw new RestateRefused(problem)
    await wait(pause)
  }
}

/** What was wrong, and the mend. */
async function attempt(adminUrl: string, serviceUrl: string): Promise<string | undefined> {
  let response: Response
  try {
    response = await fetch(`${adminUrl}/deployments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ uri: serviceUrl, force: true }),
      signal: AbortSignal.timeout(10_000),
    })
  } catch {
    return `RESTATE_ADMIN_URL: nothing answers at ${adminUrl}; expected the admin address of a running Restate server`
  }
  if (response.ok) return undefined
  const said = (await response.text()).slice(0, 300)
  return `RESTATE_SERVICE_URL: Restate could not use ${serviceUrl} (${response.status}: ${said}); expected an address under which it reaches RESTATE_PORT of this bot`
}

const names = z.object({ rows: z.array(z.object({ service_key: z.string() })) })

/** The names of all conversations' objects that keep something. */
export async function conversationsIn(adminUrl: string): Promise<string[]> {
  const query = `SELECT service_key FROM state WHERE service_name = '${conversationObject.name}' AND key = '${place}'`
  const response = await fetch(`${adminUrl}/query`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query }),
  })
  if (!response.ok)
    throw new RestateRefused(`RESTATE_ADMIN_URL: Restate could not list what it keeps (${response.status})`)
  return names.parse(await response.json()).rows.map((row) => row.service_key)
}
