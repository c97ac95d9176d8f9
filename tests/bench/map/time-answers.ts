import type { Corpus } from '#data/store/base/corpus.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { serveBench } from './serve-bench.ts'

export interface AnswerTimes {
  readonly question: string
  readonly asked: number
  /** Milliseconds from the request to the last byte, over loopback. */
  readonly median: number
  readonly p95: number
  readonly most: number
}

/** How long the server takes to show the hyperlinks of ties and the panels of sites, as the page asks for them. */
export async function timeAnswers(corpus: Corpus): Promise<AnswerTimes[]> {
  const served = await serveBench(corpus)
  const evidence = ([source, target]: Pair): string => `api/evidence?source=${source}&target=${target}`
  const sites = corpus.sql<{ name: string }>('SELECT name FROM entity').all().map(({ name }) => name) // prettier-ignore
  const random = createRandom('which sites')
  const some = Array.from({ length: 200 }, () => sites[random.int(sites.length)]!)
  const ties = tiesByWeight(corpus)
  const drawn = Array.from({ length: 300 }, () => ties[random.int(ties.length)]!)
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['hyperlinks of a tie', drawn.map(evidence)],
    ['… of the 20 heaviest ties', ties.slice(0, 20).map(evidence)],
    ['… their next pages', ties.slice(0, 20).map(tie => `${evidence(tie)}&offset=40`)],
    ['… their content only', ties.slice(0, 20).map(tie => `${evidence(tie)}&zone=content`)],
    ['a site', some.map(id => `api/entity?id=${id}`)],
    ['the 20 most cited sites', mostCited(corpus).map(id => `api/entity?id=${id}`)],
    ['words in anchors and titles', Array.from({ length: 10 }, (_, nth) => `api/search?q=invented site ${nth * 7}`)],
  ]
  try {
    const times: AnswerTimes[] = []
    for (const [question, addresses] of questions) times.push(await timed(question, served.address, addresses))
    return times
  } finally {
    await served.close()
  }
}

async function timed(question: string, server: string, addresses: readonly string[]): Promise<AnswerTimes> {
  const times: number[] = []
  // The first one pays for the connection.
  for (const address of [addresses[0]!, ...addresses]) {
    const start = performance.now()
    const response = await fetch(server + address)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    times.push(performance.now() - start)
  }
  const sorted = times.slice(1).sort((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
  return { question, asked: sorted.length, median: at(0.5), p95: at(0.95), most: at(1) }
}

type Pair = readonly [source: string, target: string]

const tiesByWeight = (corpus: Corpus): Pair[] =>
  corpus
    .sql<{ source: string; target: string }>(
      `SELECT source.name AS source, target.name AS target FROM link
       JOIN entity source ON source.id = source_entity JOIN entity target ON target.id = target_entity
       GROUP BY source_entity, target_entity ORDER BY count(*) DESC, 1, 2`,
    )
    .all()
    .map(({ source, target }) => [source, target])

const mostCited = (corpus: Corpus): string[] =>
  corpus
    .sql<{ name: string }>(
      'SELECT name FROM link JOIN entity ON entity.id = target_entity GROUP BY target_entity ORDER BY count(*) DESC LIMIT 20',
    )
    .all()
    .map(({ name }) => name)
