import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const none = ["'none'"]
const self = ["'self'"]

/** Nothing from elsewhere, nothing inline, in no frame; where people come by https, by nothing else for a year. */
export const headersFor = (isHttps: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      connectSrc: self,
      imgSrc: ["'self'", 'data:', 'blob:'],
      baseUri: none,
      formAction: none,
      frameAncestors: none,
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: isHttps && 'max-age=31536000',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      usb: [],
      displayCapture: [],
    },
  })

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i

/**
 * Bound to this machine, the server answers to its names and its public one alone: no page elsewhere can pass its
 * own name off as it.
 */
export function answersTo(boundTo: string, host: string | undefined, publicUrl: string | undefined): boolean {
  const bracketed = boundTo.includes(':') ? `[${boundTo}]` : boundTo
  if (!loopback.test(bracketed)) return true
  const named = parsed(`http://${host ?? ''}`)?.hostname ?? ''
  return loopback.test(named) || (publicUrl !== undefined && named === parsed(publicUrl)?.hostname)
}

/**
 * Whether a request comes from the page itself. Browsers say so by `Sec-Fetch-Site`, which no script can set, and
 * older ones by `Origin`. A proxy may pass on another `Host` than the one people see.
 */
export function isFromPage(
  { site, origin, host }: Record<'site' | 'origin' | 'host', string | undefined>,
  publicUrl: string | undefined,
): boolean {
  if (site !== undefined) return site === 'same-origin'
  if (publicUrl !== undefined && origin === publicUrl) return true
  return origin !== undefined && host !== undefined && parsed(origin)?.host === host.toLowerCase()
}

const parsed = (address: string) => (URL.canParse(address) ? new URL(address) : undefined)
