import type { Context } from 'hono'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { PartEvidence, PartTie } from '#data/store/parts/part-evidence.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { zones as allZones, isZone, type Zone } from '#data/vocabulary/zones.ts'
import { linkTable } from '#graph/exchange/model/evidence-fields.ts'
import type { EvidenceData, LinksData } from '../protocol/evidence.ts'
import type { MapData } from '../protocol/map.ts'
import { groupEvidence } from './group-evidence.ts'
import { groupOfQuery } from './group-links.ts'

/** A corpus of counted edges, and the files that hold its hyperlinks. */
export interface CountedStudy {
  readonly corpus: Corpus
  readonly evidence: PartEvidence
}

/** Hyperlinks that are read for one answer: the heaviest ties of an archive have millions. They are counted whole. */
const mostLinks = 20_000
/** A table is for another program, which may want all. */
const mostRows = 1_000_000

/** As answerEvidence, of the Parquet files. */
export async function answerPartEvidence(context: Context, study: CountedStudy): Promise<Response> {
  const { source = '', target = '', zone, offset, limit } = context.req.query()
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const page = { zone, offset: count(offset, 0), limit: Math.min(1000, count(limit, 40)) }
  const tie = { sources: [source], targets: [target] }
  return context.json((await arranged(study, tie, { source, target, ...page })) satisfies EvidenceData)
}

/** As answerLinks, of the Parquet files. */
export async function answerPartLinks(context: Context, study: CountedStudy, map: MapData): Promise<Response> {
  const group = groupOfQuery(context.req.query(), map)
  const zone = context.req.query('zone')
  if (group === null) return context.json({ error: 'no-such-group' }, 400)
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const page = { zone, offset: 0, limit: Math.min(1000, count(context.req.query('limit'), 20)) }
  const { source: _, target: _none, ...data } = await arranged(study, group, { source: '', target: '', ...page })
  return context.json(data satisfies LinksData)
}

/** As links.csv has them. */
export async function answerPartTable(context: Context, study: CountedStudy, map: MapData): Promise<Response> {
  const { source, target, zone } = context.req.query()
  const ofTie = source !== undefined && target !== undefined
  const group = ofTie ? { sources: [source], targets: [target] } : groupOfQuery(context.req.query(), map)
  if (group === null) return context.json({ error: 'no-such-group' }, 400)
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const { links } = await study.evidence.links(study.corpus, group, mostRows, zone)
  return context.body([...csvTable(linkTable, links)].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="links.csv"',
  })
}

interface Asked {
  readonly source: string
  readonly target: string
  readonly zone: Zone | undefined
  readonly offset: number
  readonly limit: number
}

async function arranged({ corpus, evidence }: CountedStudy, tie: PartTie, asked: Asked): Promise<EvidenceData> {
  const { links, byZone } = await evidence.links(corpus, tie, mostLinks, asked.zone)
  const data = groupEvidence(links, asked)
  const ofSeveral = (ids: readonly string[] | null): boolean => ids?.length !== 1
  const sources = new Map(links.map(link => [link.sourceUrl as string, link.source as string]))
  return {
    ...data,
    byZone: allZones.flatMap(zone => byZone.filter(([name]) => name === zone)),
    total: byZone.reduce((sum, [, some]) => sum + some, 0),
    pages: data.pages.map(page => ({
      ...page,
      ...(ofSeveral(tie.sources) && { source: sources.get(page.url) ?? '' }),
    })),
  }
}

const count = (text: string | undefined, preset: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : preset
