import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { zones, type Zone } from '../../data/records.ts'
import { linksBetweenEntities } from '../../data/store/evidence.ts'
import { corpusStamp } from '../../data/store/map-facts.ts'
import { readSiteEdges } from '../../data/store/site-graph.ts'
import { searchLinks } from '../../data/store/search-links.ts'
import { linksByMonth } from '../../data/store/timeline.ts'
import { csvTable } from '../../graph/export/csv-table.ts'
import { linkTable } from '../../graph/export/evidence-fields.ts'
import type { LinkRow } from '../../graph/export/export-model.ts'
import type { MapData, TiesData } from '../protocol.ts'
import type { ClientFiles } from './client-files.ts'
import { groupEvidence } from './group-evidence.ts'
import { guard } from './guard.ts'
import { readEntityData } from './read-entity-data.ts'
import { graphQuestion, readMapData, tieColumns, type MapSource } from './read-map-data.ts'

export interface MapAppParts extends MapSource {
  readonly client: ClientFiles
  /** Values of the Host header that mean this server; known once it listens. */
  readonly hosts: () => readonly string[]
}

/** The server's answers: the page, and the data that it asks for. */
export function createMapApp(parts: MapAppParts): Hono {
  const { corpus, client, hosts } = parts
  const readMap = rememberWhile(
    () => corpusStamp(corpus),
    () => {
      const data = readMapData(parts)
      return { data, text: JSON.stringify(data) }
    },
  )
  const app = new Hono()
  app.use(guard(hosts))
  app.use(compress())
  app.get('/api/map', context => context.body(readMap().text, 200, { 'content-type': 'application/json' }))
  app.get('/api/ties', context => answerTies(context, parts, readMap().data))
  app.get('/api/timeline', context => {
    const { statuses, zones: counted } = graphQuestion(readMap().data.analysis?.options ?? {})
    return context.json(linksByMonth(corpus, statuses, counted))
  })
  app.get('/api/entity', context => {
    const data = readEntityData(corpus, context.req.query('id') ?? '')
    return data ? context.json(data) : context.json({ error: 'no-such-entity' }, 404)
  })
  app.get('/api/search', context => {
    const { statuses } = graphQuestion(readMap().data.analysis?.options ?? {})
    return context.json(searchLinks(corpus, (context.req.query('q') ?? '').slice(0, 200), statuses, 200))
  })
  app.get('/api/evidence.csv', context => answerEvidenceTable(context, parts))
  app.get('/api/evidence', context => answerEvidence(context, parts))
  app.get('*', context => {
    const file = client.get(context.req.path === '/' ? '/index.html' : context.req.path)
    return file
      ? context.body(file.bytes, 200, { 'content-type': file.type })
      : context.json({ error: 'not-found' }, 404)
  })
  app.onError((error, context) => {
    process.stderr.write(`${error.stack ?? error.message}\n`)
    return context.json({ error: 'fault' }, 500)
  })
  return app
}

function answerTies(context: Context, { corpus }: MapAppParts, { ids, analysis }: MapData): Response {
  const { since = '', until = '' } = context.req.query()
  const asked = context.req.queries('zone') ?? []
  if (!asked.every(isZone)) return context.json({ error: 'no-such-zone' }, 400)
  if (![since, until].every(isMonth)) return context.json({ error: 'no-such-month' }, 400)
  const question = graphQuestion(analysis?.options ?? {})
  const edges = readSiteEdges(corpus, {
    ...question,
    zones: asked.length > 0 ? asked : question.zones,
    ...(since === '' && until === '' ? {} : { published: { since, until } }),
  })
  return context.json(tieColumns(ids, edges) satisfies TiesData)
}

function answerEvidence(context: Context, { corpus }: MapAppParts): Response {
  const { source = '', target = '', zone, offset, limit } = context.req.query()
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const question = { source, target, zone, offset: count(offset, 0), limit: Math.min(1000, count(limit, 40)) }
  return context.json(groupEvidence(linksBetweenEntities(corpus, source, target), question))
}

/** The hyperlinks of one tie as links.csv has them. */
function answerEvidenceTable(context: Context, { corpus }: MapAppParts): Response {
  const { source = '', target = '', zone } = context.req.query()
  if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
  const links = linksBetweenEntities(corpus, source, target, zone === undefined ? undefined : [zone])
  const name = `${source}-${target}`.replace(/[^a-z0-9.-]+/gi, '_').slice(0, 120)
  return context.body([...csvTable(linkTable, links as Iterable<LinkRow>)].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })
}

const isZone = (name: string): name is Zone => (zones as readonly string[]).includes(name)
const isMonth = (text: string): boolean => text === '' || /^\d{4}-\d{2}$/.test(text)

const count = (text: string | undefined, preset: number): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : preset

/** The last result again as long as `stamp` stays the same. */
function rememberWhile<Result>(stamp: () => string, make: () => Result): () => Result {
  let last: { readonly stamp: string; readonly result: Result } | undefined
  return () => {
    const now = stamp()
    if (last?.stamp !== now) last = { stamp: now, result: make() }
    return last.result
  }
}
