import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** From here, from dist/adapters/web and from a shared piece in dist, the places this module runs from. */
const places = ['../../dist/web/', '../../web/', './web/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

const types = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
}

export interface PageFile {
  readonly body: Buffer
  readonly type: string
  readonly etag: string
}

/** The page as it was built, by the path it is served at. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  const folder = places.find((path) => existsSync(`${path}index.html`))
  if (folder === undefined) throw new Error('the page has not been built; run npm run build')
  return new Map(
    Object.entries(types).map(([name, type]) => {
      const body = readFileSync(folder + name)
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      return [name === 'index.html' ? '/' : `/${name}`, { body, type, etag }]
    }),
  )
}
