import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Bytes of one line, beyond which it is not kept. */
export const longestLine = 64 * 1024 * 1024

/**
 * The lines of a stream, without their ends; `undefined` for one that is too long. Only a line feed ends a
 * line, as JSON Lines has it: readline would also cut at U+2028. Bytes that are no UTF-8 become U+FFFD.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (part: Uint8Array) => {
    size += part.length
    if (size <= longestLine) parts.push(part)
    else parts = []
  }
  const finish = () => {
    const line = size > longestLine ? undefined : new TextDecoder().decode(Buffer.concat(parts)).replace(/\r$/, '')
    parts = []
    size = 0
    return line
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      take(bytes.subarray(start, end))
      start = end + 1
      yield finish()
    }
    take(bytes.subarray(start))
  }
  if (size > 0) yield finish()
}

/** Resolves once `output` can take more. */
export async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
