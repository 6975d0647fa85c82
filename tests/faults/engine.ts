import { readKnowledge } from '../../adapters/knowledge-files.ts'
import { createEngine, type Engine, type Language } from '../../src/index.ts'

const engines = new Map<Language, Engine>()

/** The engine, made once. */
export function engineFor(language: Language): Engine {
  const engine = engines.get(language) ?? createEngine(readKnowledge(), { language, law: 'cn' })
  engines.set(language, engine)
  return engine
}
