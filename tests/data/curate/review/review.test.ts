import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Database from 'better-sqlite3'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { EntityId } from '#data/url/brand.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { candidates } from '#data/curate/candidates.ts'
import { assessRanking } from '#data/curate/review/assess.ts'
import type { ReviewCandidate } from '#data/curate/review/candidate.ts'
import { notingDraws } from '#data/curate/review/noting-draws.ts'
import { orderReview, listPlaces } from '#data/curate/review/order.ts'
import { readCandidates } from '#data/curate/review/read-candidates.ts'
import { reasonsOf } from '#data/curate/review/reasons.ts'
import { setEntities } from '#data/store/curate/set-entity.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { entitiesOfRounds, growthRounds } from '#data/store/review/growth-rounds.ts'
import { sayReviewReason } from '#data/vocabulary/words/say.ts'
import { makeReviewQueue, readReviewQueue } from '#viewer/server/read-review-queue.ts'
import { ageCorpus } from '#tests/data/store/older-corpus.ts'
import { plantWeb } from '#tests/eval/review/planted-web.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-review-'))
const author = { actor: 'user', reason: '', now: Date.UTC(2026, 10, 2) }
const idsOf = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id)

let corpus: Corpus
let relevant: ReadonlySet<string>
beforeAll(() => {
  ;({ corpus, relevant } = plantWeb(join(folder, 'web.sqlite'), { field: 60, seeds: 12, distractors: 600 }, 'test'))
})
afterAll(() => {
  corpus.close()
  rmSync(folder, { recursive: true, force: true })
})

const decide = (ids: readonly string[], status: 'IN' | 'OUT'): number =>
  inOneStep(corpus, () => notingDraws(corpus, ids, () => setEntities(corpus, author, ids, { status })))!

describe('a review that nobody has begun', () => {
  it('shows first whom several communities cite in their text, and each tenth by lot', () => {
    const order = orderReview(readCandidates(corpus))
    expect(order.model).toBeNull()
    const communities = order.ranked.map(({ citers }) => {
      const said = citers.filter(({ places }) => places.has('text')).map(({ community }) => community)
      return new Set(said).size
    })
    expect(communities).toEqual(communities.toSorted((a, b) => b - a))
    const list = listPlaces(order, 40)
    expect(list.filter((_, at) => (at + 1) % 10 === 0).map(({ drawn }) => drawn)).toEqual([true, true, true, true])
    expect(new Set(list.map(({ candidate }) => candidate.id)).size).toBe(40)
    expect(listPlaces(order, 10_000)).toHaveLength(order.ranked.length)
  })

  it('draws by names alone: a drawn one stays drawn, whatever is decided of others', () => {
    const drawnOf = (known: readonly ReviewCandidate[]): string[] =>
      listPlaces(orderReview(known), 50).flatMap(({ candidate, drawn }) => (drawn ? [candidate.id] : []))
    const known = readCandidates(corpus)
    const before = drawnOf(known)
    const others = known.map(one => (before.includes(one.id) ? one : { ...one, pages: 1 }))
    expect(drawnOf(others)).toEqual(expect.arrayContaining(before.slice(0, 3)))
  })
})

describe('decisions', () => {
  it('are learnt from once there are ten of both kinds, and give reasons that can be read', () => {
    const list = listPlaces(orderReview(readCandidates(corpus)), 30).map(({ candidate }) => candidate.id)
    decide(
      list.filter(id => relevant.has(id)),
      'IN',
    )
    decide(
      list.filter(id => !relevant.has(id)),
      'OUT',
    )
    const known = readCandidates(corpus)
    const { model, ranked } = orderReview(known)
    expect(model).not.toBeNull()
    const why = reasonsOf(ranked[0]!, model)
    expect(why[0]!.code).toMatch(/in-text|in-lists/)
    expect(why.map(reason => sayReviewReason(reason, 'fr')).join()).not.toContain('{')
    expect(idsOf(orderReview(readCandidates(corpus)).ranked)).toEqual(idsOf(ranked))
  })

  it('are told of the same list at the terminal and in the page', () => {
    const terminal = candidates(corpus, { minCiters: 1, limit: 100 })
    const page = readReviewQueue(corpus, makeReviewQueue(corpus), { group: '', name: '', infrastructure: false })
    expect(idsOf(page.candidates)).toEqual(idsOf(terminal))
    expect(page.total).toBeGreaterThan(page.candidates.length)
  })

  it('make rounds, which a crawl parts, and which an undo empties again', () => {
    const [first] = growthRounds(corpus)
    expect(first).toMatchObject({ round: 1, undecided: 0 })
    expect(first!.kept + first!.dropped).toBe(30)
    corpus
      .sql(
        `INSERT INTO run (command, wave_id, options, version, runtime, pid, started_at, seen_at) VALUES ('crawl', 1, '{}', '0', 't', 1, 0, 0)`,
      )
      .run()
    const next = orderReview(readCandidates(corpus)).ranked.slice(0, 2)
    const event = decide(idsOf(next), 'IN')
    expect(growthRounds(corpus)[1]).toMatchObject({ round: 2, kept: 2, dropped: 0 })
    expect([...entitiesOfRounds(corpus, [2])].toSorted()).toEqual(idsOf(next).toSorted())
    undoEvent(corpus, author, event)
    expect(growthRounds(corpus)).toHaveLength(1)
    expect(idsOf(orderReview(readCandidates(corpus)).ranked)).toEqual(expect.arrayContaining(idsOf(next)))
  })

  it('leave out of a graph who came in a round', () => {
    const graphOf = (withoutRound: readonly number[]) =>
      readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'binary', withoutRound })
    const out = entitiesOfRounds(corpus, [1])
    const [whole, without] = [graphOf([]), graphOf([1])]
    expect(whole.nodes.some(({ id }) => out.has(id))).toBe(true)
    expect(idsOf(without.nodes)).toEqual(idsOf(whole.nodes).filter(id => !out.has(id as EntityId)))
    expect(without.edges).toEqual(whole.edges.filter(({ source, target }) => !out.has(source) && !out.has(target)))
  })

  it('are read out of the events of an older corpus', () => {
    const file = join(folder, 'older.sqlite')
    corpus.sql('VACUUM INTO ?').run(file)
    const db = new Database(file)
    ageCorpus(db)
    db.close()
    const older = openCorpus(file, 'write')
    const counts = (one: Corpus) => growthRounds(one).map(({ kept, dropped }) => [kept, dropped])
    expect(counts(older)).toEqual(counts(corpus))
    older.close()
  })

  it('are measured by those drawn alone, ranked by what was decided of the others', () => {
    const known = readCandidates(corpus)
    const open = orderReview(known).lots
    const kept = open.filter(({ id }) => relevant.has(id)).slice(0, 4)
    const drawn = new Set([...kept, ...open.filter(({ id }) => !relevant.has(id)).slice(0, 46)])
    const told = known.map(one =>
      drawn.has(one)
        ? { ...one, drawn: true, event: 99, status: kept.includes(one) ? 'IN' : 'OUT' }
        : { ...one, drawn: false },
    ) as ReviewCandidate[]
    const { recall } = assessRanking(told)
    expect(recall).toMatchObject({ of: 4, byChance: 0.4 })
    expect(recall!.found).toBeGreaterThanOrEqual(3)
    // Twenty drawn ones are all among the first twenty: that says nothing.
    const few = new Set([...drawn].slice(0, 20))
    expect(
      assessRanking(told.map(one => ({ ...one, drawn: one.drawn && few.has(known.find(({ id }) => id === one.id)!) })))
        .recall,
    ).toBeNull()
  })

  it('say that it is time to stop once forty drawn ones were dropped', () => {
    for (let time = 0; time < 9; time += 1)
      decide(
        idsOf(
          orderReview(readCandidates(corpus))
            .lots.filter(({ id }) => !relevant.has(id))
            .slice(0, 5),
        ),
        'OUT',
      )
    const { stop } = assessRanking(readCandidates(corpus))
    expect(stop).toMatchObject({ looked: 40, kept: 0, isTime: true })
    // 0 of 40: 1 − 0.05^(1/40), the exact bound of Clopper and Pearson.
    expect(stop.most).toBeCloseTo(0.0722, 4)
  })
})

describe('infrastructure told by signs', () => {
  /** Ten sites of each of six communities; whom a case is about is cited by nobody else. */
  const plant = (file: string) => {
    const { corpus: web } = plantWeb(join(folder, file), { field: 60, seeds: 60, distractors: 8 }, 'signs')
    const row = (id: string): number =>
      web.sql<number>('SELECT id FROM entity WHERE name = ?').pluck().get(id) as number
    const cite = (id: string, zone: string, sites: readonly number[]): void => {
      for (const site of sites)
        web
          .sql(
            `INSERT INTO link (page_id, target_id, source_entity, target_entity, ordinal, element, zone, anchor, first_visit, last_visit)
             VALUES (@page, @target, @page, @target, @ordinal, 'a', @zone, 1, @page, @page)`,
          )
          .run({ page: site + 1, target: row(id), zone, ordinal: zone === 'content' ? 901 : 900 })
    }
    web.sql(`DELETE FROM link WHERE target_entity IN (SELECT id FROM entity WHERE name LIKE 'wide-%')`).run()
    return { web, cite }
  }
  /** The first `each` sites of these communities: site n is of community n modulo 6. */
  const sitesOf = (communities: readonly number[], each: number): number[] =>
    communities.flatMap(community => Array.from({ length: each }, (_, nth) => nth * 6 + community))
  const all = [0, 1, 2, 3, 4, 5]

  it('is what all communities alike cite from templates alone, of no country; without one of these signs nothing is', () => {
    const { web, cite } = plant('signs.sqlite')
    cite('wide-0.example', 'footer', sitesOf(all, 5))
    cite('wide-1.example', 'footer', sitesOf(all, 5))
    cite('wide-1.example', 'content', [0])
    cite('wide-2.example', 'footer', sitesOf([0, 1, 2], 10))
    cite('wide-3.example', 'sidebar', sitesOf(all, 5))
    web.sql(`UPDATE entity SET country = 'FR' WHERE name = 'wide-3.example'`).run()
    cite('wide-4.example', 'footer', sitesOf(all, 1))
    cite('wide-5.example', 'blogroll', sitesOf(all, 5))
    cite('wide-6.example', 'nav', sitesOf(all, 5))
    const told = new Map(readCandidates(web).map(({ id, infrastructure }) => [id as string, infrastructure]))
    expect(Object.fromEntries(told)).toEqual({
      'wide-0.example': 'signs',
      // Once in somebody's own words; half of the communities alone; of a country; by six sites; in lists of friends.
      'wide-1.example': null,
      'wide-2.example': null,
      'wide-3.example': null,
      'wide-4.example': null,
      'wide-5.example': null,
      'wide-6.example': 'signs',
    })
    const { ranked, infrastructure } = orderReview(readCandidates(web))
    expect(idsOf(infrastructure)).toEqual(['wide-0.example', 'wide-6.example'])
    expect(ranked.some(({ id }) => id === ('wide-0.example' as EntityId))).toBe(false)
    web.close()
  })
})
