import * as z from 'zod'

/** Where conversations are kept for several machines, and how Restate and this bot reach each other. */
export interface RestateSettings {
  readonly url: string
  readonly adminUrl: string
  readonly host: string
  readonly port: number
  readonly serviceUrl?: string
  readonly identityKeys?: readonly string[]
}

const address = (whose: string) => `expected the address ${whose}, without a path, such as`
const origin = (error: string) =>
  z
    .url({ protocol: /^https?$/, error, abort: true })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, error)
    .transform((url) => new URL(url).origin)
    .optional()

const port = 'expected a number from 1 to 65535'
const keys = 'expected public keys as Restate prints them at its start, publickeyv1_…, with commas between'

export const restateVariables = {
  RESTATE_URL: origin(`${address('where a Restate server takes calls')} http://127.0.0.1:8080`),
  RESTATE_ADMIN_URL: origin(`${address('of its admin interface')} http://127.0.0.1:9070`),
  RESTATE_SERVICE_URL: origin(`${address('under which Restate reaches this bot')} http://bots.internal:9080`),
  RESTATE_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'expected the name or address of a network interface, such as 127.0.0.1 or 0.0.0.0')
    .optional(),
  RESTATE_PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, port)
    .transform(Number)
    .refine((number) => number <= 65_535, port)
    .optional(),
  RESTATE_IDENTITY_KEYS: z
    .string()
    .regex(/^publickeyv1_[1-9A-HJ-NP-Za-km-z]+(,publickeyv1_[1-9A-HJ-NP-Za-km-z]+)*$/, keys)
    .transform((list) => list.split(','))
    .optional(),
}

type Variables = z.infer<z.ZodObject<typeof restateVariables>>

const everywhere = new Set(['0.0.0.0', '::'])

/** What is set of Restate; a text names what is missing, and the mend. */
export function restateOf(
  env: Variables & { readonly WECHATY_PUPPET?: string | undefined },
): RestateSettings | string | undefined {
  const { RESTATE_URL: url, RESTATE_HOST: host = '127.0.0.1', RESTATE_PORT, RESTATE_SERVICE_URL } = env
  if (url === undefined) {
    const without = Object.keys(restateVariables).find((name) => Object.hasOwn(env, name))
    return without && `RESTATE_URL is missing; set it beside ${without}, or unset ${without}`
  }
  if (env.WECHATY_PUPPET)
    return 'WECHATY_PUPPET is set beside RESTATE_URL; a WeChat login lives in one process. Run WeChat by itself, without RESTATE_URL, or unset WECHATY_PUPPET'
  if (everywhere.has(host) && !RESTATE_SERVICE_URL)
    return `RESTATE_SERVICE_URL is missing; with RESTATE_HOST=${host} set it to the address under which Restate reaches this bot, such as the load balancer's`
  return {
    url,
    adminUrl: env.RESTATE_ADMIN_URL ?? withPort(url, 9070),
    host,
    port: RESTATE_PORT ?? 9080,
    ...(RESTATE_SERVICE_URL && { serviceUrl: RESTATE_SERVICE_URL }),
    ...(env.RESTATE_IDENTITY_KEYS && { identityKeys: env.RESTATE_IDENTITY_KEYS }),
  }
}

function withPort(url: string, port: number): string {
  const other = new URL(url)
  other.port = String(port)
  return other.origin
}
