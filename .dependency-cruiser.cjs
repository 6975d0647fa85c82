/** The arrows of the structure; tests/structure plants a violation of each and sees it caught. */
const inside = (room) => `^src/${room}/`
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'src-is-pure', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'src-uses-text-libraries-only',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|js-yaml|@fluent/bundle|opencc-js|minisearch|@monyone/aho-corasick)/',
      },
    },
    { name: 'src-knows-no-adapter', severity: 'error', from: { path: '^src/' }, to: { path: '^(adapters|tests)/' } },
    {
      name: 'adapters-use-the-one-door',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^src/', pathNot: '^src/index\\.ts$' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/', pathNot: '^adapters/start\\.ts$' },
      to: { path: '^adapters/([^/]+)/', pathNot: '^adapters/($1|hosting/host\\.ts$)' },
    },
    { name: 'nothing-uses-tests', severity: 'error', from: { path: '^(src|adapters)/' }, to: { path: '^tests/' } },
    {
      name: 'knowledge-knows-no-other-room',
      severity: 'error',
      from: { path: inside('knowledge') },
      to: { path: '^src/', pathNot: inside('knowledge') },
    },
    {
      name: 'verdict-and-reading-rest-on-knowledge',
      severity: 'error',
      from: { path: '^src/(verdict|reading)/' },
      to: { path: '^src/', pathNot: '^src/($1|knowledge)/' },
    },
    {
      name: 'questions-rest-on-knowledge',
      severity: 'error',
      from: { path: inside('questions') },
      to: { path: '^src/', pathNot: '^src/(questions|knowledge|reading/learned)/' },
    },
    {
      name: 'interview-and-wording-rest-on-the-verdict',
      severity: 'error',
      from: { path: '^src/(interview|wording)/' },
      to: { path: '^src/', pathNot: '^src/($1|money|verdict|knowledge)/' },
    },
    {
      name: 'money-rests-on-the-verdict',
      severity: 'error',
      from: { path: inside('money') },
      to: { path: '^src/', pathNot: '^src/(money|verdict|knowledge)/' },
    },
    {
      name: 'only-the-door-opens-the-dialogue',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(dialogue/|index\\.ts$)' },
      to: { path: inside('dialogue') },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
}
