import { existsSync } from 'node:fs'
import type { Surroundings } from '#data/command/command.ts'
import { version } from '#data/command/version.ts'
import { Mistake } from '#data/mistake.ts'
import { otherOwnerId } from '#data/entity/other-owner-id.ts'
import type { SiteInTime } from '#data/entity/site-in-time.ts'
import { noonOf } from '#data/past-target.ts'
import type { EntityId } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { settleFresh, writeFresh } from '#data/store/import/fresh-file.ts'
import { asFault } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { otherOwner, prefixesInTime } from '#data/store/entities/prefixes-in-time.ts'
import { discoverEntity, findEntity, loadPrefixTable } from '#data/store/entities/entities.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { openTarget } from '#data/store/import/open-target.ts'
import { takeIn } from '#data/store/import/take-in.ts'
import { countedEdgeWriter } from '#data/store/import/store-counted.ts'
import { storeCounts } from '#data/store/import/store-told.ts'
import { type AwaitedSteps, writeInSteps } from '#data/store/import/write-in-steps.ts'
import { type CountedParts, countParts } from '#data/store/parts/count-parts.ts'
import { wayToParts } from '#data/store/parts/find-parts.ts'
import { listParts } from '#data/store/parts/list-parts.ts'
import { readSeedFile, type SeedFile } from '../read-seed-file.ts'
import { datedPrefixesOf } from './dated-prefixes-of.ts'

export interface CountOptions {
  /** A folder of Parquet files of `extract`. */
  readonly parts: string
  /** The seed list; undefined: none, with `allHosts`. */
  readonly seeds: string | undefined
  /** Sites without a list: those of which pages were read are IN. */
  readonly allHosts: boolean
  /** The corpus to make. */
  readonly corpus: string
  /** The day that captures are chosen for, ISO 8601; undefined: the last ones. */
  readonly at: string | undefined
}

export interface Counted {
  readonly corpus: string
  readonly files: number
  readonly sites: number
  readonly pages: number
  readonly links: number
  readonly edges: number
}

/**
 * Makes a corpus of edges of many Parquet files: DuckDB counts, and the tables are those of an imported network, so that analyses, exports, map and
 * report take it as one. @throws Mistake when folder, list or day can't be used, or the corpus is there.
 */
export async function countCorpus(
  options: CountOptions,
  around: Pick<Surroundings, 'now'>,
  between: (step: string) => Promise<void>,
): Promise<Counted> {
  const { corpus: file, parts, seeds, allHosts } = options
  const at = dayOf(options.at)
  if (seeds === undefined && !allHosts)
    throw new Mistake('neither --seeds nor --all-hosts was given; expected the list that the files were extracted with')
  if (existsSync(file)) throw isThere(file)
  const list = seeds === undefined ? null : readSeedFile(seeds)
  const files = listParts(parts)
  const dated = at === null ? [] : datedPrefixesOf(list?.seeds ?? [])
  const made = { seeds: list?.hash ?? '', allHosts, dated }
  await between('counting')
  const counted = await countParts(files, at, made, { between: () => between('counting') })
  try {
    await storeCounted({ list, counted, options, dated, files: files.length, now: around.now() }, between)
  } finally {
    counted.close()
  }
  const { sites, pages, links, ties } = counted
  return { corpus: file, files: files.length, sites: sites.length, pages, links, edges: ties }
}

const isThere = (file: string): Mistake =>
  new Mistake(`--corpus ${file}: this file is there already; expected a new one`)

async function storeCounted(job: Storing, between: (step: string) => Promise<void>): Promise<void> {
  const { corpus: file } = job.options
  const target = openTarget(file, { alone: null })
  if (!target.isNew) {
    target.discard()
    throw isThere(file)
  }
  try {
    writeFresh(target.corpus)
    await writeInSteps(target.corpus, storing(target.corpus, job), between, () => true)
    settleFresh(target.corpus)
    target.settle()
  } catch (error) {
    target.discard()
    throw asFault(file, error)
  }
}

function dayOf(at: string | undefined): number | null {
  const noon = at === undefined ? null : noonOf(at)
  if (at !== undefined && noon === null)
    throw new Mistake(`--at: '${at}' was found; expected a day, such as 2012-04-22`)
  return noon
}

interface Storing {
  readonly list: SeedFile | null
  readonly counted: CountedParts
  readonly options: CountOptions
  /** What captures were chosen by, for a day. */
  readonly dated: readonly SiteInTime[]
  readonly files: number
  readonly now: number
}

async function* storing(corpus: Corpus, { list, counted, options, dated, files, now }: Storing): AwaitedSteps<void> {
  yield 'sites'
  const { at = '', allHosts, seeds = '' } = options
  const parts = wayToParts(options.corpus, options.parts)
  const told = { files, at, allHosts, parts, pages: counted.pages, from: counted.from, to: counted.to }
  const made = dated.length === 0 ? told : { ...told, dated }
  const runId = beginRun(
    corpus,
    { command: 'count', options: made, version, input: seeds, inputHash: list?.hash ?? '' },
    now,
  )
  storeSeeds(corpus, list?.seeds ?? [], now)
  const rows = siteRows(corpus, counted, now)
  if (allHosts && list === null) takeIn(corpus, readSites(counted, rows))
  const records = counted.sites.map(({ site, pages, inside }) => ({ id: site, pagesFetched: pages, selfLinks: inside }))
  storeCounts(corpus, runId, records, rows)
  yield 'edges'
  const put = countedEdgeWriter(corpus, runId, rowsByNumber(counted, rows))
  for await (const edges of counted.edges()) {
    put(edges)
    yield 'edges'
  }
  endRun(corpus, runId, 'done', now)
}

/** Those that the list doesn't have are discovered, by the rule that the files were extracted with. */
function siteRows(corpus: Corpus, { sites }: CountedParts, now: number): Map<EntityId, number> {
  const entities = loadPrefixTable(corpus)
  const others = new Map(prefixesInTime(corpus).map(prefix => [otherOwnerId(prefix.lru), prefix]))
  return new Map(
    sites.flatMap(({ site }) => {
      const left = others.get(site)
      if (left !== undefined) return [[site, otherOwner(corpus, left, now)] as const]
      const known = findEntity(corpus, site)
      if (known !== undefined) return [[site, known] as const]
      const homepage = normalizeUrl(`http://${site}`)
      return homepage === null
        ? []
        : [[site, entities.find(homepage) ?? discoverEntity(corpus, entities, homepage, now)] as const]
    }),
  )
}

const rowsByNumber = ({ sites }: CountedParts, rows: ReadonlyMap<EntityId, number>): Map<number, number> =>
  new Map(sites.flatMap(({ number, site }) => (rows.has(site) ? [[number, rows.get(site)!]] : [])))

/** Of which pages count. */
const readSites = ({ sites }: CountedParts, rows: ReadonlyMap<EntityId, number>): number[] =>
  sites.flatMap(({ site, pages }) => (pages > 0 && rows.has(site) ? [rows.get(site)!] : []))
