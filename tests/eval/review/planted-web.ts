import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { storeAnalysis } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'

export interface PlantedSize {
  /** Sites of the field; the first `seeds` of them are IN, the others are to be found. */
  readonly field: number
  readonly seeds: number
  readonly distractors: number
}

export interface PlantedWeb {
  readonly corpus: Corpus
  /** Those of the field that are to be found. */
  readonly relevant: ReadonlySet<string>
}

const at = Date.UTC(2026, 10, 1)
const communities = 6
const fieldWords =
  'campagne data electeurs ciblage terrain militants base sondage canvass voter field targeting donors digital outreach'.split(
    ' ',
  )
const otherWords =
  'recettes meteo football voyage mode cinema musique jardin bourse sante weather travel recipes movies garden health stocks games photo livres'.split(
    ' ',
  )

/**
 * Writes a corpus whose answer is known. A site of the field cites some six others of it in its text, four of five in its own community;
 * and, as everybody does, a dozen of the wide web in its text and eight in its templates, the same few most often: what is cited most is not of the
 * field. Half the anchors hold a word of what they lead to, one in twenty a word of the other matter. All links are stored; those of a site
 * count once it is IN, as if it was crawled as soon as it is kept. Seeded: same size and seed, same corpus.
 */
export function plantWeb(file: string, size: PlantedSize, seed: string): PlantedWeb {
  const corpus = openCorpus(file, 'create')
  corpus.db.pragma('synchronous = OFF')
  corpus.db.pragma('foreign_keys = OFF')
  const random = createRandom(`planted ${seed}`)
  const all = size.field + size.distractors
  corpus.write(() => {
    corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('first', ?, ?)`).run(at, at)
    for (const command of ['crawl', 'analyse'])
      corpus
        .sql(
          `INSERT INTO run (command, wave_id, options, version, runtime, pid, started_at, seen_at, ended_at, outcome)
           VALUES (?, 1, '{}', '0.1.0', 'planted', 1, ?, ?, ?, 'done')`,
        )
        .run(command, at, at, at)
    for (let site = 0; site < all; site += 1) writeSite(corpus, site, size)
    const links = writerOfLinks(corpus, random)
    for (let site = 0; site < size.field; site += 1) citeField(links, site, size, random)
    for (let site = 0; site < size.field; site += 1) citeOthers(links, site, size, random)
  })
  writeCommunities(corpus, size)
  return {
    corpus,
    relevant: new Set(Array.from({ length: size.field - size.seeds }, (_, n) => nameOf(n + size.seeds, size))),
  }
}

const nameOf = (site: number, { field }: PlantedSize): string =>
  site < field ? `field-${site}.example` : `wide-${site - field}.example`

function writeSite(corpus: Corpus, site: number, size: PlantedSize): void {
  const [id, name] = [site + 1, nameOf(site, size)]
  const isSeed = site < size.seeds
  corpus
    .sql(`INSERT INTO entity (id, name, homepage, status, origin, created_at) VALUES (?, ?, ?, ?, ?, ?)`)
    .run(id, name, `http://${name}/`, isSeed ? 'IN' : 'DISCOVERED', isSeed ? 'seed' : 'discovered', at)
  corpus
    .sql('INSERT INTO prefix (lru, url, entity_id) VALUES (?, ?, ?)')
    .run(`h:example|h:${name.split('.')[0]}|`, `${name}/`, id)
  corpus.sql('INSERT INTO host (id, name) VALUES (?, ?)').run(id, name)
  const isRead = site < size.field
  corpus
    .sql(`INSERT INTO page (id, url, url_hash, host_id, entity_id, state, visit_id) VALUES (?, ?, ?, ?, ?, ?, ?)`)
    .run(id, `http://${name}/`, id, id, id, isRead ? 'fetched' : null, isRead ? id : null)
  if (isRead)
    corpus
      .sql(
        `INSERT INTO visit (id, page_id, wave_id, run_id, at, duration_ms, http_status, language) VALUES (?, ?, 1, 1, ?, 5, 200, ?)`,
      )
      .run(id, id, at, site % 2 === 0 ? 'fr' : 'en')
}

type WriteLink = (source: number, target: number, zone: Zone, anchor: string) => void

function writerOfLinks(corpus: Corpus, random: Random): WriteLink {
  const texts = new Map<string, number>()
  const intern = (text: string): number => {
    const known = texts.get(text)
    if (known !== undefined) return known
    const row = texts.size + 1
    texts.set(text, row)
    corpus.sql('INSERT INTO snippet (id, hash, value) VALUES (?, ?, ?)').run(row, row, text)
    return row
  }
  const add = corpus.sql(
    `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, anchor, first_visit, last_visit)
     VALUES (?, ?, ?, ?, ?, 'a', ?, ?, ?, ?)`,
  )
  return (source, target, zone, anchor) => {
    if (source === target) return
    add.run(
      source + 1,
      target + 1,
      source + 1,
      target + 1,
      random.int(100),
      zone,
      intern(anchor),
      source + 1,
      source + 1,
    )
  }
}

const pick = (words: readonly string[], random: Random): string => words[random.int(words.length)]!

function anchorOf(isField: boolean, random: Random): string {
  const u = random.next()
  const [own, other] = isField ? [fieldWords, otherWords] : [otherWords, fieldWords]
  return u < 0.5 ? `site ${pick(own, random)}` : u < 0.55 ? `site ${pick(other, random)}` : 'site'
}

function citeField(write: WriteLink, site: number, { field }: PlantedSize, random: Random): void {
  for (let nth = 0; nth < 6; nth += 1) {
    const near = site % communities
    const place = random.int(Math.floor(field / communities))
    const target = random.next() < 0.8 ? place * communities + near : random.int(field)
    write(site, target, random.next() < 0.85 ? 'content' : 'blogroll', anchorOf(true, random))
  }
}

/** By popularity with a heavy tail: rank = u³. */
function citeOthers(write: WriteLink, site: number, { field, distractors }: PlantedSize, random: Random): void {
  for (let nth = 0; nth < 20; nth += 1) {
    const target = field + Math.floor(distractors * random.next() ** 3)
    write(site, target, nth < 12 ? 'content' : nth < 14 ? 'footer' : 'sidebar', anchorOf(false, random))
  }
}

function writeCommunities(corpus: Corpus, size: PlantedSize): void {
  const community = new Map(
    Array.from(
      { length: size.seeds },
      (_, site) => [nameOf(site, size) as EntityId, (site % communities) + 1] as const,
    ),
  )
  const options = { statuses: ['IN'], zones, weight: 'evidence', seed: 1, runs: 0, resolution: 1 }
  const nodeValues = new Map([['community', community]])
  storeAnalysis(corpus, 2, { options, nodes: size.seeds, edges: 0, graphHash: '', nodeValues, graphValues: [], findings: new Map() }) // prettier-ignore
}
