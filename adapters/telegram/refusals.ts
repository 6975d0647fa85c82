import { GrammyError } from 'grammy'
import { Undelivered } from '../hosting/host.ts'
import { Unreachable } from './transport.ts'

/** Telegram says so where the bot is no longer welcome or the chat is no more. */
const gone =
  /chat not found|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|PEER_ID_INVALID|bot is not a member|group chat was deactivated|user is deactivated/i

/**
 * What a failed call means for a reply. The message holds the code alone: Telegram's description may repeat the
 * text, and grammY's error carries it whole.
 */
export function refusal(error: unknown): unknown {
  if (!(error instanceof GrammyError)) return error
  const { error_code: code, description, parameters } = error
  const message = `Telegram answered ${code}`
  if (code === 429) return new Undelivered(message, { after: 1000 * (parameters.retry_after ?? 1) })
  if (code === 403 || (code === 400 && gone.test(description))) return new Undelivered(message, 'gone')
  if (code === 400 || code === 413) return new Undelivered(message, 'never')
  return new Error(message)
}

/** Telegram cannot be reached, or has trouble of its own. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof GrammyError && error.error_code >= 500)

const refused = (error: unknown): string =>
  error instanceof GrammyError && error.error_code === 400 ? error.description : ''

export const isRefusedForm = (error: unknown): boolean => /can't parse entities|ENTIT/i.test(refused(error))
export const isRefusedButton = (error: unknown): boolean => /BUTTON|reply markup|keyboard/i.test(refused(error))
/** This picture, or any; `gone` says that of the chat. */
export const isRefusedPhoto = (error: unknown): boolean =>
  (error instanceof GrammyError && error.error_code === 413) || /photo|image|caption|file/i.test(refused(error))
export const isLostThread = (error: unknown): boolean => /message thread not found/i.test(refused(error))

export const movedTo = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined

const conflict = (error: unknown): string =>
  error instanceof GrammyError && error.error_code === 409 ? error.description : ''

/** Updates cannot be fetched while a webhook is set. */
export const isWebhookSet = (error: unknown): boolean => /webhook/i.test(conflict(error))
const isRivalled = (error: unknown) => conflict(error) !== '' && !isWebhookSet(error)
const rivalled =
  'another bot runs with the same TELEGRAM_BOT_TOKEN; end it, or, where several run on Restate, set TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET on each'

/** Milliseconds until Telegram takes more for this chat. */
export const busyFor = (error: unknown): number | undefined =>
  error instanceof GrammyError && error.error_code === 429 ? 1000 * (error.parameters.retry_after ?? 1) : undefined

/** Why a call failed, in a word that shows neither token nor text. */
export const reason = (error: unknown): string =>
  error instanceof GrammyError
    ? `Telegram answered ${error.error_code}${isRivalled(error) ? `: ${rivalled}` : ''}`
    : error instanceof Error && 'code' in error
      ? String(error.code)
      : 'no answer'
