import { InputFile } from 'grammy'

/** What is posted to the Bot API, with its content type. */
export interface RequestBody {
  readonly type: string
  readonly bytes: Uint8Array
}

/** JSON, or a multipart form where a file goes along. */
export async function requestBody(payload: object): Promise<RequestBody> {
  const entries = Object.entries(payload).filter(([, value]) => value !== undefined)
  if (!entries.some(([, value]) => value instanceof InputFile))
    return { type: 'application/json', bytes: Buffer.from(JSON.stringify(payload)) }
  const form = new FormData()
  for (const [name, value] of entries) {
    if (value instanceof InputFile) form.append(name, new Blob([await bytesOf(value)]), value.filename ?? name)
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const written = new Response(form)
  return {
    type: written.headers.get('content-type') ?? 'multipart/form-data',
    bytes: new Uint8Array(await written.arrayBuffer()),
  }
}

async function bytesOf(file: InputFile): Promise<Uint8Array<ArrayBuffer>> {
  const raw = await file.toRaw()
  if (raw instanceof Uint8Array) return new Uint8Array(raw)
  const parts: Uint8Array[] = []
  for await (const part of raw) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}
