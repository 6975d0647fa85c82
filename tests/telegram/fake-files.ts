import { badRequest, Refusal } from './fake-refusal.ts'

/** Bytes of a file that bots may fetch, at most. */
const MOST_BYTES = 20 * 1024 * 1024

interface FakeFile {
  readonly bytes: Uint8Array
  readonly path: string
  /** Telegram no longer has it. */
  isGone: boolean
}

/** The files people sent. */
export class FakeFiles {
  private readonly files = new Map<string, FakeFile>()
  /** Paths asked for, with what was answered. */
  readonly fetched: { readonly path: string; readonly status: number }[] = []
  /** The next downloads break off so many times. */
  breaks = 0

  add(bytes: Uint8Array, folder = 'photos'): string {
    const id = `file-${this.files.size + 1}`
    this.files.set(id, { bytes, path: `${folder}/${id}.jpg`, isGone: false })
    return id
  }

  lose(id: string): void {
    const file = this.files.get(id)
    if (file) file.isGone = true
  }

  /** The answer to getFile. */
  describe(id: string) {
    const file = this.files.get(id)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > MOST_BYTES) throw badRequest('file is too big')
    return { file_id: id, file_unique_id: id, file_size: file.bytes.length, file_path: file.path }
  }

  /** The bytes under a path; a refusal where there are none. */
  fetch(path: string): Uint8Array {
    const file = [...this.files.values()].find((one) => one.path === path)
    const isThere = file !== undefined && !file.isGone
    this.fetched.push({ path, status: isThere ? 200 : 404 })
    if (!isThere) throw new Refusal(404, 'Not Found')
    return file.bytes
  }
}
