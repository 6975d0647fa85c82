import type { Given } from './fake-forms.ts'
import { Refusal } from './fake-refusal.ts'

/** An update of any kind, of a documented form or not. */
export interface FakeUpdate {
  readonly update_id: number
  readonly [kind: string]: unknown
}

interface Poll {
  readonly answer: () => void
  readonly refuse: (error: Refusal) => void
}

/** Updates on their way to the bot: fetched by polling, or posted to its webhook. */
export class FakeDeliveries {
  /** Not confirmed yet, in order. */
  readonly waiting: FakeUpdate[] = []
  webhook: Given<'setWebhook'> | undefined
  /** Where the webhook's URL is served in truth. */
  webhookAt: string | undefined
  /** Statuses of the bot's answers to posts. */
  readonly answers: number[] = []
  /** The kinds the bot asked for; undefined: all. */
  allowed: readonly string[] | undefined
  private poll: Poll | undefined
  private last = 100
  private posting = false
  private closed = false
  /** Given once more, so an offset past them does not drop them before they were handed out. */
  private readonly repeats = new Set<FakeUpdate>()

  /** A new update with the next number. */
  push(content: Readonly<Record<string, unknown>>): FakeUpdate {
    const update = { ...content, update_id: ++this.last }
    this.deliver(update)
    return update
  }

  /** The very same update, as it comes when Telegram did not hear that it was taken. */
  again(update: FakeUpdate): void {
    this.repeats.add(update)
    this.deliver(update)
  }

  private deliver(update: FakeUpdate): void {
    const kind = Object.keys(update).find((name) => name !== 'update_id') ?? ''
    if (this.allowed && !this.allowed.includes(kind)) return
    this.waiting.push(update)
    this.poll?.answer()
    void this.post()
  }

  async fetch({ offset, limit, timeout, allowed_updates }: Given<'getUpdates'>): Promise<FakeUpdate[]> {
    if (this.webhook)
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    this.poll?.refuse(
      new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    )
    this.allowed = allowed_updates
    this.waiting.splice(
      0,
      this.waiting.length,
      ...this.waiting.filter((one) => one.update_id >= offset || this.repeats.has(one)),
    )
    if (this.waiting.length > 0 || timeout === 0 || this.closed) return this.handOut(limit)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.poll?.answer(), timeout * 1000)
      const end = () => {
        clearTimeout(timer)
        this.poll = undefined
      }
      this.poll = {
        answer: () => {
          end()
          resolve(this.handOut(limit))
        },
        refuse: (error) => {
          end()
          reject(error)
        },
      }
    })
  }

  private handOut(limit: number): FakeUpdate[] {
    const some = this.waiting.slice(0, limit)
    for (const one of some) this.repeats.delete(one)
    return some
  }

  setWebhook(webhook: Given<'setWebhook'> | undefined): void {
    this.webhook = webhook
    this.allowed = webhook?.allowed_updates
    void this.post()
  }

  /** Posts what waits, one after another, each until the bot answers 2xx. */
  private async post(): Promise<void> {
    if (this.posting) return
    this.posting = true
    for (let update = this.waiting[0]; this.webhook && update && !this.closed; update = this.waiting[0]) {
      const { url, secret_token } = this.webhook
      const headers = {
        'content-type': 'application/json',
        ...(secret_token && { 'x-telegram-bot-api-secret-token': secret_token }),
      }
      const status = await fetch(this.webhookAt ?? url, { method: 'POST', headers, body: JSON.stringify(update) }).then(
        (response) => response.status,
        () => 0,
      )
      this.answers.push(status)
      if (status >= 200 && status < 300) this.waiting.shift()
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
    this.posting = false
  }

  close(): void {
    this.closed = true
    this.poll?.answer()
  }

  reopen(): void {
    this.closed = false
  }
}
