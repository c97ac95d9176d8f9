import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { parseCount, parseNumber, corpusOption } from '#data/command/command-options.ts'
import { Mistake, Stopped } from '#data/mistake.ts'
import { corpusFile, corpusOfSeeds } from '#data/store/base/corpus-file.ts'
import { entityOutcomes } from '#data/store/visits/crawl-findings.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { readShard, sayShard } from '#data/store/shares/shard.ts'
import { checkWhole } from '#data/store/base/check-whole.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { type CrawlOptions, crawlDefaults } from './crawl-options.ts'
import { knownArchives } from './fetch/past/known-archives.ts'
import { describeOutcome } from './tell/describe-outcome.ts'
import { describeStatus } from './tell/describe-status.ts'
import { countCommand } from './harvest/count-command.ts'
import { extractCommand } from './harvest/extract-command.ts'
import { optOutCommand } from './opt-out-command.ts'
import { type GivenOptions, refuseClashes, sayIdle } from './refuse-clashes.ts'
import { mergeSharesCommand } from './shares/merge-command.ts'
import { shardCommand } from './shares/shard-command.ts'
import { shareCommand } from './shares/share-command.ts'
import { describeShares } from './shares/describe-shares.ts'
import { statusOfShares } from './shares/status-of-shares.ts'
import { suspicions } from './tell/suspicions.ts'

/** What a room above tells of a corpus beside its crawl, in lines; '' for nothing. */
type TellMore = (corpus: Corpus) => string

/** `crawl`, `status`, `shard`, `share`, `merge`, `opt-out`, `extract` and `count`; `status` ends with what `tellMore` says. */
export const crawlerCommands = (around: Surroundings, tellMore: TellMore = () => ''): Command[] => [
  crawlCommand(around),
  statusCommand(around, tellMore),
  shardCommand(around),
  shareCommand(around),
  mergeSharesCommand(around),
  optOutCommand(around),
  extractCommand(around),
  countCommand(around),
]

interface CrawlFlags extends Omit<CrawlOptions, 'seeds' | 'corpus' | 'contact'> {
  readonly corpus?: string
  readonly contact?: string
  readonly json?: true
}

const crawlCommand = (around: Surroundings): Command =>
  new Command('crawl')
    .description('Starts the crawl of a seed list, or goes on with it after any kind of stop.')
    .argument('<seeds>', "the seed list, a CSV file with a column 'url'")
    .option('--corpus <file>', "the corpus, one SQLite file (default: data/corpora/<seed file's name>.sqlite)")
    .option(
      '--depth <clicks>',
      "clicks from an entity's start pages, inside the entity",
      parseCount(),
      crawlDefaults.depth,
    )
    .option('--max-pages <count>', 'pages per entity', parseCount(1), crawlDefaults.maxPages)
    .option(
      '--delay <seconds>',
      'between the end of one answer of a host and the next request to it; a longer Crawl-delay wins',
      parseNumber(0),
      crawlDefaults.delay,
    )
    .option(
      '--concurrency <count>',
      'requests in flight over all hosts',
      parseCount(1, 1000),
      crawlDefaults.concurrency,
    )
    .addOption(
      new Option('--render <mode>', 'read pages as their scripts build them: never, when they show the need, or always')
        .choices(['never', 'auto', 'always'])
        .default(crawlDefaults.render),
    )
    .addOption(
      new Option(
        '--resolve <links>',
        'links to other entities are followed by one request to learn where they lead: none, those of known shorteners, or all',
      )
        .choices(['none', 'known', 'all'])
        .default(crawlDefaults.resolve),
    )
    .option('--sitemaps', "the pages that the sites' sitemaps list become start pages, too")
    .option(
      '--shard <k/n>',
      'visit the sites of share k (from 0) of n alone: see `shard`, and `merge`, which makes one corpus of all',
    )
    .option(
      '--copy-to <file>',
      'copy the corpus of a share there from time to time and at the end; a call where there is no corpus goes on from that copy',
    )
    .option('--copy-every <seconds>', 'between two such copies', parseNumber(1), crawlDefaults.copyEvery)
    .option('--again <label>', 'a new wave: the same scope visited anew', parseLabel)
    .option(
      '--proxy <url>',
      'all requests go through it; names are then its to look up (or TOILE_PROXY in the environment, whose login nobody sees)',
    )
    .option('--contact <email-or-url>', 'who sends the crawler; required (or TOILE_CONTACT in the environment)')
    .option('--user-agent <text>', 'words before the contact in the user agent; the robots token stays Toile')
    .option('--archive <folder>', 'write every exchange into WARC files there; the map shows pages from them')
    .option('--from-archive <folder>', 'ask nobody: read the WARC, ARC or WACZ files there instead')
    .option(
      '--past <day>',
      'pages as they were archived nearest to that day, such as 2012-04-22; the wave is called by it',
    )
    .option(
      '--from <archive>',
      `for --past: which archives are asked, with commas between, the next one for what the one before lacks: a name (${knownArchives.map(({ name }) => name).join(', ')}), the address of a replay service (pywb; one that ends in /web/ is asked as the Wayback Machine), memento:ADDRESS of a TimeGate, commoncrawl:CRAWL (such as CC-MAIN-2017-13), a folder of WARC files (default: wayback, unless --from-archive)`,
    )
    .option(
      '--within <days>',
      'before or after the day of --past at which a capture still counts',
      parseCount(0, 36_500),
      crawlDefaults.within,
    )
    .option('--timeout <seconds>', 'for one whole exchange', parseNumber(0.001, 3600), crawlDefaults.timeout)
    .option('--max-bytes <count>', 'of one body, compressed or not', parseCount(1), crawlDefaults.maxBytes)
    .option(
      '--max-hours <hours>',
      'that the requests for one entity may take in a wave, delays included',
      parseNumber(0.001),
      crawlDefaults.maxHours,
    )
    .option(
      '--no-comments',
      'keep anchors and sentences of comments out of the corpus, now and later; an --archive has them all the same',
    )
    .option(
      '--texts',
      'keep the text of each page’s own matter in the corpus, without menus and comments: personal data more than hyperlinks are, see RECORD-OF-PROCESSING.md',
    )
    .option('--allow-private', 'ask private, loopback and special-use addresses, too')
    .addOption(new Option('--json', 'the summary as one JSON line'))
    .action(async (seeds: string, { json, ...flags }: CrawlFlags, command: Command) => {
      const given = onlyGiven(flags, command)
      refuseClashes(given)
      around.err(sayIdle(given))
      const options = completeOptions(around, seeds, flags)
      await runCrawl(around, options, json === true)
    })

/** What stands in the call: a default is nobody's wish. */
const onlyGiven = (flags: object, command: Command): GivenOptions =>
  Object.fromEntries(Object.entries(flags).filter(([name]) => command.getOptionValueSource(name) === 'cli'))

/** A folder among archives is one of this machine, wherever the command is called later. */
const placed = (archive: string, cwd: string): string =>
  !/^\w+:/.test(archive) && existsSync(resolve(cwd, archive)) && !knownArchives.some(({ name }) => name === archive)
    ? resolve(cwd, archive)
    : archive

function completeOptions(around: Surroundings, seeds: string, flags: CrawlFlags): CrawlOptions {
  const contact = flags.contact ?? around.env['TOILE_CONTACT']
  if (contact === undefined || contact.trim() === '')
    throw new Mistake(
      'no --contact was given (nor TOILE_CONTACT set); expected an e-mail address or an http(s) address: ' +
        'a crawler says who sends it, so that the people it visits can ask and object',
    )
  const corpus = flags.corpus === undefined ? corpusOfSeeds(seeds, around) : resolve(around.cwd, flags.corpus)
  const folder = (path: string | undefined) => (path === undefined ? undefined : resolve(around.cwd, path))
  const folders = {
    archive: folder(flags.archive),
    fromArchive: folder(flags.fromArchive),
    from: flags.from
      ?.split(',')
      .map(part => placed(part.trim(), around.cwd))
      .join(','),
    copyTo: folder(flags.copyTo),
  }
  return { ...flags, ...folders, contact, seeds: resolve(around.cwd, seeds), corpus }
}

async function runCrawl(around: Surroundings, options: CrawlOptions, json: boolean): Promise<void> {
  try {
    // Loaded here: what fetches takes half a second to load, and the other commands don't need it.
    const { crawl } = await import('./crawl.ts')
    const end = await crawl(options, around)
    if (end === 'nothing-to-do')
      around.err(
        'This crawl is finished: nothing is left to ask for. Raise --depth or --max-pages, add seeds, or begin a new wave with --again LABEL.\n',
      )
  } catch (error) {
    if (error instanceof Stopped)
      around.err(`Stopped. Everything fetched is stored in ${options.corpus}; the same command goes on from there.\n`)
    throw error
  }
  printStatus(around, options.corpus, { json, check: false })
}

const statusCommand = (around: Surroundings, tellMore: TellMore): Command =>
  new Command('status')
    .description('Says where the crawl stands: entities, pages by state, links, failures by cause, rate, time left.')
    .argument('[folder]', 'of the shares of a crawl: where each of them stands')
    .addOption(corpusOption())
    .option('--json', 'as one JSON line')
    .option(
      '--check',
      'reads the whole file first, and says whether it is damaged or holds what Toile would not write (seconds for each gigabyte)',
    )
    .action((folder: string | undefined, { corpus, json, check }: StatusFlags) => {
      if (folder === undefined)
        return printStatus(around, corpusFile(corpus, around), { json: json === true, check: check === true, tellMore })
      const other = corpus !== undefined ? '--corpus' : check ? '--check' : null
      if (other !== null)
        throw new Mistake(
          `${other} and the folder ${folder} were both given; expected --corpus FILE, or a folder of shares`,
        )
      printShares(around, resolve(around.cwd, folder), json === true)
    })

interface StatusFlags {
  readonly corpus?: string
  readonly json?: true
  readonly check?: true
}

function printShares(around: Surroundings, folder: string, json: boolean): void {
  const found = statusOfShares(folder, around.now())
  around.out(json ? `${JSON.stringify(found)}\n` : describeShares(found, around.now()))
}

interface StatusAsked {
  readonly json: boolean
  readonly check: boolean
  readonly tellMore?: TellMore
}

function printStatus(around: Surroundings, file: string, { json, check, tellMore }: StatusAsked): void {
  const corpus = openCorpus(file, 'read')
  try {
    if (check) checkWhole(corpus)
    const status = crawlStatus(corpus)
    const entities = entityOutcomes(corpus)
    const suspicious = suspicions(entities)
    if (json)
      return around.out(`${JSON.stringify({ corpus: file, shard: readShard(corpus), ...status, suspicious })}\n`)
    around.out(sayShard(corpus))
    around.out(describeStatus(file, status, around.now()))
    if (status.run?.endedAt) around.out(describeOutcome(status, entities, suspicious))
    around.out(tellMore?.(corpus) ?? '')
  } finally {
    corpus.close()
  }
}

function parseLabel(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('expected a label, such as 2027-03.')
  return text.trim()
}
