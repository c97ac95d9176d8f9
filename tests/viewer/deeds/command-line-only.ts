/** Options that the page says, though no deed does: in the forms of a crawl. */
export const besideDeeds: Readonly<Record<string, readonly string[]>> = {
  crawl: [
    '--corpus',
    '--depth',
    '--max-pages',
    '--delay',
    '--sitemaps',
    '--archive',
    '--no-comments',
    '--contact',
    '--again',
  ],
}

const forScripts = 'lines for scripts; the page says it in words'

/** Options that stay on the command line, with the reason. */
export const commandLineOnly: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  analyse: {
    '--attributes': 'names tags in the order in which tables list them: whoever sets it writes a script',
    '--structure': 'terms of a regression, for those who have read METHOD.md',
    '--no-kept': 'for doubts about what is kept on this machine; the figures are the same',
    '--json': forScripts,
  },
  report: { '--coders': 'chooses among coders by their names; the page tells of all' },
  classify: { '--marks': 'a table of one’s own, a file of this machine' },
  crawl: {
    '--concurrency': 'a matter of the machine; the default suits every desk',
    '--render': 'the crawl finds out by itself which pages need a browser',
    '--resolve': 'a matter of method that is decided once, in a script',
    '--shard': 'a crawl on several machines is conducted from terminals',
    '--copy-to': 'a crawl on several machines is conducted from terminals',
    '--copy-every': 'a crawl on several machines is conducted from terminals',
    '--texts': 'keeps more of persons than hyperlinks do: decided once, with RECORD-OF-PROCESSING.md at hand',
    '--proxy': 'a proxy belongs to the machine: TOILE_PROXY says it once for all',
    '--user-agent': 'a page must not let a crawl pass for another program',
    '--from-archive': 'reads files of this machine, which a page can’t name',
    '--past': 'crawls of the past are set up with METHOD.md at hand',
    '--from': 'goes with --past',
    '--within': 'goes with --past',
    '--timeout': 'a matter of the network; the default suits every site met',
    '--max-bytes': 'a matter of memory; the default suits every page met',
    '--max-hours': 'a matter of courtesy that nobody should loosen by a click',
    '--allow-private': 'a page must not open this machine’s network to a crawl',
    '--json': forScripts,
  },
}

/** Commands without a button of their own: where the page does the same, or why it doesn't. */
export const elsewhere: Readonly<Record<string, string>> = {
  extract: 'reads an archive file by file, under a job engine; no study is open then',
  count: 'makes a corpus of the files of extract, with DuckDB, which the page does not install',
  status: 'the panel of the crawl, and the morning summary',
  shard: 'a crawl on several machines is conducted from terminals',
  share: 'a wave on several machines is conducted from terminals',
  merge: 'a crawl on several machines is conducted from terminals',
  changes: 'two waves on the map, with their list',
  words: 'the words in the panel of a site, those of each direction in the report; lists are for scripts',
  import: 'the start page imports a network',
  view: 'it serves this page',
  open: 'it serves this page',
  demo: 'the start page opens the demonstration',
  discovered: 'the queue of what is to be reviewed',
  'entity list': 'the table of sites',
  'entity show': 'the panel of a site',
  'entity set': 'the panel of a site, and cells of the table',
  'entity note': 'the panel of a site, and cells of the table',
  'entity tag': 'the panel of a site, and cells of the table',
  'entity untag': 'the panel of a site, and cells of the table',
  'entity name': 'names with their years come with a table of attributes',
  'entity unname': 'names with their years come with a table of attributes',
  'entity add-prefix': 'the addresses in the panel of a site',
  'entity date-prefix': 'the addresses in the panel of a site',
  'entity remove-prefix': 'the addresses in the panel of a site',
  'entity merge': 'the panel of a site, and suggestions',
  'entity split': 'the addresses in the panel of a site',
  'entity dismiss': 'suggestions that are answered No',
  'entity import': 'reads a file of this machine; cells are edited in the table',
  'entity log': 'the changes, under review and in the panel of a site',
  'entity undo': 'the changes, under review and in the panel of a site',
}
