import { BlockList, isIP } from 'node:net'

/** Where a proxy of one's own stands: on this machine, or in the same private network. */
const nearby = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  nearby.addSubnet(net, prefix, 'ipv4')
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')
nearby.addSubnet('fe80::', 10, 'ipv6')

/** IPv4 as such, also where it comes by an IPv6 socket. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

function isNearby(peer: string): boolean {
  const address = plain(peer)
  const version = isIP(address)
  return version !== 0 && nearby.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Whose address counts for limits. `forwarded`, an X-Forwarded-For, is believed from a proxy nearby, and of it the
 * last hop alone: that one the proxy itself has seen, all before it anybody can write.
 */
export function clientAddress(peer: string, forwarded: string | undefined): string {
  if (forwarded === undefined || !isNearby(peer)) return peer
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  const [, bracketed, withPort] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(last) ?? []
  const address = bracketed ?? withPort ?? last
  return isIP(address) === 0 ? peer : address
}

/** What one person has: one address of IPv4, a /64 of IPv6. */
export function networkOf(address: string): string {
  const whole = plain(address)
  if (!whole.includes(':')) return whole
  const [head = '', tail] = whole.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')
}
