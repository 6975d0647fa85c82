import { tellQuote } from './offer.ts'
import type { CardPicture, MoneyPicture, Picture } from './picture.ts'
import type { Speaker } from './speaker.ts'

/** All that a picture says, in words alone: for where it cannot be drawn or seen. */
export const tellPicture = (speaker: Speaker, picture: Picture): string =>
  (picture.kind === 'card' ? cardLines(speaker, picture) : moneyLines(speaker, picture)).join('\n')

function cardLines(speaker: Speaker, { title, headline, elements, quotesTitle, quotes, basis, notice }: CardPicture) {
  return [
    title,
    headline,
    ...elements.map(({ name, told }) =>
      speaker.say('advice-line', { says: speaker.say('card-element', { name, state: told }) }),
    ),
    ...(quotes.length > 0 ? [quotesTitle, ...quotes.map((quote) => tellQuote(speaker, quote))] : []),
    basis,
    notice,
  ]
}

function moneyLines(speaker: Speaker, picture: MoneyPicture) {
  const { title, terms, needed, levelsTitle, levels, bottom, assumptionsTitle, assumptions, notice } = picture
  const gap = picture.language === 'en' ? ' ' : ''
  const listed = (says: string) => speaker.say('advice-line', { says })
  return [
    title,
    terms,
    `${needed.figure}${gap}${needed.says}`,
    levelsTitle,
    ...levels.map(({ says, passes }) => listed(speaker.list([says, ...passes]))),
    `${bottom.figure}${gap}${bottom.says}`,
    assumptionsTitle,
    ...assumptions.map(listed),
    notice,
  ]
}
