import type { MoneyPicture } from '../../src/index.ts'
import { colours, column, type Node, row, sheet, tones, words } from './draw-node.ts'

/** Pixels: the top of the drawn pyramid and its foot. */
const [NARROWEST, WIDEST] = [460, 952]
const { strong, soft } = tones.pyramid

/** How many people it takes, the levels as a pyramid that widens downwards, and who stands at the bottom. */
export function moneyLayout(picture: MoneyPicture): Node {
  const { title, terms, needed, levelsTitle, levels, bottom, assumptionsTitle, assumptions, notice } = picture
  return sheet(
    notice,
    column(
      { gap: 12 },
      words(title, { fontSize: 52, fontWeight: 700, lineHeight: 1.35, color: colours.accent }),
      words(terms, { fontSize: 40 }),
    ),
    figureOf(needed.figure, needed.says, colours.accent, '#e2f1ee'),
    column(
      { gap: 14, alignItems: 'center' },
      words(levelsTitle, { fontSize: 40, fontWeight: 700, width: WIDEST, textAlign: 'center' }),
      ...levels.flatMap((level, at) => levelRows(level, at, levels.length)),
    ),
    column({ gap: 20 }, figureOf(bottom.figure, bottom.says, strong, soft), shareBar(bottom.share)),
    column(
      { gap: 10 },
      words(assumptionsTitle, { fontSize: 34, fontWeight: 700 }),
      ...assumptions.map((one) =>
        row(
          { gap: 16 },
          words('·', { fontSize: 32, fontWeight: 700, flexShrink: 0 }),
          words(one, { fontSize: 32, flexShrink: 1, flexGrow: 1 }),
        ),
      ),
    ),
  )
}

const figureOf = (figure: string, says: string, strongColour: string, softColour: string): Node =>
  column(
    {
      backgroundColor: softColour,
      borderLeftWidth: 16,
      borderColor: strongColour,
      borderRadius: 20,
      padding: '28px 36px',
    },
    words(figure, { fontSize: 92, lineHeight: 1.2, fontWeight: 700, color: strongColour }),
    words(says, { fontSize: 44 }),
  )

function levelRows({ says, passes, skips }: MoneyPicture['levels'][number], at: number, count: number): Node[] {
  const isPassing = passes.length > 0
  const width = count === 1 ? WIDEST : NARROWEST + Math.round(((WIDEST - NARROWEST) * at) / (count - 1))
  const drawn = column(
    {
      width,
      alignItems: 'center',
      padding: '16px 20px',
      borderRadius: 16,
      backgroundColor: isPassing ? strong : colours.surface,
      borderWidth: 2,
      borderColor: isPassing ? strong : colours.line,
      color: isPassing ? colours.surface : colours.ink,
    },
    words(says, { fontSize: 36, textAlign: 'center' }),
    ...passes.map((one) => words(one, { fontSize: 38, fontWeight: 700, textAlign: 'center' })),
  )
  return skips ? [dots, drawn] : [drawn]
}

const dot: Node = {
  type: 'container',
  style: { width: 10, height: 10, borderRadius: 5, backgroundColor: colours.inkSoft },
  children: [],
}
/** Levels left out. */
const dots: Node = column({ gap: 10, padding: '4px 0' }, dot, dot, dot)

/** All members, with those of this share filled from the left. */
const shareBar = (share: number): Node =>
  row(
    {
      height: 44,
      borderRadius: 22,
      overflow: 'hidden',
      borderWidth: 2,
      borderColor: strong,
      backgroundColor: colours.surface,
    },
    {
      type: 'container',
      style: { width: `${Math.floor(share * 1000) / 10}%`, height: 44, backgroundColor: strong },
      children: [],
    },
  )
