/** An answer of Telegram that says no. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: { readonly retry_after?: number; readonly migrate_to_chat_id?: number } | undefined
  constructor(code: number, description: string, parameters?: Refusal['parameters']) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
  get body() {
    const { code, message, parameters } = this
    return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) }
  }
}

export const badRequest = (what: string) => new Refusal(400, `Bad Request: ${what}`)
