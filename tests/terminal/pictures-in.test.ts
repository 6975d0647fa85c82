import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picturePath } from '../../adapters/terminal/picture-path.ts'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { drawAll } from '../pictures/sample-files.ts'
import { samples } from '../pictures/samples.ts'
import { root, run } from './built-program.ts'

let folder = ''
let poster = ''
beforeAll(async () => {
  const [file] = await drawAll(samples.slice(0, 1))
  folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  poster = join(folder, 'a poster.jpg')
  await writeFile(poster, file ?? '')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const line = (image: string) => JSON.stringify({ chat: 'c', user: 'ann', kind: 'private', image })
const answersOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one))

describe('the built program', () => {
  test('reads a picture named in a line, and tells what is wrong with another', async () => {
    const input = [line(poster), line(join(folder, 'none.png')), line(folder), line('package.json')].join('\n')
    const { code, out, err } = await run(['chat', '--json', '--memory'], {}, input)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [read, missing, directory, none] = answersOf(out)
    expect(read.replies[0].text).toContain('“入会费2680元”（第1张图第3行）')
    expect(missing.error).toContain('could not be read (ENOENT)')
    expect(directory.error).toContain('EISDIR')
    expect(none.replies[0].text).toContain('这个文件不是图片')
  })

  test('reads one whose path is typed or dropped into the chat', async () => {
    const { out } = await run(['chat', '--memory'], { LANGUAGE: 'zh-Hans' }, `'${poster}'\n`)
    expect(out).toContain('正在读图')
    expect(out).toContain('第1张图我读了')
  })

  test('without the optional packages says that it cannot read pictures here, and does all else', async () => {
    const bare = await temporaryFolder()
    cpSync(join(root, 'dist'), join(bare, 'dist'), { recursive: true })
    cpSync(join(root, 'knowledge'), join(bare, 'knowledge'), { recursive: true })
    cpSync(join(root, 'package.json'), join(bare, 'package.json'))
    mkdirSync(join(bare, 'node_modules'))
    const absent =
      /^(?:sharp|@img|onnxruntime.*|@gutenye|tesseract.*|@tesseract.*|zxing-wasm|wechaty.*|file-box|@takumi-rs|@expo-google-fonts)$/
    for (const name of readdirSync(join(root, 'node_modules')))
      if (!absent.test(name)) symlinkSync(join(root, 'node_modules', name), join(bare, 'node_modules', name))
    const input = [line(poster), JSON.stringify({ chat: 'c', user: 'ann', kind: 'private', text: '入会费2680元' })]
    const { code, out, err } = await run(['chat', '--json', '--memory'], {}, input.join('\n'), bare)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [unread, text] = answersOf(out)
    expect(unread.replies[0].text).toContain('这里没有装读图的功能')
    expect(text.replies[0].text).toContain('2680')
  })
})

describe('a line that is the path of a picture', () => {
  test.each([
    ['/home/ann/poster.png', '/home/ann/poster.png'],
    ["'/home/ann/a poster.JPG' ", '/home/ann/a poster.JPG'],
    ['"C:\\pictures\\poster.jpeg"', 'C:\\pictures\\poster.jpeg'],
    ['/home/ann/a\\ poster\\ \\(1\\).webp', '/home/ann/a poster (1).webp'],
    ['~/poster.png', `${homedir()}/poster.png`],
    ['./poster.png', './poster.png'],
    ['file:///home/ann/a%20poster.png', '/home/ann/a poster.png'],
  ])('%s', (typed, path) => expect(picturePath(typed)).toBe(path))
  test.each([
    '入会费2680元',
    'poster.png',
    '看看 /home/ann/poster.png',
    '/start',
    '/home/ann/notes.txt',
    'https://a.example/x.png',
    'file:///%',
  ])('%s is none', (typed) => expect(picturePath(typed)).toBeUndefined())
})
