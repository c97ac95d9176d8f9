/**
 * The borders between rooms. Each rule carries the sentence that explains it; tests/borders plants a violation of each.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const ground = process.env.TOILE_BORDERS_ROOT ? `^${process.env.TOILE_BORDERS_ROOT}/` : '^'
const room = names => `${ground}(${names})/`

export default {
  forbidden: [
    {
      name: 'data-stands-alone',
      comment: 'data is the ground floor: what a corpus is. It imports no other room, so every room can stand on it.',
      severity: 'error',
      from: { path: room('data') },
      to: { path: room('crawler|graph|viewer|seeds|tests') },
    },
    {
      name: 'seeds-knows-only-data',
      comment: 'Seed lists are read before anything else exists; they may use addresses and records, nothing later.',
      severity: 'error',
      from: { path: room('seeds') },
      to: { path: room('crawler|graph|viewer|tests') },
    },
    {
      name: 'crawler-writes-a-corpus-only',
      comment: 'The crawler ends at the corpus. What is read from it later (graph, map) must not reach back.',
      severity: 'error',
      from: { path: room('crawler') },
      to: { path: room('graph|viewer|tests') },
    },
    {
      name: 'graph-reads-a-corpus-only',
      comment: 'The analysis works on any corpus, old or from another machine: it never sees the crawler that made it.',
      severity: 'error',
      from: { path: room('graph') },
      to: { path: room('crawler|viewer|tests') },
    },
    {
      name: 'stages-do-not-import-each-other',
      comment: 'Frontier, fetch and extract are stages: crawl.ts hands records from one to the next.',
      severity: 'error',
      from: { path: `${ground}crawler/(frontier|fetch|extract)/` },
      to: { path: `${ground}crawler/(frontier|fetch|extract)/`, pathNot: `${ground}crawler/$1/` },
    },
    {
      name: 'client-imports-types-only',
      comment: 'The map runs in a browser: from other rooms it may take types, never code of the server or of SQLite.',
      severity: 'error',
      from: { path: `${ground}viewer/client/` },
      to: { path: `${ground}(data|crawler|graph|seeds|viewer/server|cli)`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-store-knows-sqlite',
      comment: 'All SQL lives in data/store, so that the schema can change in one place.',
      severity: 'error',
      from: { path: ground, pathNot: [`${ground}data/store/`, `${ground}tests/`, 'node_modules'] },
      to: { path: 'better-sqlite3' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file that has not been thought through.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads somewhere that package.json or the house provides.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: process.env.TOILE_BORDERS_ROOT ? '(^|/)dist/' : '(^|/)dist/|tests/borders/planted' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
