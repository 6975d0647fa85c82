import { Agent as PlainAgent, request as requestPlain } from 'node:http'
import { request as requestSecure, Agent as SecureAgent } from 'node:https'
import type { Transformer } from 'grammy'
import { type RequestBody, requestBody } from './request-body.ts'

/** A Bot API server gave no answer that can be used. Its message and code hold neither token nor text. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  /** The system's code, such as ECONNREFUSED, or HTTP_502. */
  readonly code: string
  constructor(method: string, code: string) {
    super(`the Bot API server gave no answer to ${method} (${code})`)
    this.code = code
  }
}

const defaultRoot = 'https://api.telegram.org'
/** Milliseconds; below what the host allows for one attempt. */
const PATIENCE = 25_000
/** As much again as Telegram may hold a long poll open. */
const POLL_PATIENCE = 60_000
const MOST_SOCKETS = 128

/** Takes the place of grammY's own: over kept connections, with errors that do not show the token. */
export function createTransport(token: string, apiRoot = defaultRoot): Transformer {
  const root = new URL(apiRoot)
  const isSecure = root.protocol === 'https:'
  const agentOptions = { keepAlive: true, maxSockets: MOST_SOCKETS, scheduling: 'lifo' } as const
  const agent = isSecure ? new SecureAgent(agentOptions) : new PlainAgent(agentOptions)
  const open = isSecure ? requestSecure : requestPlain
  const path = `${root.pathname.replace(/\/$/, '')}/bot${token}/`
  // The IPv6 address of a URL stands in brackets, which the system does not take.
  const host = root.hostname.replace(/^\[|\]$/g, '')
  const place = { agent, host, port: root.port || (isSecure ? 443 : 80), method: 'POST' }

  const post = (method: string, body: RequestBody, signal: Signal | undefined, isAgain = false) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = { 'content-type': body.type, 'content-length': body.bytes.length, host: root.host }
      const request = open({ ...place, path: path + method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('error', fail)
        response.on('end', () => {
          leave()
          resolve({ status: response.statusCode ?? 0, text })
        })
      })
      const abort = () => request.destroy(new Error('stopped'))
      const leave = () => signal?.removeEventListener('abort', abort)
      const fail = (error: Error) => {
        leave()
        const code = 'code' in error ? String(error.code) : error.message
        // A kept connection may be closed by the server just when it is used again: nothing was read from it.
        if (request.reusedSocket && code === 'ECONNRESET' && !isAgain) resolve(post(method, body, signal, true))
        else reject(new Unreachable(method, code))
      }
      request.on('error', fail)
      request.setTimeout(method === 'getUpdates' ? POLL_PATIENCE : PATIENCE, () =>
        request.destroy(new Error('ETIMEDOUT')),
      )
      if (signal?.aborted) abort()
      else signal?.addEventListener('abort', abort)
      request.end(body.bytes)
    })

  return async (_, method, payload, signal) => {
    const { status, text } = await post(method, await requestBody(payload), signal)
    const answer = parsed(text)
    if (typeof answer?.ok !== 'boolean') throw new Unreachable(method, `HTTP_${status}`)
    return answer
  }
}

/** grammY's own kind of signal, which has less than Node's. */
type Signal = NonNullable<Parameters<Transformer>[3]>

function parsed(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
