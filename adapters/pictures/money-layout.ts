import type { MoneyPicture } from '../../src/index.ts'
import { colours, column, type Node, row, sheet, type Tone, tones, words } from './draw-node.ts'

/** Pixels: the top of the drawn pyramid and its foot. */
const [NARROWEST, WIDEST] = [520, 952]
const calm: Tone = { strong: colours.accent, soft: '#e2f1ee' }

/** How many people it takes, the levels as a pyramid that widens downwards, and who stands at the bottom. */
export function moneyLayout(picture: MoneyPicture): Node {
  const { title, terms, needed, levelsTitle, levels, bottom, assumptionsTitle, assumptions, notice } = picture
  return sheet(
    notice,
    column(
      { gap: 8 },
      words(title, { fontSize: 50, fontWeight: 700, lineHeight: 1.35, color: colours.accent }),
      words(terms, { fontSize: 38, lineHeight: 1.4 }),
    ),
    row(
      { ...boxed(calm), alignItems: 'center', gap: 32 },
      words(needed.figure, {
        fontSize: needed.figure.length > 6 ? 56 : 92,
        lineHeight: 1.1,
        ...strongly(calm),
        flexShrink: 0,
      }),
      words(needed.says, { fontSize: 40, lineHeight: 1.4, flexShrink: 1, flexGrow: 1 }),
    ),
    column(
      { gap: 10, alignItems: 'center' },
      words(levelsTitle, { fontSize: 38, fontWeight: 700, width: WIDEST, textAlign: 'center' }),
      ...levels.flatMap((level, at) => levelRows(level, at, levels.length)),
    ),
    column(
      { ...boxed(tones.pyramid), gap: 12 },
      words(bottom.figure, { fontSize: 64, lineHeight: 1.2, ...strongly(tones.pyramid) }),
      shareBar(bottom.share),
      words(bottom.says, { fontSize: 40, lineHeight: 1.4 }),
    ),
    column(
      { gap: 4 },
      words(assumptionsTitle, { fontSize: 34, fontWeight: 700 }),
      ...assumptions.map((one) =>
        row(
          { gap: 14 },
          words('·', { fontSize: 34, lineHeight: 1.4, fontWeight: 700, flexShrink: 0 }),
          words(one, { fontSize: 34, lineHeight: 1.4, flexShrink: 1, flexGrow: 1 }),
        ),
      ),
    ),
  )
}

const boxed = ({ strong, soft }: Tone) => ({
  backgroundColor: soft,
  borderLeft: `16px solid ${strong}`,
  borderRadius: 20,
  padding: '24px 32px',
})

const strongly = ({ strong }: Tone) => ({ fontWeight: 700, color: strong })

function levelRows({ says, passes, skips }: MoneyPicture['levels'][number], at: number, count: number): Node[] {
  const { strong } = tones.pyramid
  const isPassing = passes.length > 0
  const width = count === 1 ? WIDEST : NARROWEST + Math.round(((WIDEST - NARROWEST) * at) / (count - 1))
  const drawn = column(
    {
      width,
      alignItems: 'center',
      padding: '10px 12px',
      borderRadius: 14,
      backgroundColor: isPassing ? strong : colours.surface,
      border: `2px solid ${isPassing ? strong : colours.line}`,
      color: isPassing ? colours.surface : colours.ink,
    },
    words(says, { fontSize: 36, lineHeight: 1.4, textAlign: 'center' }),
    ...passes.map((one) => words(one, { fontSize: 36, lineHeight: 1.4, fontWeight: 700, textAlign: 'center' })),
  )
  return skips ? [dots, drawn] : [drawn]
}

const dot: Node = {
  type: 'container',
  style: { width: 8, height: 8, borderRadius: 4, backgroundColor: colours.inkSoft },
  children: [],
}
/** Levels left out. */
const dots: Node = column({ gap: 5 }, dot, dot, dot)

/** All members, with those of this share filled from the left. */
const shareBar = (share: number): Node =>
  row(
    {
      height: 36,
      borderRadius: 18,
      overflow: 'hidden',
      border: `3px solid ${tones.pyramid.strong}`,
      backgroundColor: colours.surface,
    },
    {
      type: 'container',
      style: { width: `${Math.floor(share * 1000) / 10}%`, height: 36, backgroundColor: tones.pyramid.strong },
      children: [],
    },
  )
