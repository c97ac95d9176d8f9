import { code, prose as p, type Prose, share } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { edges, verb } from './nouns.ts'

/** How edges were counted from archives: see ToldOfCount. */
export interface CountedArchives {
  readonly files: number
  readonly pages: number
  readonly at: string
  /** Days of the first and the last capture, YYYY-MM-DD; empty: unknown. */
  readonly from: string
  readonly to: string
}

const days = (from: string, to: string): string => (from === '' ? 'on unknown days' : `from ${from} to ${to}`)

/** The methods paragraph in English: sentences that stand together in a paper. */
export const methodEn = {
  limits: p`A hyperlink can also dismiss an opponent (Ackland and Gibson 2013), pay a debt (a footer credit) or have no author at all (a share button). Hyperlinks need their context and knowledge of the field to be read (De Maeyer 2013); counts alone overstate what actors do (Lusher and Ackland 2011). That is why the hyperlinks behind each edge are stored.`,
  toPaste: 'Methods paragraph',
  lead: p`The following text can be pasted into a paper. Parameters are those that the corpus records (Thelwall 2004 asks to publish them).`,
  definitions: 'What the measures say',
  definition: 'Definition',
  source: 'Source',
  parameters: 'Every parameter',
  parametersLead: p`As the corpus records them. Paths are shown without their folders, and the address of a proxy is left out.`,
  version: 'Version of Toile',
  runtime: 'Runtime',
  agent: 'User agent',
  input: 'File read',
  hash: 'SHA-256',
  graphHash: 'SHA-256 of the graph',
  option: 'Option',
  value: 'Value',
  times: 'Calls in a row',
  wave: (label: string): string => `wave ${label}`,

  made: (version: string, runtime: string): Prose => p`The network was built with Toile ${version} (${runtime}).`,
  crawl: (list: Prose, sites: Prose, dates: string, agent: Prose): Prose =>
    p`Starting from ${list}, ${sites} were crawled (${dates}) by a crawler that named itself ${agent}.`,
  crawlOfWave: (wave: string, list: Prose, dates: string, agent: Prose): Prose =>
    p`In the wave “${wave}” (${dates}) the sites of ${list} were crawled by a crawler that named itself ${agent}.`,
  list: (file: Prose, hash: Prose): Prose => p`the list ${file} (SHA-256 ${hash})`,
  someList: p`a list of sites`,
  manners: (delay: Num | undefined): Prose =>
    p`It obeyed robots.txt (RFC 9309; Koster et al. 2022) and sent one request at a time to each host${delay === undefined ? [] : p`, ${delay} s or more after the last answer`}.`,
  shares: (of: number): Prose =>
    p`The sites were dealt out to ${String(of)} shares of the crawl by their registrable domains, so that a host belongs to one share; each share knew all sites, and what they stored was merged.`,
  limitsOfCrawl: (depth: Num | undefined, maxPages: Num | undefined): Prose =>
    p`From the start pages it followed hyperlinks inside each site${depth === undefined ? [] : p`, down to a depth of ${depth}`}${maxPages === undefined ? [] : p`, for at most ${maxPages} pages per site`}.`,
  limitsOfPage: (timeout: Num | undefined, maxBytes: Num | undefined): Prose =>
    timeout === undefined || maxBytes === undefined
      ? []
      : p`An answer could take ${timeout} s and hold ${maxBytes} bytes.`,
  yield: (addresses: Num, states: Prose): Prose => p`Of ${addresses} addresses in scope, ${states}.`,
  states: {
    fetched: (n: Num): Prose => p`${n} ${n.value === 1 ? 'was' : 'were'} read`,
    redirected: (n: Num): Prose => p`${n} redirected`,
    failed: (n: Num): Prose => p`${n} failed`,
    excluded: (n: Num): Prose => p`${n} ${n.value === 1 ? 'was' : 'were'} left out`,
    pending: (n: Num): Prose => p`${n} ${n.value === 1 ? 'was' : 'were'} still to be asked for`,
  },
  hyperlink: p`A hyperlink is an ${code('a')}, ${code('area')} or ${code('iframe')} element with an http(s) address of a public name, in the document of a page answered 200 as HTML; each occurrence is one. It counts for the site where its address is known to lead, redirects included. Each was stored with its page, anchor, sentence, place on the page and dates.`,
  counted: ({ files, pages, at, from, to }: CountedArchives): Prose =>
    p`Nobody was visited: hyperlinks were read from ${String(files)} ${files === 1 ? 'file' : 'files'} of an archive, of ${String(pages)} pages taken ${days(from, to)}${at === '' ? ', of each address the last capture' : `, of each address the capture nearest to ${at}`}. Redirects that the archive has were followed. Where on its page a hyperlink stands was read from the page alone, without a look at the other pages of its site. Dates are those of the captures.`,
  imported: (files: Prose): Prose => p`The network was imported from ${files}; its edges are as that file has them.`,
  grew: (rounds: Prose): Prose =>
    p`The corpus grew by rounds: between two crawls, sites that its sites cite were reviewed, ranked by what was kept and dropped before, each tenth drawn by lot. ${rounds}.`,
  round: (round: string, kept: Num, dropped: Num): Prose => p`Round ${round}: ${kept} kept, ${dropped} dropped`,
  withoutRounds: (rounds: string): Prose => p`Sites that were kept in these rounds of review are left out: ${rounds}.`,
  graph: (nodes: Prose, edges: Prose, statuses: string, zones: Prose): Prose =>
    p`The network analysed holds the entities with status ${statuses}: ${nodes} and ${edges}. An edge leads from a site to another one if at least one hyperlink does; hyperlinks inside a site are left out. ${zones}`,
  graphOfTies: (nodes: Prose, ties: Prose, statuses: string): Prose =>
    p`The network analysed holds the entities with status ${statuses}: ${nodes} and ${ties}, each counted once. Measures that need a direction were left out.`,
  rewired: p`every site kept its in- and out-degree (Maslov and Sneppen 2002)`,
  rewiredTies: p`every site kept its degree, and graphs stayed undirected (double edge swaps, Maslov and Sneppen 2002)`,
  negative: (n: Num): Prose =>
    p`${edges(n)} ${verb(n, 'has', 'have')} a negative weight in the file; each counts with its size, its sign set aside.`,
  allZones: p`Hyperlinks count wherever they stand on the page.`,
  someZones: (zones: string): Prose => p`Only hyperlinks in these places on the page count: ${zones}.`,
  analysedWith: (version: string, runtime: string): Prose => p`It was analysed with Toile ${version} (${runtime}).`,
  unweighted: p`Measures are unweighted unless their name says otherwise.`,
  communities: (runs: Num, resolution: Num, kept: Prose): Prose =>
    p`Communities were searched by modularity of directed, weighted networks (Leicht and Newman 2008) at resolution ${resolution}, in ${runs} runs with the sites in random order, by turns with the methods of Louvain (Blondel et al. 2008) and Leiden (Traag et al. 2019). Each run went on until no move of a single site raised modularity. The partition of highest modularity was kept${kept}; sites alone in it are no communities. The agreement of runs is the mean normalised mutual information over all pairs of runs (Danon et al. 2005); the stability of a community is how often its members come together again (Lancichinetti and Fortunato 2012).`,
  keptFrom: (method: string): Prose => p` (found by a run of ${method})`,
  bothWays: p`A tie without a direction was taken in both, for which this is the usual modularity of undirected networks.`,
  otherResolutions: p`Other resolutions were tried beside it.`,
  otherMethods: p`The undirected network and other resolutions were tried beside it.`,
  swapsDone: (swaps: Num, tries: Num): Prose =>
    p`, with ${swaps} swaps done per edge or more, of ${tries} tried (Milo et al. 2003)`,
  fewSwaps: (wanted: Num): Prose =>
    p`; fewer than the ${wanted} wanted, since few swaps can be done in this network, so that its rewired graphs may resemble it`,
  nulls: (rewired: Prose, runs: Num, swaps: Prose, restarts: Num): Prose =>
    p`Values were compared with two null models of ${runs} runs each, fewer where the verdict was settled before: at least ten runs as far out, and p at least 0.1 (sequential Monte Carlo, Besag and Clifford 1991); or, of the whole network, no run as far out, and the value at least three standard deviations from their mean; or, of what asks for communities, at least one of 100 runs as far out. In the first, edges were rewired: ${rewired}${swaps}, and communities were searched again in each graph in the same way (the best of ${restarts} runs, raised to what as many runs as in the network would find). In the second, edges stayed and the attribute was dealt out anew among the sites that have it. z is the distance from the null mean in standard deviations; p is two-sided, (b + 1) / (n + 1) with b of n runs at least as far out (Phipson and Smyth 2010), corrected among the tests of one table (Benjamini and Hochberg 1995).`,
  mix: (runs: Num): Prose =>
    p`The mixing of countries in a community (Simpson 1949) and the roles of single sites were tested with ${runs} permutations of the countries.`,
  interval: (draws: Num, level: Num): Prose =>
    p`The ${share(level)} interval of the E-I index comes from ${draws} bootstrap samples of the sites (Snijders and Borgatti 1999).`,
  mrqap: (permutations: Num): Prose =>
    p`Ties were regressed on properties of the pair with ${permutations} permutations (MRQAP with double semi-partialling, Dekker et al. 2007).`,
  resampling: (at: Num, draws: Num): Prose =>
    p`The first findings were looked for again in ${draws} draws of ${share(at)} of the sites.`,
  measures: p`The E-I index follows Krackhardt and Stern (1988), assortativity and the mixing matrix Newman (2003), broker roles Gould and Fernandez (1989), the triad census Holland and Leinhardt (1970; Batagelj and Mrvar 2001).`,
  seed: (seed: Num, graphHash: Prose): Prose =>
    p`All random steps follow from the seed ${seed}: the same corpus and seed give the same numbers. The SHA-256 of the graph is ${graphHash}.`,
}
