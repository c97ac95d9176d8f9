import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldLru } from '#data/entity/web-entity.ts'
import { Mistake } from '#data/mistake.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addPrefixTo, datePrefix, removePrefixFrom } from '#data/store/curate/move-prefix.ts'
import { addName, removeName } from '#data/store/curate/name-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { splitEntity } from '#data/store/curate/split-entity.ts'
import { tagEntity, untagEntity } from '#data/store/curate/tag-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { findPage } from '#data/store/base/intern-page.ts'
import { moveAllPages, movePages, type Move } from '#data/store/entities/move-pages.ts'
import { recordRedirect } from '#data/store/visits/redirects.ts'
import { regroupAll } from '#data/store/entities/regroup.ts'
import type { Lru } from '#data/url/brand.ts'
import { prefixLru } from '#data/url/lru.ts'
import { emptyCorpus, readPage, seeded, someTime, url } from './invented-corpus.ts'
import { expectInStep, livingState } from './living-state.ts'

const author = { actor: 'user', reason: '', now: someTime }

const places = [
  'http://a.example/',
  'http://a.example/blog/',
  'http://blogs.example/',
  'http://blogs.example/one/',
  'http://blogs.example/two/',
  'http://blogs.example/two/old/',
  'http://shop.stranger.example/',
  'http://stranger.example/',
  'http://new.stranger.example:8080/x',
  'https://medium.com/@one',
  'https://medium.com/@two/a-post',
  'https://two.wordpress.com/2012/',
]

const captureDays = ['2012-11-05', '2013-02-01', '2013-05-20', '2013-12-31', '2014-01-01']

/**
 * Every place links to every other, today and as archives have it about 2013, some of it years off; one of them redirects to another. A half of the places was
 * not there then, and links to the other half.
 */
function corpusOfPlaces(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://blogs.example/', 'https://medium.com/@one')
  for (const place of places) readPage(corpus, place, places)
  corpus
    .sql(`INSERT INTO wave (label, started_at, past, within_days) VALUES ('2013', ?, '2013-06-15', 250)`)
    .run(someTime)
  for (const [at, place] of places.entries())
    if (at % 2 === 0) {
      const page = readPage(corpus, place, places.slice(at % 3), someTime, 2)
      const captured = Date.parse(`${captureDays[(at / 2) % captureDays.length]}T12:00:00Z`)
      corpus.sql('UPDATE visit SET captured_at = ? WHERE page_id = ? AND wave_id = 2').run(captured, page)
    }
  const id = (address: string): number => findPage(corpus, url(address))!.id
  recordRedirect(corpus, id('http://stranger.example/'), id('http://blogs.example/two/'))
  return corpus
}

const livingNames = (corpus: Corpus): string[] =>
  corpus
    .sql<{ name: string }>('SELECT name FROM entity WHERE merged_into IS NULL ORDER BY name')
    .all()
    .map(({ name }) => name)

const word = fc.constantFrom('one', 'two', 'three')
const prefixOf = (place: string, subdomains: boolean): Lru => foldLru(prefixLru(url(place), { subdomains }))
const lru = fc.tuple(fc.constantFrom(...places), fc.boolean()).map(([place, subdomains]) => prefixOf(place, subdomains))

type Operation = (corpus: Corpus, pick: (n: number) => string) => unknown

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ n: fc.nat(), status: fc.constantFrom(...statuses), label: word }).map(
    ({ n, ...fields }): Operation =>
      (corpus, pick) =>
        setEntity(corpus, author, pick(n), fields),
  ),
  fc.tuple(fc.nat(), word, word).map(
    ([n, category, value]): Operation =>
      (corpus, pick) =>
        tagEntity(corpus, author, pick(n), category, value),
  ),
  fc.tuple(fc.nat(), word).map(
    ([n, category]): Operation =>
      (corpus, pick) =>
        untagEntity(corpus, author, pick(n), category),
  ),
  fc.tuple(fc.nat(), word).map(
    ([n, name]): Operation =>
      (corpus, pick) =>
        addName(corpus, author, pick(n), name, { from: '2012' }),
  ),
  fc.tuple(fc.nat(), word).map(
    ([n, name]): Operation =>
      (corpus, pick) =>
        removeName(corpus, author, pick(n), name),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...places), fc.boolean()).map(
    ([n, place, subdomains]): Operation =>
      (corpus, pick) =>
        addPrefixTo(corpus, author, pick(n), prefixOf(place, subdomains), { to: '2013', start: url(place) }),
  ),
  fc.tuple(fc.nat(), lru, fc.constantFrom('', '2013', '2013-05'), fc.constantFrom('', '2013', '2013-12-30')).map(
    ([n, prefix, from, to]): Operation =>
      (corpus, pick) =>
        datePrefix(corpus, author, pick(n), prefix, { from, to }),
  ),
  fc.tuple(fc.nat(), lru).map(
    ([n, prefix]): Operation =>
      (corpus, pick) =>
        removePrefixFrom(corpus, author, pick(n), prefix),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([n, m]): Operation =>
      (corpus, pick) =>
        mergeEntity(corpus, author, pick(n), pick(m)),
  ),
  fc.tuple(fc.nat(), fc.uniqueArray(lru, { minLength: 1, maxLength: 2 })).map(
    ([n, prefixes]): Operation =>
      (corpus, pick) =>
        splitEntity(corpus, author, pick(n), prefixes),
  ),
)

/** Carries the operation out; returns whether it was accepted. */
function carryOut(corpus: Corpus, operate: Operation): boolean {
  const names = livingNames(corpus)
  try {
    operate(corpus, n => names[n % names.length]!)
    return true
  } catch (error) {
    if (error instanceof Mistake) return false
    throw error
  }
}

describe('any sequence of operations on entities', () => {
  it('leaves pages, links and start pages where their prefixes say, and is taken back whole by undoing', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 12 }), operations => {
        const corpus = corpusOfPlaces()
        const before = livingState(corpus)
        for (const operate of operations) {
          accepted += Number(carryOut(corpus, operate))
          expectInStep(corpus)
        }
        while (undoEvent(corpus, author)) expectInStep(corpus)
        expect(livingState(corpus)).toEqual(before)
        corpus.close()
      }),
      { numRuns: 40, seed: 1, endOnFailure: true },
    )
    // Most operations must do something, or the property says nothing.
    expect(accepted).toBeGreaterThan(80)
  })

  it('gives what assigning every address from scratch gives', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), operations => {
        const corpus = corpusOfPlaces()
        for (const operate of operations) carryOut(corpus, operate)
        const state = livingState(corpus)
        giveAllToOne(corpus)
        expect(regroupAll(corpus, someTime)).toMatchObject({ made: [] })
        expect(livingState(corpus)).toEqual(state)
        expectInStep(corpus)
        corpus.close()
      }),
      { numRuns: 25, seed: 2, endOnFailure: true },
    )
  })
})

/** As if nothing had ever been assigned. */
function giveAllToOne(corpus: Corpus): void {
  const { id } = corpus.sql<{ id: number }>('SELECT min(id) AS id FROM entity').get()!
  for (const change of [
    'page SET entity_id = @id',
    'link SET source_entity = @id, target_entity = @id',
    'start_page SET entity_id = @id',
  ])
    corpus.sql(`UPDATE ${change}`).run({ id })
}

const ways = [
  ['movePages', movePages],
  ['moveAllPages', (corpus: Corpus, moves: readonly Move[]) => moveAllPages(corpus, Int32Array.from(sparse(moves)))],
] as const

/** The owners by page, from 0 on. */
function sparse(moves: readonly Move[]): number[] {
  const owners = Array.from({ length: Math.max(...moves.map(({ id }) => id)) + 1 }, () => 0)
  for (const { id, owner } of moves) owners[id] = owner
  return owners
}

describe.each(ways)('%s', (_, move) => {
  it('moves pages with their links, what leads to them, and start pages; indexes stay as they were', () => {
    const corpus = corpusOfPlaces()
    const state = livingState(corpus)
    const indexes = (): unknown[] =>
      corpus.sql(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name`).all()
    const before = indexes()
    const moves = corpus.sql<Move>('SELECT id, entity_id AS owner FROM page').all()
    giveAllToOne(corpus)
    corpus.write(() => move(corpus, moves))
    expect(livingState(corpus)).toEqual(state)
    expectInStep(corpus)
    expect(indexes()).toEqual(before)
    expect(corpus.db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
