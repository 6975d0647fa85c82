/**
 * Why a picture was not read: it is none; of a kind that is not read; too many bytes; too many pixels; damaged; has
 * no text; pictures cannot be read here; it took too long, or too much memory; too many of one person, or of all; it
 * could not be fetched.
 */
export const pictureRefusals = [
  'not_a_picture',
  'kind',
  'bytes',
  'too_large',
  'broken',
  'nothing',
  'unable',
  'too_slow',
  'too_heavy',
  'too_many',
  'busy',
  'not_fetched',
] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

/** What a QR code leads to: a contact or group of a messenger, a payment, or anything else. */
export const linkKinds = ['contact', 'payment', 'link'] as const

/** What a QR code is: a link of some kind, or words. */
export const codeKinds = [...linkKinds, 'words'] as const
