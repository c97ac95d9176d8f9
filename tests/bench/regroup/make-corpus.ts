import { addPrefix, createEntity } from '#data/store/entities/entities.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { hashText } from '#data/store/base/hash-text.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import { prefixLru } from '#data/url/lru.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'

export interface Size {
  readonly entities: number
  readonly pages: number
  readonly links: number
  readonly seed: number
}

interface Site {
  readonly id: number
  readonly host: string
  /** Where its addresses begin: 'https://site7.example', 'https://blogs3.example/name7'. */
  readonly root: string
}

/** For the reader of the figures: what makeCorpus makes. */
export const howMade = [
  'How it is made: invented addresses under .example; of the entities 70 % own a host, 20 % a domain with its subdomains,',
  "10 % a path on one of 50 hosts of blogs; pages per entity by Zipf's law (exponent 0.9); a third of the pages read, by one",
  'visit each; six links in ten stay inside the entity, the others go to a page drawn from all; one page in fifty redirects',
  'to another entity; texts of links drawn from 200,000.',
].join('\n')

/**
 * An invented corpus. Of the entities 70 % own a host, 20 % a domain with its subdomains (pages on three of them), 10 % a
 * path on one of 50 hosts of blogs. Pages per entity follow Zipf's law with exponent 0.9. A third of the pages was fetched,
 * by one visit each; all links stand on them: six in ten lead to a page of the same entity, the others to a page drawn
 * from all, so that large entities are cited most. One page in fifty redirects to a page of another entity. Texts of links
 * are drawn from 200,000.
 */
export function makeCorpus(file: string, size: Size): Corpus {
  const corpus = openCorpus(file, 'create')
  const { db } = corpus
  db.pragma('foreign_keys = OFF')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  const indexes = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  corpus.write(() => fill(corpus, size, createRandom(size.seed)))
  for (const { sql } of indexes) db.exec(sql)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  return corpus
}

function fill(corpus: Corpus, size: Size, random: Random): void {
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', 0)`).run()
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'bench' }, 0)
  for (let n = 1; n <= 200_000; n++)
    corpus.sql('INSERT INTO snippet (id, hash, value) VALUES (?, ?, ?)').run(n, n, `A sentence of a link, number ${n}.`)
  const sites = makeSites(corpus, size.entities)
  const firstPages = makePages(corpus, size, sites, random)
  makeLinks(corpus, size, firstPages, random)
}

function makeSites(corpus: Corpus, count: number): Site[] {
  return Array.from({ length: count }, (_, n) => {
    const kind = n % 10
    const host = kind === 9 ? `blogs${n % 50}.example` : `site${n}.example`
    const root = kind === 9 ? `https://${host}/name${n}` : `https://${host}`
    const lru: Lru = prefixLru(normalizeUrl(root)!, { subdomains: kind === 7 || kind === 8 })
    const name = root.slice('https://'.length) as EntityId
    const id = createEntity(
      corpus,
      { name, label: name, homepage: root, status: 'IN', origin: 'seed', prefixes: [] },
      0,
    )
    addPrefix(corpus, id, lru)
    return { id, host, root }
  })
}

/** Returns the row of each entity's first page, and one beyond the last page; an entity's pages are in a row. */
function makePages(corpus: Corpus, size: Size, sites: readonly Site[], random: Random): Float64Array {
  const counts = zipf(size.entities, size.pages)
  const addHost = corpus.sql('INSERT OR IGNORE INTO host (name) VALUES (?)')
  const hostId = corpus.sql<{ id: number }>('SELECT id FROM host WHERE name = ?')
  const addPage = corpus.sql(
    `INSERT INTO page (url, url_hash, host_id, entity_id, state, depth, wave_id, visit_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addVisit = corpus.sql(
    'INSERT INTO visit (id, page_id, wave_id, run_id, at, duration_ms, http_status) VALUES (?, ?, 1, 1, ?, 100, 200)',
  )
  const firsts = new Float64Array(size.entities + 1)
  let page = 1
  let visit = 1
  for (const [at, site] of sites.entries()) {
    firsts[at] = page
    const hosts = at % 10 === 7 || at % 10 === 8 ? ['', 'blog.', 'fr.'] : ['']
    const roots = hosts.map(sub => {
      addHost.run(sub + site.host)
      return { root: site.root.replace('://', `://${sub}`), host: hostId.get(sub + site.host)!.id }
    })
    for (let n = 0; n < counts[at]!; n++, page++) {
      const { root, host } = roots[n % roots.length]!
      const url =
        n < roots.length
          ? `${root}/`
          : `${root}/${2004 + (n % 20)}/${1 + (n % 12)}/${slugs[random.int(slugs.length)]}-${n}`
      const isFetched = page % 3 === 0
      addPage.run(
        url,
        hashText(url),
        host,
        site.id,
        isFetched ? 'fetched' : null,
        isFetched ? n % 4 : null,
        isFetched ? 1 : null,
        isFetched ? visit : null,
      )
      if (isFetched) addVisit.run(visit++, page, page)
    }
  }
  firsts[size.entities] = page
  leadAway(corpus, page - 1, random)
  return firsts
}

const slugs =
  'la-campagne-numerique voter-files-and-fields un-outil-pour-les-militants notes open-data door-to-door primaire'.split(
    ' ',
  )

function leadAway(corpus: Corpus, pages: number, random: Random): void {
  const lead = corpus.sql('UPDATE page SET leads_to = ? WHERE id = ?')
  // Multiples of three were fetched: they answer themselves, and others lead to them.
  for (let page = 1; page <= pages; page += 50)
    if (page % 3 !== 0) lead.run(3 * (1 + random.int(Math.floor(pages / 3))), page)
}

function makeLinks(corpus: Corpus, size: Size, firsts: Float64Array, random: Random): void {
  const pages = firsts[size.entities]! - 1
  const [entityOf, leadsTo] = [new Int32Array(pages + 1), new Int32Array(pages + 1)]
  for (let at = 0; at < size.entities; at++) entityOf.fill(at, firsts[at]!, firsts[at + 1]!)
  for (const { id, leads } of corpus
    .sql<{ id: number; leads: number }>('SELECT id, leads_to AS leads FROM page WHERE leads_to IS NOT NULL')
    .iterate())
    leadsTo[id] = leads
  const add = corpus.sql(
    `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, anchor, context, place, first_visit, last_visit)
     VALUES (?, ?, ?, ?, ?, 'a', 'content', ?, ?, ?, ?, ?)`,
  )
  const fetched = Math.floor(pages / 3)
  for (let n = 0; n < size.links; n++) {
    const visit = 1 + Math.floor((n * fetched) / size.links)
    const page = 3 * visit
    const own = entityOf[page]!
    const isInside = random.int(10) < 6
    const target = isInside ? firsts[own]! + random.int(firsts[own + 1]! - firsts[own]!) : 1 + random.int(pages)
    const owner = entityOf[leadsTo[target] || target]!
    const text = 1 + random.int(200_000)
    add.run(
      page,
      target,
      own + 1,
      owner + 1,
      n % 9,
      text,
      owner === own ? null : 1 + random.int(200_000),
      1 + (text % 40),
      visit,
      visit,
    )
  }
}

/** `total` shared among `count` by rank to the power of -0.9, at least three each; in an order that looks like none. */
function zipf(count: number, total: number): number[] {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 1) ** -0.9)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const shares = weights.map(weight => 3 + Math.floor((weight / sum) * (total - 3 * count)))
  shares[0]! += total - shares.reduce((all, share) => all + share, 0)
  return shares.map((_, at) => shares[(at * 7919) % count]!)
}
