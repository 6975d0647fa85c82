import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import fc from 'fast-check'

const esc = '\u001b'
/** Each turns text round, hides it, or makes a terminal, a page or a parser do something. */
const marks = [
  ...'\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
  ...['\ud800', '\udbff', '\udc00', '\udfff', '\ufffe', '\uffff', '\ufffd', '\u{e0041}', '\u{e007f}', '\u{10ffff}'],
  ...[`${esc}[2J`, `${esc}[31m`, `${esc}]0;t\u0007`, `${esc}[6n`, `${esc}c`, `${esc}Pq${esc}\\`, '\u009b31m', '\u0090'],
  ...['\0', '\u0007', '\b', '\r', '\n', '\t', '\v', '\f', '\u007f', '\u0085', '\u00a0', '\u3000', '\u00ad', '\u115f'],
  ...['\u0301', '\u0e47', '\u20e3', '\ufe0f', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '﷽', 'ﬃ', 'İ', 'ß', 'ǆ', '𝟚', '㊙'],
]
const pitch = '入会费2680元，推荐一个人奖励800元'

/** Words that have broken programs: the Big List of Naughty Strings, and every mark alone, often, and within a pitch. */
export const hostileWords: readonly string[] = [
  ...naughty,
  ...marks.flatMap((mark) => [mark, mark.repeat(300), `${pitch}${mark}`, [...pitch].join(mark)]),
]

const pieces = [
  ...[
    '交2680元',
    '入会费',
    '推荐一个人奖励800',
    '下面的人再拉',
    '必须拉两个',
    '不用',
    '没有',
    '保证收益',
    '要',
    '不知道',
  ],
  ...['joining fee 99', 'bring two people', 'guaranteed 10% a month', 'no fee', 'yes', 'no', "I don't know", '$', '¥'],
  ...[
    '/start',
    '/law hk',
    '/law',
    '/ask',
    '/settings',
    '/delete',
    '/new',
    '/show',
    '/export',
    '/card',
    '/money',
    '/why',
  ],
  ...[
    '@',
    '#',
    '，',
    '。',
    '？',
    '\n',
    ' ',
    '9'.repeat(40),
    '1e309',
    '-0',
    'NaN',
    '９９９',
    '九千九百九十九亿',
    '１３８００１３８０００',
  ],
  ...[
    '(',
    '[',
    '{',
    '<b>',
    '</pre>',
    '&lt;',
    '*',
    '_',
    '`',
    '\\',
    '"',
    "'",
    '{{',
    '${',
    '%s',
    '../',
    '__proto__',
    'constructor',
  ],
]
const anyPiece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...naughty) },
)

/** Words of anyone: of pitches, commands and marks, thrown together; now and then very many of them. */
export const anyWords: fc.Arbitrary<string> = fc.oneof(
  { weight: 40, arbitrary: fc.array(anyPiece, { maxLength: 12 }).map((some) => some.join('')) },
  { weight: 8, arbitrary: fc.constantFrom(...hostileWords) },
  { weight: 1, arbitrary: fc.tuple(anyPiece, fc.nat(4_000)).map(([one, times]) => one.repeat(times).slice(0, 20_000)) },
)
