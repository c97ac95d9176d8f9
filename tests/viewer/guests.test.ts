import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { CodesData } from '#viewer/protocol/review.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt } from './invented-network.ts'

const place = corpusPlace()
const client = new Map([['/index.html', { type: 'text/html', bytes: new TextEncoder().encode('<head></head>') }]])
/** What is nobody's business but of those who work on the study. */
const secrets = {
  contact: 'ada@study.example',
  sender: 'test@example.org',
  seeds: '/home/ada/list.csv',
  note: 'rang me up, was upset',
  coder: 'Ada L.',
  coding: 'she said so herself',
  reason: 'asked for by her lawyer',
  folder: place.file.replace(/\/[^/]*$/, ''),
}
const ways = ['map', 'crawl', 'summary', 'judged', 'review', 'log', 'changes', 'timeline', 'deeds', 'told', 'studies']

let corpus: Corpus
let reading: Corpus
let jobs: Jobs
let [owner, guest]: ServedMap[] = []

beforeAll(async () => {
  corpus = await copyInventedCorpus(place.file)
  const [source, target] = corpus
    .sql<{ id: string }>(`SELECT name AS id FROM entity WHERE status = 'IN' ORDER BY name LIMIT 2`)
    .all()
  const author = { actor: secrets.coder, now: crawledAt, reason: secrets.reason }
  setEntity(corpus, author, source!.id, { note: secrets.note })
  codeEdge(corpus, author, { source: source!.id, target: target!.id, code: 'credit', note: secrets.coding })
  ways.push(`entity?id=${source!.id}`, `codes?source=${source!.id}&target=${target!.id}`)
  reading = openCorpus(place.file, 'read')
  jobs = createJobs([process.execPath, '-e', 'console.error(process.argv[1])', place.file], {})
  jobs.start('crawl', [])
  await vi.waitFor(() => expect(jobs.facts()?.lines).toEqual([place.file]), { timeout: 20_000 })
  const parts = {
    corpus: reading,
    file: place.file,
    title: 'invented',
    now: () => crawledAt * 2,
    client,
    openForChanges: () => corpus,
    ownCrawlOf: () => ({ contact: secrets.contact, seeds: secrets.seeds }),
    err: () => undefined,
    jobs,
  }
  owner = await serveMap(parts, { port: 0 })
  guest = await serveMap(parts, { port: 0, readOnly: true })
})
afterAll(async () => {
  await Promise.all([owner, guest].map(served => served?.close()))
  await jobs.close()
  reading.close()
  corpus.close()
  place.remove()
})

const told = async (served: ServedMap | undefined): Promise<string> => {
  const answers = ways.map(async way => (await fetch(`${served!.address}api/${way}`)).text())
  return (await Promise.all(answers)).join('\n')
}
const ofGuest = async <Answer>(way: string): Promise<Answer> =>
  (await (await fetch(`${guest!.address}api/${way}`)).json()) as Answer

describe('those who may only look at a map', () => {
  it('are told of no person who works on the study: no contact, note, name, reason, or path of this machine', async () => {
    const text = await told(guest)
    expect(Object.entries(secrets).filter(([, words]) => text.includes(words))).toEqual([])
    // Those who work on it are; the sender of requests is asked of the corpus by its report alone.
    const { sender: _, seeds: _seeds, ...own } = secrets
    const whole = await told(owner)
    expect(Object.entries(own).filter(([, words]) => !whole.includes(words))).toEqual([])
  })

  it('are told all the rest: the map, where the crawl stands, how coders agree', async () => {
    expect((await ofGuest<MapData>('map')).ids).toHaveLength(44)
    expect(await ofGuest('crawl')).toMatchObject({ job: null, canGoOn: false, status: { entities: { IN: 44 } } })
    const { codes, coders } = await ofGuest<CodesData>(ways.at(-1)!)
    expect(codes.map(({ code, coder, note }) => [code, coder, note])).toEqual([['credit', '1', '']])
    expect(coders).toEqual([{ name: '1', ties: 1 }])
  })
})
