// A conversation that only remembers what was said.
import { z } from 'zod'

export const stateSchema = z.strictObject({ said: z.array(z.string()) })
export const replySchema = z.strictObject({ text: z.string() })
export const messages = (n) => ({ text: `message ${n}` })
export const updatesIn = ({ said }) => said.length
export const turn = (state, { text }) => {
  const said = [...(state?.said ?? []), text]
  return [{ said }, [{ text: `${said.length}` }, { text: 'go on' }]]
}
