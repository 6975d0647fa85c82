import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deliver } from '../../adapters/hosting/host.ts'
import type { Note } from '../contracts/diary.ts'
import { diaryHost, openDiaries } from './diary-host.ts'

/** A host over `folder`, with what it delivered and what troubled it. */
export async function openFolder(
  folder: string,
  more: Parameters<typeof diaryHost>[2] & { deliver?: Deliver<Note> } = {},
) {
  const got: string[] = []
  const troubles: string[] = []
  const deliver: Deliver<Note> = async (key, { text }, { update, index }) => {
    got.push(`${key}/${update}:${index} ${text}`)
  }
  const onTrouble = (message: string) => troubles.push(message)
  const host = diaryHost(await openDiaries(folder), more.deliver ?? deliver, { onTrouble, ...more })
  const say = async (key: string, text: string, update = text) => (await host.submit(key, update, { text })).delivered
  return { host, say, got, troubles }
}

export const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
/** The file and the copy of the only conversation there is. */
export const bothFiles = async (folder: string) => {
  const [file, copy, ...others] = (await filesOf(folder)).sort()
  if (file === undefined || copy !== `${file}.copy` || others.length > 0)
    throw new Error(`expected a file and its copy, found ${others.length + 2}`)
  return [file, copy] as const
}
export const onlyFile = async (folder: string) => (await bothFiles(folder))[0]
/** One after the other. */
export const each = async (files: readonly string[], work: (file: string) => Promise<unknown>) => {
  for (const file of files) await work(file)
}

/** What is kept in a file, without its checksum. */
export const lineOf = async (file: string) => (await readFile(file, 'utf8')).split('\n')[0] ?? ''
