import type { ServerResponse } from 'node:http'

/** As much of a request as a webhook needs; a standard `Request` is one as well. */
export interface Posted {
  readonly method: string
  readonly headers: { get(name: string): string | null }
  /** Read once, by this or by `text`; null where there is none. */
  readonly body: AsyncIterable<Uint8Array> | null
  /** The whole body as UTF-8. */
  text(): Promise<string>
}

/** What is answered. */
export interface Answered {
  readonly status: number
  /** The body, where there is one. */
  readonly text?: string
  /** Its media type; plain text where it is not given. */
  readonly type?: string
}

export function answer(outgoing: ServerResponse, { status, text = '', type }: Answered): void {
  outgoing
    .writeHead(status, {
      'content-length': Buffer.byteLength(text),
      ...(text !== '' && { 'content-type': type ?? 'text/plain; charset=utf-8', 'cache-control': 'no-store' }),
    })
    .end(text)
}
