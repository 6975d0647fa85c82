import type { codeKinds } from '../knowledge/schema/seen-picture.ts'

/** What a QR code holds, as far as people are told. */
export interface Code {
  readonly kind: (typeof codeKinds)[number]
  /** Where a link leads: the name of its host, or of the program that opens it; of words, their beginning. */
  readonly shown: string
}

/** Characters that are shown, at most. */
const MOST_SHOWN = 60

const payment = /^(?:wxp:|alipays?:|https?:\/\/(?:qr\.alipay\.com|qr\.95516\.com|payapp\.wechatpay\.cn)(?:[/?#:]|$))/iu
const contact =
  /^(?:weixin:|https?:\/\/(?:u\.wechat\.com|weixin\.qq\.com\/[rgx]\/|work\.weixin\.qq\.com|wx\.qq\.com|t\.me|telegram\.me|line\.me|wa\.me|qm\.qq\.com)(?:[/?#:]|$|(?<=\/)))/iu
const link =
  /^(?:https?:\/\/)?(?:[^\s/?#@]{0,200}@)?((?:[\p{L}\d_-]{1,63}\.){1,10}\p{L}{2,24}|\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?(?:[/?#]|$)/iu
const scheme = /^([a-z][a-z\d+.-]{1,20}):/iu

/** What a QR code's text is. It is never opened. */
export function codeOf(text: string): Code {
  const held = text.trim()
  const host = link.exec(held)?.[1]?.toLowerCase()
  const program = scheme.exec(held)?.[1]?.toLowerCase()
  const shown = host ?? program
  if (payment.test(held)) return { kind: 'payment', shown: shown ?? '' }
  if (contact.test(held)) return { kind: 'contact', shown: shown ?? '' }
  if (host !== undefined) return { kind: 'link', shown: host }
  const points = [...held.replace(/\s+/gu, ' ')]
  return {
    kind: 'words',
    shown: points.length > MOST_SHOWN ? `${points.slice(0, MOST_SHOWN - 1).join('')}…` : points.join(''),
  }
}
