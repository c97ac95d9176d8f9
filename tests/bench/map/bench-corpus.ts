import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { storeAnalysis } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import { nodeMeasures } from '#graph/analysis/registry.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'

export interface BenchSize {
  readonly sites: number
  /** Ordered pairs of sites with at least one hyperlink. */
  readonly ties: number
  /** Hyperlinks between sites. */
  readonly links: number
}

const pagesPerSite = 20
const at = Date.UTC(2026, 10, 1)

/**
 * Writes a corpus of an invented network. √sites / 3 communities of equal chance; four ties of five inside, the cited site
 * drawn with a tail (rank = u²). Hyperlinks spread over ties with a heavy tail (weight 1 / u, at most 1,000), each with a
 * sentence of its own; nine of ten in contents, the rest in blogrolls. Measures and places are drawn, not computed: only
 * their size matters to a map. Seeded: same size, same corpus.
 */
export function writeBenchCorpus(file: string, size: BenchSize): Corpus {
  const corpus = openCorpus(file, 'create')
  corpus.db.pragma('synchronous = OFF')
  // Pages and visits name each other.
  corpus.db.pragma('foreign_keys = OFF')
  const random = createRandom(`bench ${size.sites} ${size.ties}`)
  const community = Array.from({ length: size.sites }, () => random.int(communityCount(size)))
  const ties = drawTies(size, community, random)
  corpus.write(() => {
    corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('first', ?, ?)`).run(at, at)
    for (const command of ['crawl', 'analyse'])
      corpus
        .sql(
          `INSERT INTO run (command, wave_id, options, version, runtime, user_agent, pid, started_at, seen_at, ended_at, outcome)
           VALUES (?, 1, '{}', '0.1.0', 'bench', 'Toile (+bench@toile.example)', 1, ?, ?, ?, 'done')`,
        )
        .run(command, at, at, at)
    writeSites(corpus, size, community)
    writeLinks(corpus, ties, shareLinks(ties.length, size.links, random), random)
    writeMeasures(corpus, size, community, random)
  })
  corpus.db.exec('ANALYZE')
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
  return corpus
}

const communityCount = ({ sites }: BenchSize): number => Math.max(2, Math.round(Math.sqrt(sites) / 3))

type Pair = readonly [source: number, target: number]

function drawTies({ sites, ties }: BenchSize, community: readonly number[], random: Random): Pair[] {
  const members = new Map<number, number[]>()
  for (const [site, own] of community.entries()) members.set(own, [...(members.get(own) ?? []), site])
  const pairs = new Map<number, Pair>()
  while (pairs.size < ties) {
    const source = random.int(sites)
    const near = members.get(community[source]!)!
    const target = random.next() < 0.8 ? near[Math.floor(near.length * random.next() ** 2)]! : random.int(sites)
    if (source !== target) pairs.set(source * sites + target, [source, target])
  }
  return [...pairs.values()]
}

/** Hyperlinks per tie: 1 each, the rest by a heavy tail. */
function shareLinks(ties: number, links: number, random: Random): number[] {
  const tails = Array.from({ length: ties }, () => Math.min(1000, 1 / Math.max(1e-9, random.next())))
  const scale = Math.max(0, links - ties) / tails.reduce((sum, tail) => sum + tail, 0)
  return tails.map(tail => 1 + Math.round(tail * scale))
}

function writeSites(corpus: Corpus, { sites }: BenchSize, community: readonly number[]): void {
  const countries = ['FR', 'US', 'BE', 'GB']
  const kinds = ['agency', 'software', 'media', 'research', 'party']
  for (let site = 0; site < sites; site++) {
    const [id, host] = [site + 1, `site-${site + 1}.example`]
    corpus
      .sql(
        `INSERT INTO entity (id, name, label, homepage, country, kind, status, origin, created_at) VALUES (?, ?, ?, ?, ?, ?, 'IN', 'seed', ?)`,
      )
      .run(id, host, `Invented site ${id}`, `https://${host}/`, countries[community[site]! % 4], kinds[site % 5], at)
    corpus.sql('INSERT INTO prefix (lru, url, entity_id) VALUES (?, ?, ?)').run(`h:example|h:site-${id}|`, `${host}/`, id) // prettier-ignore
    corpus.sql('INSERT INTO host (id, name) VALUES (?, ?)').run(id, host)
    for (let nth = 0; nth < pagesPerSite; nth++) writePage(corpus, id, nth)
  }
}

const pageOf = (site: number, nth: number): number => (site - 1) * pagesPerSite + (nth % pagesPerSite) + 1

function writePage(corpus: Corpus, site: number, nth: number): void {
  const page = pageOf(site, nth)
  corpus
    .sql(
      `INSERT INTO page (id, url, url_hash, host_id, entity_id, state, depth, wave_id, visit_id) VALUES (?, ?, ?, ?, ?, 'fetched', ?, 1, ?)`,
    )
    .run(page, `https://site-${site}.example/note-${nth}`, page, site, site, nth === 0 ? 0 : 1, page)
  const published = `20${10 + (page % 16)}-0${1 + (nth % 9)}-1${nth % 10}`
  corpus
    .sql(
      `INSERT INTO visit (id, page_id, wave_id, run_id, at, duration_ms, http_status, title, published, language) VALUES (?, ?, 1, 1, ?, 40, 200, ?, ?, 'en')`,
    )
    .run(page, page, at, `Note ${nth} of the invented site ${site}`, published)
}

function writeLinks(corpus: Corpus, ties: readonly Pair[], shares: readonly number[], random: Random): void {
  const addText = corpus.sql('INSERT INTO snippet (id, hash, value) VALUES (?, ?, ?)')
  const addLink = corpus.sql(
    `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, anchor, context, anchor_at, first_visit, last_visit)
     VALUES (?, ?, ?, ?, ?, 'a', ?, ?, ?, 11, ?, ?)`,
  )
  let [text, ordinal] = [0, 0]
  const intern = (value: string): number => {
    addText.run(++text, text, value)
    return text
  }
  for (const [tie, [source, target]] of ties.entries()) {
    const anchor = intern(`Invented site ${target + 1}`)
    for (let nth = 0; nth < shares[tie]!; nth++) {
      const page = pageOf(source + 1, random.int(pagesPerSite))
      const zone = random.next() < 0.9 ? 'content' : 'blogroll'
      const words = intern(`In note ${nth}, Invented site ${target + 1} is cited for the ${++ordinal}th time of all, with a sentence around.`) // prettier-ignore
      addLink.run(page, pageOf(target + 1, nth), source + 1, target + 1, nth, zone, anchor, words, page, page)
    }
  }
}

function writeMeasures(corpus: Corpus, size: BenchSize, community: readonly number[], random: Random): void {
  const ids = community.map((_, site) => `site-${site + 1}.example` as EntityId)
  const column = (value: (site: number) => number): ReadonlyMap<EntityId, number> =>
    new Map(ids.map((id, site) => [id, value(site)]))
  const places = community.map(own => placeIn(own / communityCount(size), random))
  const cited = new Map(
    corpus
      .sql<{ id: number; n: number }>(
        'SELECT target_entity AS id, count(DISTINCT source_entity) AS n FROM link GROUP BY 1',
      )
      .all()
      .map(({ id, n }) => [id - 1, n]),
  )
  const drawn = nodeMeasures
    .filter(({ name }) => name !== 'community' && name !== 'in_degree')
    .map(({ name, type }) => [name, column(() => (type === 'number' ? random.next() ** 3 : random.int(20)))] as const)
  const nodeValues = new Map([
    ['community', column(site => community[site]! + 1)],
    ['in_degree', column(site => cited.get(site) ?? 0)],
    ...drawn,
    ['x', column(site => places[site]![0])],
    ['y', column(site => places[site]![1])],
  ])
  const options = { statuses: ['IN'], zones, weight: 'evidence', seed: 1, runs: 0, resolution: 1 }
  storeAnalysis(corpus, 2, { options, nodes: size.sites, edges: size.ties, graphHash: '', nodeValues, graphValues: [], findings: new Map() }) // prettier-ignore
}

/** On a disc around the community's place on a ring, as the stored layout rounds it. */
function placeIn(part: number, random: Random): Pair {
  const [angle, turn, reach] = [part * Math.PI * 2, random.next() * Math.PI * 2, Math.sqrt(random.next()) * 140]
  const round = (value: number): number => Math.round(value * 100) / 100
  return [round(Math.cos(angle) * 350 + Math.cos(turn) * reach), round(Math.sin(angle) * 350 + Math.sin(turn) * reach)]
}
