import type { Context } from 'hono'
import { isDate } from '#data/entity/dated.ts'
import { isZone } from '#data/vocabulary/zones.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { lastAsked } from '#data/store/graph/results.ts'
import { csvTable } from '#data/table/csv-table.ts'
import { linkTable } from '#graph/exchange/model/evidence-fields.ts'
import type { MapData, TiesData } from '../protocol/map.ts'
import { withCopies } from './archive/with-copies.ts'
import type { KeptAnswers } from './packed/kept-answers.ts'
import { readEvidence } from './read-evidence.ts'
import { isRelation } from '#data/vocabulary/relations.ts'
import { type AskedLayer, daysBetween, tiesOfLayer } from './ties/ties-of-layer.ts'

/** The ties that the hyperlinks of some zones and months make, between the sites of the map. */
export function answerTies(context: Context, corpus: Corpus, map: MapData): Response {
  const ties = tiesAsked(corpus, map, partsOf(context))
  return typeof ties === 'string' ? context.json({ error: ties }, 400) : context.json(ties)
}

/** What an address asks for. */
export const partsOf = (context: Context): URLSearchParams => new URL(context.req.url).searchParams

/** As asked for by the parts of an address; a slug of what can't be asked for. */
export function tiesAsked(corpus: Corpus, map: MapData, parts: URLSearchParams): TiesData | UnfitLayer {
  const layer = layerAsked(map, parts)
  return typeof layer === 'string' ? layer : tiesOfLayer(corpus, map, layer)
}

type UnfitLayer = 'no-such-zone' | 'no-such-month' | 'no-such-wave' | 'no-such-relation'

/** The layer that the parts of an address name; a slug of what can't be asked for. */
export function layerAsked(map: MapData, parts: URLSearchParams): AskedLayer | UnfitLayer {
  const [since, until, wave] = ['since', 'until', 'wave'].map(name => parts.get(name) ?? '') as [string, string, string]
  const zones = parts.getAll('zone')
  if (!zones.every(isZone)) return 'no-such-zone'
  if (![since, until].every(isMonthOrDay)) return 'no-such-month'
  if (wave !== '' && !map.corpus.crawl?.waves.includes(wave)) return 'no-such-wave'
  const as = parts.get('as') ?? 'links'
  return isRelation(as) ? { zones, since, until, wave, as } : 'no-such-relation'
}

export function answerEvidence(context: Context, corpus: Corpus, keep: KeptAnswers): Response {
  const { source = '', target = '', zone, offset, limit } = context.req.query()
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const question = {
    source,
    target,
    zone,
    ...shownOf(context, { analysis: lastAsked(corpus) }),
    offset: count(offset, 0),
    limit: Math.min(1000, count(limit, 40)),
  }
  return keep(context, () => withCopies(corpus, readEvidence(corpus, question), source))
}

/** The hyperlinks of one tie as links.csv has them. */
export function answerEvidenceTable(context: Context, corpus: Corpus): Response {
  const { source = '', target = '', zone } = context.req.query()
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const asked = shownOf(context, { analysis: lastAsked(corpus) })
  const links = linksBetweenEntities(corpus, source, target, zone === undefined ? undefined : [zone], asked)
  const name = `${source}-${target}`.replace(/[^a-z0-9.-]+/gi, '_').slice(0, 120)
  return context.body([...csvTable(linkTable, links)].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

/** The label of a wave that hyperlinks are asked of; of one that there is not, there are none. */
export function waveOf(context: Context): { readonly wave?: string } {
  const wave = context.req.query('wave') ?? ''
  return wave === '' ? {} : { wave }
}

/**
 * Of which hyperlinks the evidence is asked: those of a wave, those of some months or days; without any those of the days that the analysis took, as
 * the map's ties are. What is neither counts for none.
 */
export function shownOf(
  context: Context,
  { analysis }: { readonly analysis: Parameters<typeof analysedQuestion>[0] },
): { readonly wave?: string; readonly written?: WrittenRange } {
  const [since, until] = ['since', 'until'].map(name => context.req.query(name) ?? '') as [string, string]
  const isAsked = since + until !== '' && [since, until].every(isMonthOrDay)
  const written = isAsked ? daysBetween(since, until) : analysedQuestion(analysis).written
  return { ...waveOf(context), ...(written && { written }) }
}

const isMonthOrDay = (text: string): boolean => text === '' || (text.length > 4 && isDate(text))

const count = (text: string | undefined, preset: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : preset
