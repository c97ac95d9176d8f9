import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Said, sayMistake } from '#data/vocabulary/words/say.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { entityFacts, eventLog } from '#data/store/map/entity-facts.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { AskedChange, ChangeOutcome } from '#viewer/protocol/change.ts'
import type { EntityData } from '#viewer/protocol/entity.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import type { CodesData, ReviewData } from '#viewer/protocol/review.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap, type ServeOptions } from '#viewer/server/serve-map.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt } from './invented-network.ts'

const place = corpusPlace()
let corpus: Corpus
let reading: Corpus
let served: ServedMap
let token: string
const others: ServedMap[] = []
const page = new TextEncoder().encode('<!doctype html><head><title>Toile</title></head>')
const client = new Map([['/index.html', { type: 'text/html; charset=utf-8', bytes: page }]])

const serve = (options: ServeOptions): Promise<ServedMap> =>
  serveMap(
    {
      corpus: reading,
      file: place.file,
      title: 'invented',
      now: () => crawledAt,
      client,
      openForChanges: () => corpus,
      err: text => void process.stderr.write(text),
      jobs: createJobs([process.execPath], {}),
    },
    options,
  )

beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
  reading = openCorpus(place.file, 'read')
  served = await serve({ port: 0 })
  token = tokenIn(await (await fetch(served.address)).text())!
})
afterEach(() => Promise.all(others.splice(0).map(other => other.close())))
afterAll(async () => {
  await served.close()
  reading.close()
  corpus.close()
  place.remove()
})

const tokenIn = (text: string): string | undefined => /name="toile-token" content="([^"]+)"/.exec(text)?.[1]

interface Posted {
  readonly status: number
  readonly outcome: Partial<ChangeOutcome> & { readonly event?: number | null; readonly said?: readonly Said[] }
}

async function post(
  change: unknown,
  { by = 'Ada', headers = {} as Record<string, string>, address = served.address } = {},
): Promise<Posted> {
  const response = await fetch(`${address}api/change`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-toile-token': token, ...headers },
    body: JSON.stringify({ by, reason: '', change }),
  })
  return { status: response.status, outcome: (await response.json()) as Posted['outcome'] }
}

const send = (change: AskedChange, by = 'Ada'): Promise<Posted> => post(change, { by })
const read = async <Data>(path: string): Promise<Data> => (await (await fetch(served.address + path)).json()) as Data

describe('the door for changes', () => {
  const change = { kind: 'set', id: 'doorstep.example', from: {}, to: { note: 'never stored' } }

  it.each([
    ['no token', { 'x-toile-token': '' }, 403],
    ['a wrong token', { 'x-toile-token': 'x'.repeat(32) }, 403],
    ['another page’s origin', { origin: 'https://evil.example' }, 403],
    ['a form’s content', { 'content-type': 'text/plain' }, 415],
  ])('stays shut to %s', async (_, headers, status) => {
    expect((await post(change, { headers })).status).toBe(status)
    expect(entityFacts(reading, 'doorstep.example')!.note).toBe('')
  })

  it('stays shut altogether when the map is served read-only, and the page learns no token', async () => {
    const other = await serve({ port: 0, readOnly: true })
    others.push(other)
    expect(tokenIn(await (await fetch(other.address)).text())).toBeUndefined()
    expect((await post(change, { address: other.address })).status).toBe(405)
    for (const way of ['api/deeds', 'api/told', 'made/a.gexf', 'made/a-report/report.html'])
      expect(await (await fetch(other.address + way)).json()).toEqual({ error: 'not-found' })
    expect((await fetch(`${other.address}api/deeds`)).status).toBe(404)
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a kind that is none', { kind: 'delete', id: 'doorstep.example' }],
    ['a status that is none', { kind: 'set', id: 'doorstep.example', from: {}, to: { status: 'MAYBE' } }],
    ['a country that is none', { kind: 'set', id: 'doorstep.example', from: {}, to: { country: 'France' } }],
    ['a decision for nobody', { kind: 'edit', ids: [], fields: { status: 'OUT' } }],
    ['a dismissal of nothing', { kind: 'dismiss', suggestion: 'same', ids: [] }],
    ['a field that is none', { kind: 'set', id: 'doorstep.example', from: {}, to: { id: 'x' } }],
    ['control characters', { kind: 'tag', id: 'doorstep.example', category: 'a\u001b[2J', value: 'b' }],
    ['a place that is none', { kind: 'pin', id: 'doorstep.example', place: { x: 'left', y: 0 } }],
    ['a site that is none', { kind: 'set', id: 'nobody.example', from: {}, to: { note: 'x' } }],
    ['an address that is none', { kind: 'add-prefix', id: 'doorstep.example', prefix: 'javascript:alert(1)' }],
    ['an event that is none', { kind: 'undo', event: 999_999 }],
  ])('refuses %s with a sentence, and changes nothing', async (_, wrong) => {
    const before = eventLog(reading, null, 1)[0]!.id
    const { status, outcome } = await post(wrong)
    expect([status, outcome.outcome]).toEqual([422, 'refused'])
    expect(outcome.said).not.toEqual([])
    for (const said of outcome.said!) expect(sayMistake(said, 'en')).not.toBe(sayMistake(said, 'fr'))
    expect(eventLog(reading, null, 1)[0]!.id).toBe(before)
  })

  it('refuses more than a change can be', async () => {
    const note = 'x'.repeat(3_000_000)
    const body = JSON.stringify({
      by: 'Ada',
      reason: '',
      change: { kind: 'set', id: 'doorstep.example', from: {}, to: { note } },
    })
    const headers = { 'content-type': 'application/json', 'x-toile-token': token }
    const status = await new Promise<number>((resolve, reject) => {
      request(`${served.address}api/change`, { method: 'POST', headers, agent: false }, answer => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end(body)
    })
    expect(status).toBe(413)
  })
})

describe('a change from the map', () => {
  it('is an event with who made it, and is taken back by its number', async () => {
    const { outcome } = await send({
      kind: 'set',
      id: 'doorstep.example',
      from: { status: 'IN' },
      to: { status: 'OUT' },
    })
    expect(entityFacts(reading, 'doorstep.example')!.status).toBe('OUT')
    expect(eventLog(reading, 'doorstep.example', 1)[0]).toMatchObject({
      id: outcome.event,
      actor: 'Ada',
      action: 'set',
    })
    await send({ kind: 'undo', event: outcome.event! })
    expect(entityFacts(reading, 'doorstep.example')!.status).toBe('IN')
  })

  it('decides for many in one event, which is taken back whole; other tags stay', async () => {
    const ids = ['voter-atlas.example', 'open-canvass.example']
    const before = ids.map(id => entityFacts(reading, id)!)
    await send({ kind: 'tag', id: ids[0]!, category: 'typology', value: 'kept' })
    const { outcome } = await send({
      kind: 'edit',
      ids,
      fields: { status: 'UNDECIDED' },
      tags: [['sample', ['pilot', 'second']]],
    })
    for (const id of ids) {
      const { status, tags } = entityFacts(reading, id)!
      expect(status).toBe('UNDECIDED')
      expect(tags.filter(({ category }) => category === 'sample').map(({ value }) => value)).toEqual([
        'pilot',
        'second',
      ])
    }
    expect(entityFacts(reading, ids[0]!)!.tags).toContainEqual({ category: 'typology', value: 'kept' })
    await send({ kind: 'undo', event: outcome.event! })
    await send({ kind: 'untag', id: ids[0]!, category: 'typology', value: 'kept' })
    expect(ids.map(id => entityFacts(reading, id)!)).toEqual(before)
    const judged = await read<Record<string, { status: string }>>('api/judged')
    expect(judged[ids[0]!]).toEqual({ status: 'IN', note: before[0]!.note })
  })

  it('notes that a suggestion is wrong', async () => {
    const ids = ['doorstep.example', 'swing-county.example']
    const { outcome } = await send({ kind: 'dismiss', suggestion: 'same', ids })
    expect(eventLog(reading, ids[0]!, 1)[0]).toMatchObject({ id: outcome.event, action: 'dismiss' })
    await send({ kind: 'undo', event: outcome.event! })
  })

  it('is not made when the corpus is no longer as the user saw it', async () => {
    setEntity(corpus, { actor: 'command line', reason: '', now: crawledAt }, 'swing-county.example', { country: 'GB' })
    const late = await send({ kind: 'set', id: 'swing-county.example', from: { country: 'US' }, to: { country: 'CA' } })
    expect([late.status, late.outcome]).toEqual([409, { outcome: 'stale' }])
    expect(entityFacts(reading, 'swing-county.example')!.country).toBe('GB')
  })

  it('keeps what two people change of different facts', async () => {
    await send({ kind: 'set', id: 'voter-atlas.example', from: { note: '' }, to: { note: 'interviewed' } }, 'Ada')
    await send({ kind: 'set', id: 'voter-atlas.example', from: { kind: 'software' }, to: { kind: 'agency' } }, 'Bo')
    expect(entityFacts(reading, 'voter-atlas.example')).toMatchObject({ note: 'interviewed', kind: 'agency' })
  })

  it('says nothing to change when it is so already', async () => {
    expect(
      (await send({ kind: 'set', id: 'poll-watch-weekly.example', from: {}, to: { status: 'IN' } })).outcome,
    ).toEqual({
      outcome: 'done',
      event: null,
    })
  })

  it('tags, and moves, splits and merges addresses, and the map follows', async () => {
    const id = 'campaign-desk.example'
    await send({ kind: 'tag', id, category: 'typology', value: 'press' })
    await send({ kind: 'add-prefix', id, prefix: 'https://desk-notes.example/blog' })
    expect(entityFacts(reading, id)).toMatchObject({ tags: [{ category: 'typology', value: 'press' }] })
    expect(entityFacts(reading, id)!.prefixes.map(({ url }) => url)).toContain('desk-notes.example/blog')
    await send({ kind: 'split', id, prefixes: ['desk-notes.example/blog'], label: 'Desk notes' })
    expect(entityFacts(reading, 'desk-notes.example/blog')).toMatchObject({ label: 'Desk notes', status: 'IN' })
    await send({ kind: 'untag', id, category: 'typology', value: 'press' })
    const before = (await read<MapData>('api/map')).ids.length
    const { outcome } = await send({ kind: 'merge', id, into: 'the-canvasser.example' })
    expect((await read<MapData>('api/map')).ids).toHaveLength(before - 1)
    await send({ kind: 'undo', event: outcome.event! })
    expect((await read<MapData>('api/map')).ids).toHaveLength(before)
  })

  it('dates the end of an address, and leaves the beginning that it has', async () => {
    const id = 'campaign-desk.example'
    const prefix = 'desk-of-old.example'
    await send({ kind: 'add-prefix', id, prefix: `https://${prefix}/` })
    await send({ kind: 'date-prefix', id, prefix, from: '2003', to: '' })
    const { outcome } = await send({ kind: 'date-prefix', id, prefix, to: '2013-05-04' })
    expect(outcome.outcome).toBe('done')
    expect(entityFacts(reading, id)!.prefixes.find(({ url }) => url === prefix)).toMatchObject({
      from: '2003',
      to: '2013-05-04',
    })
    const wrong = { kind: 'date-prefix', id, prefix, from: '2014', to: '2013' } as const
    expect((await send(wrong)).outcome.outcome).toBe('refused')
    await send({ kind: 'remove-prefix', id, prefix })
  })

  it('fixes a site’s place on the map, and frees it again', async () => {
    const id = 'open-canvass.example'
    const placeOf = async (): Promise<readonly number[]> => {
      const { ids, x, y } = await read<MapData>('api/map')
      return [x[ids.indexOf(id)]!, y[ids.indexOf(id)]!]
    }
    const before = await placeOf()
    const { outcome } = await send({ kind: 'pin', id, place: { x: 12.5, y: -40 } })
    expect(await placeOf()).toEqual([12.5, -40])
    expect((await read<EntityData>(`api/entity?id=${id}`)).pinned).toBe(true)
    await send({ kind: 'undo', event: outcome.event! })
    expect(await placeOf()).toEqual(before)
  })

  it('takes a candidate off the queue', async () => {
    const queue = async (): Promise<string[]> => (await read<ReviewData>('api/review')).candidates.map(({ id }) => id)
    expect(await queue()).toEqual(['second-stranger.example', 'third-stranger.example', 'unreviewed.example'])
    await send({
      kind: 'set',
      id: 'third-stranger.example',
      from: { status: 'DISCOVERED' },
      to: { status: 'UNDECIDED' },
    })
    expect(await queue()).toEqual(['second-stranger.example', 'unreviewed.example'])
  })
})

describe('the codes of ties', () => {
  const tie = { source: 'turnout-engine.example', target: 'precinct-labs.example' }
  const other = { source: 'atelier-suffrage.example', target: 'micro-target-co.example' }
  const codes = (): Promise<CodesData> => read(`api/codes?source=${tie.source}&target=${tie.target}`)

  it('keep coders apart and say how far they agree', async () => {
    await send({ kind: 'code', ...tie, from: null, code: 'recognition', note: 'a method taken over' }, 'Ada')
    await send({ kind: 'code', ...tie, from: null, code: 'recognition', note: '' }, 'Bo')
    await send({ kind: 'code', ...other, from: null, code: 'dismissal', note: '' }, 'Ada')
    await send({ kind: 'code', ...other, from: null, code: 'dismissal', note: '' }, 'Bo')
    const { codes: ofTie, coders, agreement, together } = await codes()
    expect(ofTie.map(({ coder, code, note }) => [coder, code, note])).toEqual([
      ['Ada', 'recognition', 'a method taken over'],
      ['Bo', 'recognition', ''],
    ])
    expect(coders).toEqual([{ name: 'Ada', ties: 2 }, { name: 'Bo', ties: 2 }]) // prettier-ignore
    expect(agreement).toEqual([{ coders: ['Ada', 'Bo'], ties: 2, kappa: 1 }])
    expect(together).toMatchObject({ ties: 2, alpha: 1 })
  })

  it('are events: not overwritten unseen, and taken back one by one', async () => {
    const late = await send({ kind: 'code', ...tie, from: null, code: 'credit', note: '' }, 'Bo')
    expect(late.outcome).toEqual({ outcome: 'stale' })
    const { outcome } = await send({ kind: 'code', ...tie, from: 'recognition', code: null, note: '' }, 'Bo')
    expect((await codes()).codes.map(({ coder }) => coder)).toEqual(['Ada'])
    await send({ kind: 'undo', event: outcome.event! })
    expect((await codes()).codes.map(({ coder }) => coder)).toEqual(['Ada', 'Bo'])
    expect(eventLog(reading, tie.source, 1)[0]).toMatchObject({ action: 'undo code', undoes: outcome.event })
  })
})

describe('a map that other machines may see', () => {
  const ask = (address: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      request(new URL(address), { headers, agent: false }, response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
  const basic = (password: string): string => `Basic ${Buffer.from(`reader:${password}`).toString('base64')}`

  it('is not served without a password or read-only', async () => {
    await expect(serve({ port: 0, host: '0.0.0.0' })).rejects.toThrow('opens the map to other machines')
  })

  it('asks for the password, and takes only it', async () => {
    const other = await serve({ port: 0, host: '0.0.0.0', password: 'sésame, ouvre-toi' })
    others.push(other)
    const address = other.address.replace('0.0.0.0', '127.0.0.1')
    expect(await ask(address, {})).toBe(401)
    expect(await ask(address, { authorization: basic('sesame') })).toBe(401)
    expect(await ask(address, { authorization: basic('sésame, ouvre-toi') })).toBe(200)
  })

  it.each(['0.0.0.0', '127.0.0.2', '127.0.0.1'])('is not served on --host %s with a short password', async host => {
    await expect(serve({ port: 0, host, password: 'onze lettres'.slice(1) })).rejects.toThrow('expected at least 12')
  })

  it('judges few of many guesses, says when to come back, and lets in whoever was in before', async () => {
    const password = 'correct horse battery'
    const other = await serve({ port: 0, host: '127.0.0.1', password })
    others.push(other)
    const entered = await fetch(other.address, { headers: { authorization: basic(password) } })
    const cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!
    const guesses = Array.from({ length: 40 }, (_, at) => ask(other.address, { authorization: basic(`guess ${at}`) }))
    const statuses = await Promise.all(guesses)
    expect(statuses.filter(status => status === 401).length).toBeLessThanOrEqual(5)
    expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(35)
    const right = { authorization: basic(password) }
    const waiting = await fetch(other.address, { headers: right })
    expect([waiting.status, Number(waiting.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(await ask(other.address, { ...right, 'x-forwarded-for': '192.0.2.9' })).toBe(429)
    expect(await ask(other.address, { ...right, cookie })).toBe(200)
  })

  it('answers to addresses in figures, not to names that a stranger’s DNS may point here', async () => {
    const other = await serve({ port: 0, host: '0.0.0.0', readOnly: true })
    others.push(other)
    const address = other.address.replace('0.0.0.0', '127.0.0.1')
    const { port } = new URL(address)
    expect(await ask(address, { host: `192.0.2.7:${port}` })).toBe(200)
    expect(await ask(address, { host: `[2001:db8::7]:${port}` })).toBe(200)
    expect(await ask(address, { host: `evil.example:${port}` })).toBe(421)
  })

  it('answers behind its password under the name of a server with TLS in front, and to no other page', async () => {
    const password = 'correct horse battery'
    const other = await serve({ port: 0, host: '127.0.0.1', password })
    others.push(other)
    const own = { host: 'toile.lab.example', authorization: basic(password) }
    expect(await ask(other.address, own)).toBe(200)
    expect(await ask(other.address, { ...own, origin: 'https://toile.lab.example' })).toBe(200)
    expect(await ask(other.address, { ...own, origin: 'https://evil.example' })).toBe(403)
    expect(await ask(other.address, { host: own.host })).toBe(401)
  })

  it('says so of an address that is not this machine’s', async () => {
    await expect(serve({ port: 0, host: '192.0.2.1', readOnly: true })).rejects.toThrow('no address of this machine')
  })
})
