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
      name: 'vocabulary-imports-nothing',
      comment:
        'The words of the study (zones, statuses, codes) run in a browser too: they stand on nothing else of the house.',
      severity: 'error',
      from: { path: room('data/vocabulary') },
      to: { path: ground, pathNot: [room('data/vocabulary'), 'node_modules'] },
    },
    {
      name: 'curation-stands-on-the-corpus',
      comment:
        'Curation changes a corpus by asking its store. Nothing else on the ground floor knows that it is there.',
      severity: 'error',
      from: { path: room('data'), pathNot: room('data/curate') },
      to: { path: room('data/curate') },
    },
    {
      name: 'seeds-knows-only-data',
      comment: 'Seed lists are read before anything else exists; they may use addresses and records, nothing later.',
      severity: 'error',
      from: { path: room('seeds') },
      to: { path: room('crawler|graph|viewer|tests|data/curate') },
    },
    {
      name: 'crawler-writes-a-corpus-only',
      comment: 'The crawler ends at the corpus. What is read from it later (graph, map) must not reach back.',
      severity: 'error',
      from: { path: room('crawler') },
      to: { path: room('graph|viewer|tests|data/curate') },
    },
    {
      name: 'graph-never-sees-the-crawl',
      comment:
        'Analysis, exchange and report work on any corpus, old or from another machine: they never see the crawler that made it.',
      severity: 'error',
      from: { path: room('graph') },
      to: { path: room('crawler|viewer|seeds|tests|data/curate') },
    },
    {
      name: 'analysis-reads-a-corpus',
      comment:
        'A measure knows neither the formats of files nor the words of the report, and changes nothing but its own results.',
      severity: 'error',
      from: { path: room('graph/analysis') },
      to: { path: room('graph/exchange|graph/report|graph/explain|data/store/import|data/store/curate') },
    },
    {
      name: 'words-read-a-corpus',
      comment:
        'What citations say is counted from a corpus; who writes or tells it, and how, is not the business of the count.',
      severity: 'error',
      from: { path: room('graph/words') },
      to: { path: room('graph/exchange|graph/report|graph/explain|data/store/import|data/store/curate') },
    },
    {
      name: 'exchange-knows-no-report',
      comment:
        'Exchange reads and writes networks in the forms of other programs; how findings are told is not its business.',
      severity: 'error',
      from: { path: room('graph/exchange') },
      to: { path: room('graph/report|graph/explain') },
    },
    {
      name: 'report-tells-a-corpus',
      comment:
        'The report tells what is stored; the forms of other programs are not its business, and it changes nothing.',
      severity: 'error',
      from: { path: room('graph/report') },
      to: { path: room('graph/exchange|graph/explain|data/store/import|data/store/curate') },
    },
    {
      name: 'explanations-run-in-a-page',
      comment:
        'What is reckoned of the graph alone is reckoned by a published page, too: it asks no corpus, and reads no words.',
      severity: 'error',
      from: { path: room('graph/explain/reckon|graph/explain/chance|graph/explain/ways|viewer/explained') },
      to: { path: room('data/store|graph/words|graph/explain/commands|viewer/server|viewer/publish|viewer/client') },
    },
    {
      name: 'stages-do-not-import-each-other',
      comment: 'Frontier, fetch and extract are stages: a turn hands records from one to the next.',
      severity: 'error',
      from: { path: `${ground}crawler/(frontier|fetch|extract)/` },
      to: { path: `${ground}crawler/(frontier|fetch|extract|turn|tell)/`, pathNot: `${ground}crawler/$1/` },
    },
    {
      name: 'watch-knows-no-turn',
      comment: 'What notes a reading knows nothing of whose it is: turns tell it.',
      severity: 'error',
      from: { path: room('crawler/watch') },
      to: { path: room('crawler/turn|crawler/frontier|crawler/tell') },
    },
    {
      name: 'tell-knows-no-turn',
      comment:
        'What a crawl says of itself is told from records that turns hand over: it could be told by another program.',
      severity: 'error',
      from: { path: room('crawler/tell') },
      to: { path: room('crawler/turn|crawler/frontier|crawler/watch') },
    },
    {
      name: 'client-knows-vocabulary-and-protocol',
      comment:
        'The map runs in a browser: it knows the words of the study and what the server says to it (protocol), and nothing else of the house, not even as a type.',
      severity: 'error',
      from: { path: `${ground}viewer/client/` },
      to: {
        path: `${ground}(data|crawler|graph|seeds|viewer/server|viewer/publish|cli)`,
        pathNot: room('data/vocabulary'),
      },
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
      comment:
        'Two files that import each other, were it only for types, are one file that has not been thought through.',
      severity: 'error',
      from: {},
      to: { circular: true },
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
      conditionNames: ['node', 'import', 'types', 'default'],
    },
  },
}
