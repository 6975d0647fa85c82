import type { Context } from 'hono'
import { mostPictureBytes, type Refusal } from '../picture-reader.ts'
import { mostPictures } from './protocol.ts'

/** The bytes of a picture that was chosen on the page. */
export type PictureFile = () => Promise<Uint8Array | Refusal>

const typeOf = (c: Context) => c.req.header('content-type') ?? ''

/** Whether a message comes with pictures: as a form, `message` with the JSON of one, and `picture` for each. */
export const hasPictures = (c: Context): boolean => /^multipart\/form-data\b/i.test(typeOf(c))

/** What was posted, not checked further; undefined where it is of another form. */
export async function read(c: Context): Promise<{ message: unknown; pictures: readonly PictureFile[] } | undefined> {
  try {
    if (/^application\/json\b/i.test(typeOf(c))) return { message: await c.req.json<unknown>(), pictures: [] }
    if (!hasPictures(c)) return undefined
    const form = await c.req.formData()
    const [message, pictures] = [form.get('message'), form.getAll('picture')]
    if (typeof message !== 'string' || pictures.length > mostPictures) return undefined
    const files = pictures.filter((one) => typeof one !== 'string')
    return { message: JSON.parse(message), pictures: files.map((file) => () => bytesOf(file)) }
  } catch {
    return undefined
  }
}

const bytesOf = async (file: Blob): Promise<Uint8Array | Refusal> =>
  file.size > mostPictureBytes ? 'bytes' : new Uint8Array(await file.arrayBuffer())
