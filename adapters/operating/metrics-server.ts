import { createServer } from 'node:http'
import { listenOn } from '../listen-on.ts'
import { type Answered, answer } from '../posted.ts'
import type { Health } from './health.ts'
import { healthPaths } from './health-paths.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsPlace {
  readonly host: string
  readonly port: number
}

/**
 * Serves `/metrics` in Prometheus' text form, `/healthz` and `/readyz`, on a port of their own. Resolves to its
 * address. It answers to the very end of the program, so that its ending can be watched.
 */
export async function serveMetrics({ host, port }: MetricsPlace, metrics: Metrics, health: Health): Promise<string> {
  const { registry, ready } = metrics
  const scrape = async () => {
    ready.set((await health.hindrance()) === undefined ? 1 : 0)
    return { status: 200, text: await registry.metrics(), type: registry.contentType }
  }
  const handlers = new Map<string, () => Promise<Answered>>([
    ...healthPaths(health).map(({ path, handle }) => [path, handle] as const),
    ['/metrics', scrape],
  ])
  const server = createServer((incoming, outgoing) => {
    const handle = handlers.get(incoming.url?.split('?', 1)[0] ?? '') ?? missing
    handle().then(
      (answered) => answer(outgoing, answered),
      () => answer(outgoing, { status: 500 }),
    )
  })
  server.headersTimeout = 5_000
  server.requestTimeout = 5_000
  server.maxConnections = 100
  return listenOn(server.unref(), { host, port, named: { host: 'METRICS_HOST', port: 'METRICS_PORT' } })
}

const missing = async () => ({ status: 404, text: 'here are /metrics, /healthz and /readyz' })
