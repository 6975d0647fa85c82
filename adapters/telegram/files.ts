import { type Api, GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import { mostPictureBytes, type Refusal } from '../picture-reader.ts'

/** A file that Telegram keeps. */
export interface TelegramFile {
  readonly id: string
  /** Bytes, where Telegram said so. */
  readonly size?: number
}

/** Milliseconds for one attempt, and before the second. */
const [PATIENCE, PAUSE] = [25_000, 500]

/** The picture of a message: a photo in its largest size, or a file that is a picture. */
export function pictureOf({ photo, document }: Message): TelegramFile | undefined {
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  const file = largest ?? (/^image\//i.test(document?.mime_type ?? '') ? document : undefined)
  return file && { id: file.file_id, ...(file.file_size !== undefined && { size: file.file_size }) }
}

/** Fetches files of pictures from the Bot API server at `root`. Errors hold neither token nor path. */
export function createFiles(api: Api, token: string, root = 'https://api.telegram.org') {
  async function get(path: string): Promise<Uint8Array | Refusal> {
    const url = `${root}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' })
    if (!response.ok || !response.body) throw new Error(`a file could not be fetched (HTTP_${response.status})`)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > mostPictureBytes) return 'bytes'
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }

  return async ({ id, size = 0 }: TelegramFile): Promise<Uint8Array | Refusal> => {
    if (size > mostPictureBytes) return 'bytes'
    try {
      const { file_path: path } = await api.getFile(id)
      if (path === undefined) return 'not_fetched'
      return await get(path).catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
        return get(path)
      })
    } catch (error) {
      return error instanceof GrammyError && /too big/i.test(error.description) ? 'bytes' : 'not_fetched'
    }
  }
}
