const scales = {
  zh: [
    [1e8, '[多余]?亿'],
    [1e4, '[多余]?万'],
  ],
  en: [
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
} as const

/** Made once: each takes longer to make than a figure to look for. */
const grouped = new Intl.NumberFormat('en-US')
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })

const escaped = (text: string) => text.replace(/[.]/g, '\\.')

/** Whether a text tells a figure, in digits: 39500000 as 39,500,000, as 3950万 or as 39.5 million. */
export function isFigureTold(value: number, language: 'zh' | 'en', text: string): boolean {
  const scaled = scales[language].flatMap(([unit, word]) => {
    const many = Number((value / unit).toFixed(4))
    return many * unit === value ? [`(?:${many}|${grouped.format(many)})${word}`] : []
  })
  const plain = [`${value}`, exact.format(value)]
  const forms = [...scaled, ...plain.map((form) => `${escaped(form)}(?![\\d]|[.,]\\d|[多余]?[万亿]| [mb]illion)`)]
  return new RegExp(`(?<![\\d]|\\d[.,])(?:${forms.join('|')})`, 'u').test(text)
}
