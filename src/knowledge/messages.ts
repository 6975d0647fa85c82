import { topics } from './schema/advice.ts'
import { caseLaws, caseStatuses } from './schema/offer-case.ts'
import { jurisdictions } from './schema/question.ts'
import { roles } from './schema/role.ts'
import { linkKinds, pictureRefusals } from './schema/seen-picture.ts'
import { verdictLabels } from './schema/verdict-label.ts'

type Dashed<Name extends string> = Name extends `${infer Head}${':' | '_'}${infer Rest}`
  ? `${Head}-${Dashed<Rest>}`
  : Name

/** A name of the data or a choice's id as the ids of messages write it: not_pyramid → not-pyramid. */
export const dashed = <Name extends string>(name: Name): Dashed<Name> => name.replace(/[:_]/g, '-') as Dashed<Name>

type Family<Prefix extends string, Name extends string, Variable extends string> = {
  readonly [Id in `${Prefix}-${Dashed<Name>}`]: readonly Variable[]
}

/** One message for each name of an enumeration, all with the same variables. */
const family = <Prefix extends string, Name extends string, Variable extends string = never>(
  prefix: Prefix,
  names: readonly Name[],
  ...variables: readonly Variable[]
) => Object.fromEntries(names.map((name) => [`${prefix}-${dashed(name)}`, variables])) as Family<Prefix, Name, Variable>

/** Everything that can be chosen under a label of its own. */
export const choiceIds = [
  'yes',
  'no',
  'unknown',
  'more',
  'cases',
  'todo',
  'crime',
  'change',
  'card',
  'money',
  'new',
  'begin',
  'resume',
  'language',
  'help',
  'same',
  'another',
  'danger:yes',
  'danger:no',
  'here',
  'private',
  'set:watching',
  'set:verdicts',
  'set:language',
  'set:quiet',
  ...roles.map((role) => `role:${role}` as const),
  ...topics.map((topic) => `advice:${topic}` as const),
] as const

/** Every message that the code says, with the variables it gives: both files of wording/ have to have it, with no others. */
export const messages = {
  'language-name': [],
  quote: ['quote'],
  'cite-document': ['title', 'paragraphs'],
  'cite-authority': ['name', 'year'],
  'cite-place': ['name', 'places'],

  ...family('understood', ['first', 'more', 'also', 'nothing', 'nothing_more', 'already', 'again']),
  ...family('understood', ['line', 'account', 'claim'], 'line'),
  'understood-unknown': ['fact'],
  'understood-number': ['fact', 'value'],
  percent: ['percent'],
  'evidence-quoted': ['statement', 'quote'],
  'evidence-answered': ['statement'],
  place: ['part'],
  'place-speaker': ['part', 'who'],
  'place-picture': ['picture', 'line'],
  shown: [],
  'shown-nothing': [],

  'question-contradiction': ['yes', 'no', 'question'],
  ...family('question', ['account', 'claim'], 'quote', 'question'),
  'why-asked': ['why', 'basis'],
  'help-unknown': ['look', 'ask'],
  'not-understood': [],
  ...family('not-understood', ['again', 'choice', 'after']),
  'number-expected': [],
  stale: [],
  'no-text': [],
  'no-link': [],
  'too-long': ['most'],
  edited: [],
  'picture-read': ['which', 'lines'],
  'picture-refused': ['picture', 'reason'],
  'picture-poor': ['picture'],
  'picture-paste': [],
  ...family('picture', pictureRefusals),
  ...family('code', linkKinds, 'picture', 'place'),
  'code-words': ['picture', 'words'],
  ...family('handed', ['over', 'over_nothing', 'to_another']),

  ...family('label', verdictLabels),
  'verdict-other-fraud': ['name', 'says', 'hotline', 'mark'],
  'verdict-same': [],
  'verdict-case': ['title', 'status', 'comparison'],
  'verdict-open': ['changes'],
  'verdict-open-fraud': [],
  'verdict-change': ['condition', 'verdict'],
  'verdict-missing': ['facts'],
  'verdict-warnings': ['warnings'],
  'verdict-basis': ['basis', 'date'],
  'element-met': ['name', 'because'],
  'element-met-alike': ['name'],
  'elements-seen': ['elements'],
  ...family('elements', ['not_met', 'open'], 'names'),
  'lower-after-change': [],
  'fraud-first': ['name', 'hotline'],
  'law-elsewhere': ['law'],
  ...family('case', ['shared', 'different', 'open', 'apart'], 'facts'),
  'case-otherwise': [],
  'case-other-law': [],
  'case-named': ['name', 'title'],
  'case-standing': ['status', 'year'],
  'case-elsewhere': ['place', 'standing'],
  ...family('where', caseLaws),
  'law-not-here': ['laws', 'law'],
  'law-suggested': ['word', 'law', 'id'],
  compared: [],
  'compared-law': ['law', 'headline', 'short', 'open', 'date'],
  'compared-how': [],
  ...family('status', caseStatuses),
  ...family('reason', ['met', 'not_met', 'open', 'authority'], 'name', 'says'),
  'reason-basis': ['basis'],
  'reason-defence': ['name', 'says'],
  'reason-warning': ['label', 'says', 'basis'],
  'case-full': ['title', 'status', 'told', 'decided', 'comparison', 'basis'],
  'cases-none': [],
  crime: ['name', 'says', 'state', 'basis'],
  'not-yet': [],

  ...family('card', ['title', 'quotes', 'caption']),
  ...family('card-state', ['met', 'not_met', 'open', 'authority']),
  'card-element': ['name', 'state'],
  'card-basis': ['basis', 'date'],
  'card-notice': ['date'],
  ...family('money', ['title', 'levels', 'assumptions', 'none', 'missing', 'currencies']),
  ...family('money-terms', ['amount', 'percent'], 'price', 'reward'),
  'money-terms-share': ['reward'],
  ...family('money-needed', ['one', 'many'], 'people', 'price'),
  'money-its-price': [],
  ...family('money-level', ['first', 'next'], 'level', 'people'),
  'money-passes': ['place', 'people'],
  'money-share': ['share'],
  'money-at-bottom-one': [],
  'money-at-bottom-many': ['people'],
  ...family('money-assume', ['same', 'direct', 'others']),
  ...family('money-assume-each', ['needed', 'said', 'two'], 'people'),
  'money-assume-short': ['people', 'gets', 'price'],
  'money-source': ['place', 'year', 'source'],
  'money-sources': ['sources'],
  'money-caption': ['needed', 'passes', 'share', 'bottom'],
  'money-world': ['level', 'place'],
  'amount-expected': [],

  ...family('advice', topics),
  'advice-line': ['says'],
  'advice-none': [],
  'report-line': ['name', 'contact', 'says'],

  ...family('ask', ['role', 'language', 'law', 'switch', 'change', 'which_offer', 'danger_now']),
  ...family('ask', ['switch_none', 'change_none']),
  'role-set': [],
  ...family('language', ['set'], 'law', 'date'),
  ...family('law', ['set'], 'law', 'date'),
  'offer-name': ['number', 'quote'],

  ...family('danger', ['still', 'group'], 'call'),
  'danger-over': [],
  'past-loss': [],
  greeting: [],
  help: [],
  privacy: [],
  export: [],
  deleted: [],
  stopped: [],
  'resumed-after': [],
  'new-offer': [],
  thanks: [],
  'not-coached': ['where'],
  ...family('back', ['nothing', 'all', 'done', 'role']),

  'law-question': ['question'],
  ...family('law-question', ['how', 'unknown', 'elsewhere', 'offer']),
  ...family('law-question', ['near'], 'questions'),
  ...family('law-answer', ['holds'], 'law', 'date'),
  ...family('law-answer', ['other'], 'law'),
  ...family('jurisdiction', jurisdictions),

  'group-statement': ['statement', 'amount'],
  'group-shows': ['statements'],
  'group-elements': ['elements', 'basis'],
  'group-elements-none': ['basis'],
  'group-fraud': ['hotline'],
  'group-find-out': ['question'],
  'group-contradiction': ['question'],
  'group-private-how': ['token'],
  ...family('group', [
    'nothing',
    'quoted_nothing',
    'shows_none',
    'ask_me',
    'result_private',
    'in_private',
    'not_yours',
    'past',
  ]),
  ...family('group', ['greeting', 'help', 'privacy', 'settings', 'admins_only', 'quiet_form']),
  'settings-in-group': [],
  setting: ['name', 'state'],
  ...family('setting', ['on', 'off', 'follows']),
  'setting-hours': ['from', 'to', 'zone'],

  ...family('choice', choiceIds),
} as const

export type MessageId = keyof typeof messages
export type VariableOf<Id extends MessageId> = (typeof messages)[Id][number]
