import type { Served } from '../terminal/serving.ts'

/** Where figures and health are served, once they are. */
export async function metricsOf({ log }: Served): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const address = log().find(({ msg }) => msg === 'metrics are served')?.address
    if (typeof address === 'string') return address
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('metrics are served nowhere')
}

/** One sample line each: name and labels as written, and the value. */
export async function scrape(address: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${address}metrics`)).text()
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const at = line.lastIndexOf(' ')
        return [line.slice(0, at), Number(line.slice(at + 1))] as const
      }),
  )
}
