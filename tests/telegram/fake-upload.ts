import { readPng } from '../pictures/png.ts'
import { badRequest, Refusal } from './fake-refusal.ts'

/** Fields that are texts; everything else in a form is JSON, as Telegram documents. */
const texts: ReadonlySet<string> = new Set(['text', 'caption', 'parse_mode'])
const MOST_BYTES = 10 * 1024 * 1024

/** The parameters of a request: of JSON, or of a multipart form with the files that were uploaded. */
export async function parametersOf(body: Buffer, type: string): Promise<unknown> {
  if (!/^multipart\/form-data/i.test(type)) return body.length === 0 ? {} : JSON.parse(body.toString())
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value !== 'string' || texts.has(name) ? value : JSON.parse(value)]),
  )
}

/** Refuses, as Telegram does, what is no photo it takes. */
export async function photoIn(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) throw badRequest('file must be non-empty')
  if (bytes.length > MOST_BYTES) throw new Refusal(413, 'Request Entity Too Large')
  const size = sizeOf(bytes)
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)]
  if (short + long > 10_000 || long > 20 * short) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return bytes
}

function sizeOf(bytes: Uint8Array) {
  try {
    return readPng(bytes)
  } catch {
    throw badRequest('IMAGE_PROCESS_FAILED')
  }
}
