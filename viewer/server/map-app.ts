import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { zones, type Zone } from '../../data/records.ts'
import { linksBetweenEntities } from '../../data/store/evidence.ts'
import { corpusStamp } from '../../data/store/map-facts.ts'
import type { ClientFiles } from './client-files.ts'
import { groupEvidence } from './group-evidence.ts'
import { guard } from './guard.ts'
import { readEntityData } from './read-entity-data.ts'
import { readMapData, type MapSource } from './read-map-data.ts'

export interface MapAppParts extends MapSource {
  readonly client: ClientFiles
  /** Values of the Host header that mean this server; known once it listens. */
  readonly hosts: () => readonly string[]
}

/** The server's answers: the page, and the data that it asks for. */
export function createMapApp(parts: MapAppParts): Hono {
  const { corpus, client, hosts } = parts
  const mapText = rememberWhile(
    () => corpusStamp(corpus),
    () => JSON.stringify(readMapData(parts)),
  )
  const app = new Hono()
  app.use(guard(hosts))
  app.use(compress())
  app.get('/api/map', context => context.body(mapText(), 200, { 'content-type': 'application/json' }))
  app.get('/api/entity', context => {
    const data = readEntityData(corpus, context.req.query('id') ?? '')
    return data ? context.json(data) : context.json({ error: 'no-such-entity' }, 404)
  })
  app.get('/api/evidence', context => {
    const { source = '', target = '', zone, offset, limit } = context.req.query()
    if (zone !== undefined && !isZone(zone)) return context.json({ error: 'no-such-zone' }, 400)
    const question = { source, target, zone, offset: count(offset, 0), limit: Math.min(1000, count(limit, 40)) }
    return context.json(groupEvidence(linksBetweenEntities(corpus, source, target), question))
  })
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

const isZone = (name: string): name is Zone => (zones as readonly string[]).includes(name)

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
