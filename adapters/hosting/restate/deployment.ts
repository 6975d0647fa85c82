import { setTimeout as wait } from 'node:timers/promises'

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
