/** As much of a request as a webhook needs; a standard `Request` is one as well. */
export interface Posted {
  readonly method: string
  readonly headers: { get(name: string): string | null }
  /** Read once, by this or by `text`; null where there is none. */
  readonly body: AsyncIterable<Uint8Array> | null
  /** The whole body as UTF-8. */
  text(): Promise<string>
}

/** What is answered: a status, without a body. */
export interface Answered {
  readonly status: number
}
