import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import { describe, expect, test } from 'vitest'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }

/** What looks like a secret in a text, by rule and place; never the secret itself. */
async function secretsIn(path: string, content: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath: resolve(path), content, contentType: 'text', ext: extname(path) },
    options: { config, maskSecrets: true },
  })
  return messages.map(({ ruleId, loc }) => `${path}:${loc.start.line}: ${ruleId}`)
}

describe('secrets', () => {
  test('none stands in a file of the repository', async () => {
    const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    })
    const paths = names.split('\0').filter((path) => path !== '')
    expect(paths.length).toBeGreaterThan(400)
    const found: string[] = []
    for (const path of paths) {
      const bytes = readFileSync(path)
      if (!bytes.includes(0)) found.push(...(await secretsIn(path, bytes.toString())))
    }
    expect(found).toEqual([])
  })

  // Put together here, so that this file holds none.
  const planted = {
    'a private key': [
      '-----BEGIN RSA PRIVATE',
      ` KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(8)}\n-----END RSA PRIVATE KEY-----`,
    ],
    'a password in an address': ['https://someone:', 'Xq93kd0Lw2@example.com/'],
    'a token of a code host': ['ghp_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'],
  }
  test.each(Object.entries(planted))('%s would be seen', async (_, parts) => {
    expect(await secretsIn('notes.txt', parts.join(''))).not.toEqual([])
  })
})
