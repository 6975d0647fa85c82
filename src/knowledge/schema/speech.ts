import * as z from 'zod'
import { topics } from './advice.ts'
import { phrases, spoken } from './forms.ts'
import { roles } from './role.ts'

export const commands = [
  'why',
  'back',
  'change',
  'show',
  'new',
  'switch',
  'language',
  'law',
  'stop',
  'help',
  'privacy',
  'export',
  'delete',
  'cases',
  'todo',
  'crime',
  'card',
  'money',
  'start',
  'more',
  'thanks',
  'safe',
  'settings',
  'here',
  'private',
  'ask',
] as const

/** What a person may want once the verdict was told, by the choice that gives it; `verdict` is to hear it again. */
export const wishes = [
  'role:relative',
  'role:promoter',
  'role:member',
  'role:invited',
  'crime',
  'advice:report',
  'advice:refuse',
  'advice:evidence',
  'advice:money_sent',
  'thanks',
  'verdict',
  'todo',
] as const

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const

/** Whole messages that mean a command, an answer or a role; compared after normalising. */
export const speech = z.strictObject({
  answers: z.strictObject({ yes: spoken, no: spoken, unknown: spoken, hedges: spoken }),
  commands: z.record(z.enum(commands), spoken),
  topics: z.record(z.enum(topics), phrases),
  roles: z.record(z.enum(roles), spoken),
  languages: z.record(z.enum(languages), spoken),
  greetings: spoken,
  /** Patterns: the message asks whether something is a pyramid scheme, without describing it. */
  inquiries: spoken,
  /** Patterns: the message asks how to change a plan so that it no longer matches, which nobody is taught. */
  evasions: spoken,
  /** Patterns: money was paid or lost, not just now. */
  losses: spoken,
  /** Patterns: whole messages that ask for everything to be deleted. */
  deletions: spoken,
  /** Patterns over a message in which {place} stands for the name of a place that has a law here. */
  whereabouts: z.strictObject({
    /** The person is there, or wants that law: the whole message. */
    here: spoken,
    /** How it would be there as well. */
    compare: spoken,
  }),
  /** Patterns: whole messages that ask for the verdict card, and for the money picture. */
  card_requests: spoken,
  money_requests: spoken,
  /** Patterns, tried in this order after the verdict: what a whole sentence asks for. */
  wishes: z.record(z.enum(wishes), spoken),
})

export type Speech = z.infer<typeof speech>
export type Wish = (typeof wishes)[number]
export type Command = (typeof commands)[number]
