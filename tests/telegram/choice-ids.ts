import { choiceIds } from '../../src/knowledge/messages.ts'
import { knowledge } from '../ground.ts'

/** Every id a choice can have. */
export const everyChoiceId = (): string[] => [
  ...choiceIds,
  ...[...knowledge.facts.keys()].map((fact) => `change:${fact}`),
  ...[...knowledge.laws.keys()].map((law) => `law:${law}`),
  ...['zh-Hans', 'zh-Hant', 'en'].map((language) => `language:${language}`),
  'switch:9999',
]
