import type { CardPicture } from '../../src/index.ts'
import { colours, column, type Node, row, sheet, type Tone, tones, words } from './draw-node.ts'

/** The verdict, readable at a glance: what it says, element by element, two quotes, and what it rests on. */
export function cardLayout(card: CardPicture): Node {
  const tone = tones[card.verdict]
  return sheet(
    card.notice,
    words(card.title, { fontSize: 40, fontWeight: 700, color: colours.accent }),
    column(
      {
        backgroundColor: colours.surface,
        borderRadius: 28,
        border: `2px solid ${colours.line}`,
        overflow: 'hidden',
      },
      row(
        { backgroundColor: tone.soft, borderLeft: `16px solid ${tone.strong}`, padding: '36px 40px 36px 32px' },
        words(card.headline, { fontSize: 48, fontWeight: 700, flexGrow: 1, flexShrink: 1 }),
      ),
      column({ padding: '8px 40px' }, ...card.elements.map((element, at) => elementRow(element, tone, at > 0))),
    ),
    ...(card.quotes.length > 0 ? [quotesOf(card)] : []),
    words(card.basis, { fontSize: 34 }),
  )
}

function elementRow({ name, state, told }: CardPicture['elements'][number], tone: Tone, ruled: boolean): Node {
  const isMet = state === 'met'
  return row(
    {
      alignItems: 'center',
      gap: 28,
      padding: '24px 0',
      ...(ruled && { borderTop: `2px solid ${colours.line}` }),
    },
    sign(state, tone),
    words(name, { flexGrow: 1, flexShrink: 1, fontSize: 42, fontWeight: isMet ? 700 : 400 }),
    words(told, {
      flexShrink: 0,
      maxWidth: 460,
      textAlign: 'right',
      fontSize: 36,
      fontWeight: isMet ? 700 : 400,
      color: isMet ? tone.strong : colours.inkSoft,
    }),
  )
}

const signs = { met: '✓', open: '?', not_met: '–', authority: '§' } as const

function sign(state: CardPicture['elements'][number]['state'], tone: Tone): Node {
  const isMet = state === 'met'
  return row(
    {
      flexShrink: 0,
      width: 60,
      height: 60,
      borderRadius: 30,
      alignItems: 'center',
      justifyContent: 'center',
      border: `4px solid ${isMet ? tone.strong : colours.inkSoft}`,
      backgroundColor: isMet ? tone.strong : colours.surface,
    },
    words(signs[state], {
      fontSize: 36,
      lineHeight: 1,
      fontWeight: 700,
      color: isMet ? colours.surface : colours.inkSoft,
    }),
  )
}

const quotesOf = ({ quotesTitle, quotes, language }: CardPicture): Node =>
  column(
    { gap: 20 },
    words(quotesTitle, { fontSize: 34, color: colours.inkSoft }),
    ...quotes.map((quote) =>
      row(
        { backgroundColor: colours.mark, borderRadius: 20, padding: '20px 32px' },
        words(quoted(quote, language), { fontSize: 42, color: colours.markInk, flexShrink: 1 }),
      ),
    ),
  )

const quoted = (quote: string, language: CardPicture['language']) =>
  language === 'zh-Hant' ? `「${quote}」` : `“${quote}”`
