import type { WriteLine } from './log.ts'

/** Variables whose values nobody but the program may know, its puppets' own included. */
const secret = /TOKEN|SECRET|PASSWORD|CREDENTIAL|API_?KEY|PRIVATE/i
/** A shorter value stands in ordinary words as well. */
const SHORTEST = 8

/** Writes lines in which no secret of this environment stands, wherever a line has it from. */
export function withoutSecrets(env: NodeJS.ProcessEnv, write: WriteLine): WriteLine {
  const secrets = Object.entries(env)
    .flatMap(([name, value = '']) => (secret.test(name) && value.length >= SHORTEST ? [value] : []))
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .sort((one, other) => other.length - one.length)
  if (secrets.length === 0) return write
  return (line) => write(secrets.reduce((clean, value) => clean.replaceAll(value, '[secret]'), line))
}
