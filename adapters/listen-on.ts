import type { Server } from 'node:http'
import { SettingsError } from './settings.ts'

/** A network interface and a port, with the variables that set them. */
export interface Place {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly named: { readonly host: string; readonly port: string }
}

/** Resolves to the address once connections are taken there. Rejects with a SettingsError that names the variable. */
export async function listenOn(server: Server, { host, port, named }: Place): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(mended(error, { host, port, named })))
    server.listen(port, host, resolve)
  })
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${actual}/`
}

function mended(error: NodeJS.ErrnoException, { host, port, named }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(
        `${named.port}: ${port} is already in use; set ${named.port} to a free one, or 0 for any`,
      )
    case 'EACCES':
      return new SettingsError(
        `${named.port}: ${port} may not be used by this user; set ${named.port} to one above 1023, or 0 for any`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new SettingsError(
        `${named.host}: ${host} is no address of this machine; set ${named.host} to 127.0.0.1, or 0.0.0.0 for all of its addresses`,
      )
    default:
      return error
  }
}
