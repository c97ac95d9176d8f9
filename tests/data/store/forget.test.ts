import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { addName } from '#data/store/curate/name-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { discoveredEntities } from '#data/store/curate/discovered.ts'
import { entityFacts } from '#data/store/map/entity-facts.ts'
import { linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { findPage } from '#data/store/base/intern-page.ts'
import { internSnippet } from '#data/store/base/snippets.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import { ownSignatures, setOwnSignatures } from '#data/store/tools/own-signatures.ts'
import { readMarks } from '#data/marks/read-marks.ts'
import { ownMarks, setOwnMarks } from '#data/store/visits/own-marks.ts'
import { readSignatures } from '#data/tools/read-signatures.ts'
import { keepBorrowed } from '#data/store/tools/keep-borrowed.ts'
import { readBorrowings, writeBorrowings } from '#data/tools/borrowing.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { pagesOfCorpus } from '#data/store/evidence/pages.ts'
import { recordRedirect } from '#data/store/visits/redirects.ts'
import { noteRewrite } from '#data/store/base/rewrite-file.ts'
import { storeAnalysis } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import { emptyCorpus, readPage, seed, seeded, someTime, url } from './invented-corpus.ts'
import { expectInStep } from './living-state.ts'

const author = { actor: 'user', reason: 'letter of objection', now: someTime }

/** Texts that stand somewhere in the file only because of the private site. */
const traces = [
  'a sentence about somebody that must go',
  'the diary',
  'they wrote of themselves',
  'a note on a person',
  'Their Name',
  'An Old Name',
  'illness',
  'clinic.example',
  'private.example/diary',
  'community around Their Name',
]

function corpusWithPrivateSite(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://private.example/', 'http://other.private-name.example/')
  const context = 'a sentence about somebody that must go'
  readPage(corpus, 'http://a.example/', [
    { to: 'http://private.example/diary', anchor: 'the diary', context },
    { to: 'http://b.example/', anchor: 'B', context },
    { to: 'http://b.example/2', anchor: 'B again', context: 'a sentence that stays' },
  ])
  readPage(corpus, 'http://private.example/diary', [
    { to: 'http://a.example/', context: 'they wrote of themselves' },
    'http://clinic.example/ward',
    'http://b.example/',
  ])
  corpus.sql(`UPDATE visit SET canonical = 'http://private.example/diary'`).run()
  setEntity(corpus, author, 'private.example', { note: 'a note on a person', label: 'Their Name' })
  addName(corpus, author, 'private.example', 'An Old Name')
  tagEntity(corpus, author, 'private.example', 'health', 'illness')
  mergeEntity(corpus, author, 'other.private-name.example', 'private.example')
  storeAnalysis(corpus, 1, {
    options: {},
    nodes: 1,
    edges: 0,
    graphHash: '',
    nodeValues: new Map([['pagerank', new Map([['private.example' as EntityId, 1]])]]),
    graphValues: [],
    findings: new Map([['communities', ['community around Their Name']]]),
  })
  return corpus
}

const bytesOf = (corpus: Corpus): string => {
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
  return readFileSync(corpus.file, 'latin1')
}

describe('forgetEntity(corpus, author, name)', () => {
  it('removes every trace of content from the file itself, and leaves what others hold', () => {
    const corpus = corpusWithPrivateSite()
    for (const trace of traces) expect(bytesOf(corpus), `before: ${trace}`).toContain(trace)
    expect(forgetEntity(corpus, author, 'private.example')).toMatchObject({ pages: 3, links: 4, isHeld: false })
    const bytes = readFileSync(corpus.file, 'latin1')
    for (const trace of traces) expect(bytes, trace).not.toContain(trace)
    expectInStep(corpus)
    expect([...linksOfCorpus(corpus, statuses, zones)].map(({ target, context }) => [target, context])).toEqual([
      ['b.example', ''],
      ['b.example', 'a sentence that stays'],
    ])
    expect(corpus.db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('takes its hosts out of what other pages take from elsewhere, now and at the next visit', () => {
    const corpus = corpusWithPrivateSite()
    const [theirs, other, only] = ['private.example', 'js.maker.example', 'only-theirs.example'].map(host => ({ kind: 'script' as const, host, detail: '/x.js' })) // prettier-ignore
    const take = (address: string, list: Parameters<typeof writeBorrowings>[0]) =>
      corpus
        .sql('UPDATE visit SET borrowed = ? WHERE page_id = ?')
        .run(internSnippet(corpus, writeBorrowings(list)), findPage(corpus, url(address))!.id)
    take('http://a.example/', [theirs!, other!])
    take('http://private.example/diary', [only!])
    const own = readSignatures('own.csv', Buffer.from(`name,maker,country,category,pattern,source,checked
Diary kit,private.example,FR,cms,generator:Diary,,
Counter,maker.example,US,statistics,any:.private.example,,
Kit,maker.example,US,cms,any:js.maker.example,http://private.example/kit,2026-11-30`)) // prettier-ignore
    expect(setOwnSignatures(corpus, own)).toBe(0)
    forgetEntity(corpus, author, 'private.example')
    // A row that names it is gone, now and when it is given again; one that quotes a page of it has lost the quote.
    const left = [{ ...own[2]!, source: '', checked: '' }]
    expect(ownSignatures(corpus)).toEqual(left)
    expect(setOwnSignatures(corpus, own)).toBe(2)
    expect(ownSignatures(corpus)).toEqual(left)
    for (const trace of ['Diary kit', 'private.example/kit']) expect(bytesOf(corpus)).not.toContain(trace)
    const lists = () =>
      corpus.sql<{ value: string }>('SELECT value FROM visit JOIN snippet ON snippet.id = borrowed').all().map(({ value }) => readBorrowings(value)) // prettier-ignore
    expect(lists()).toEqual([[other]])
    for (const trace of ['only-theirs', '"private.example"']) expect(bytesOf(corpus)).not.toContain(trace)
    const row = keepBorrowed(corpus, loadPrefixTable(corpus), [theirs!, other!])
    expect(corpus.sql('SELECT value FROM snippet WHERE id = ?').get(row!)).toEqual({ value: writeBorrowings([other!]) })
  })

  it('takes its targets out of the user’s own marks, now and when they are given again, and tells of words that name it', () => {
    const corpus = corpusWithPrivateSite()
    const own = readMarks('own.csv', Buffer.from(`mark,target,words
credit,.private.example/clients,
profile,b.example/*$,
credit,,done by private.example`)) // prettier-ignore
    expect(setOwnMarks(corpus, own)).toBe(0)
    const { mentions } = forgetEntity(corpus, author, 'private.example')
    expect(ownMarks(corpus)).toEqual(own.slice(1))
    expect(mentions).toContainEqual({ where: 'note', text: 'done by private.example', from: 'marks' })
    expect(setOwnMarks(corpus, own)).toBe(1)
    expect(ownMarks(corpus)).toEqual(own.slice(1))
    expect(bytesOf(corpus)).not.toContain('private.example/clients')
  })

  it('removes what indexes of archives answered, beside the file', () => {
    const corpus = corpusWithPrivateSite()
    mkdirSync(`${corpus.file}.listings`)
    writeFileSync(`${corpus.file}.listings/0a.json`, '[["http://private.example/diary","20120414"]]')
    forgetEntity(corpus, author, 'private.example')
    expect(existsSync(`${corpus.file}.listings`)).toBe(false)
  })

  it('leaves a tombstone that neither seeds, links nor redirects bring back', () => {
    const corpus = corpusWithPrivateSite()
    forgetEntity(corpus, author, 'private.example')
    const again = seed('http://private.example/', { name: 'Their Name' })
    const below = seed('http://private.example/diary', {
      name: 'Their Name',
      prefixes: [url('http://private.example/diary')],
    })
    expect(storeSeeds(corpus, [again, below], someTime)).toMatchObject({
      added: 0,
      forgotten: ['private.example', 'private.example/diary'],
    })
    readPage(corpus, 'http://a.example/', [
      { to: 'http://private.example/diary', anchor: 'the diary' },
      'http://sho.rt.example/x',
    ])
    const [short, tombstone] = ['http://sho.rt.example/x', 'http://private.example/'].map(
      text => findPage(corpus, url(text))!.id,
    )
    recordRedirect(corpus, short!, tombstone!)
    expect(entityFacts(corpus, 'private.example')).toMatchObject({ status: 'OUT', label: '', pages: {}, linksIn: 0 })
    expect(discoveredEntities(corpus, { minCiters: 1, limit: 99 }).map(({ id }) => id)).toEqual(['b.example'])
    expect(bytesOf(corpus)).not.toContain('diary')
    expectInStep(corpus)
  })

  it('is respected by graph, evidence, pages and status', () => {
    const corpus = corpusWithPrivateSite()
    forgetEntity(corpus, author, 'private.example')
    const graph = readSiteGraph(corpus, { statuses, zones, weight: 'evidence' })
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a.example', 'b.example'])
    expect([...pagesOfCorpus(corpus, statuses)].map(page => page.url)).toEqual(['http://a.example/'])
    expect(crawlStatus(corpus).entities).toEqual({ IN: 1, OUT: 0, UNDECIDED: 0, DISCOVERED: 1 })
  })

  it("can't be undone, nor can what was done to it before", () => {
    const corpus = corpusWithPrivateSite()
    setEntity(corpus, author, 'a.example', { note: 'kept' })
    forgetEntity(corpus, author, 'private.example')
    expect(undoEvent(corpus, author)).toMatchObject({ action: 'set' })
    expect(undoEvent(corpus, author)).toBe(null)
  })

  it('clears what judgements, sitemaps and rendering noted of it, on hosts that others share, too', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/')
    storeSeeds(
      corpus,
      [seed('http://shared.example/jane/', { prefixes: [url('http://shared.example/jane/')] })],
      someTime,
    )
    readPage(corpus, 'http://a.example/', [
      'http://shared.example/jane/',
      'http://alone.example/',
      'http://shared.example/x',
    ])
    readPage(corpus, 'http://shared.example/jane/', ['http://a.example/'])
    codeEdge(corpus, author, {
      source: 'a.example',
      target: 'shared.example/jane',
      code: 'dismissal',
      note: 'mocks a person',
    })
    codeEdge(corpus, author, { source: 'a.example', target: 'alone.example', code: 'other', note: 'this one stays' })
    corpus
      .sql(`UPDATE host SET rendering = '{"/jane/secret-template":{"tried":1}}' WHERE name = 'shared.example'`)
      .run()
    const sitemap = corpus.sql('INSERT INTO sitemap VALUES (?, 1, 0, ?, 3)')
    sitemap.run('http://alone.example', '[["http://alone.example/their-sitemap.xml", "read"]]')
    sitemap.run('http://shared.example', '[]')
    expect(forgetEntity(corpus, author, 'shared.example/jane').mentions).toEqual([])
    forgetEntity(corpus, author, 'alone.example')
    const bytes = readFileSync(corpus.file, 'latin1')
    for (const trace of ['mocks a person', 'this one stays', 'secret-template', 'their-sitemap'])
      expect(bytes, trace).not.toContain(trace)
    expect(corpus.sql('SELECT origin FROM sitemap').all()).toEqual([{ origin: 'http://shared.example' }])
    expect(() => undoEvent(corpus, author, 3)).toThrow('touched an entity that was forgotten since')
    expectInStep(corpus)
  })

  it('says where others still name it without a link, and keeps their words', () => {
    const corpus = corpusWithPrivateSite()
    readPage(corpus, 'http://a.example/2', [
      { to: 'http://b.example/', anchor: 'an answer', context: 'Read an answer to THEIR NAME, who said so.' },
      { to: 'http://archive.example/2010/http://private.example/diary', anchor: 'archived' },
      { to: 'http://b.example/3', context: 'Theirnames are another word.' },
    ])
    setEntity(corpus, author, 'a.example', { note: 'quarrels with their name' })
    const { mentions } = forgetEntity(corpus, author, 'private.example')
    expect(mentions).toEqual([
      { where: 'text', text: 'Read an answer to THEIR NAME, who said so.', from: 'http://a.example/2' },
      {
        where: 'address',
        text: 'http://archive.example/2010/http://private.example/diary',
        from: 'http://archive.example/2010/http://private.example/diary',
      },
      { where: 'note', text: 'quarrels with their name', from: 'a.example' },
    ])
  })

  it('makes good a rewriting of the file that was cut short, when it is opened again', () => {
    const corpus = corpusWithPrivateSite()
    corpus.write(() => {
      corpus.sql('DELETE FROM entity_name').run()
      corpus.sql('DELETE FROM event').run()
      noteRewrite(corpus)
    })
    const due = (): unknown => corpus.sql(`SELECT value FROM meta WHERE name = 'rewrite'`).get()
    expect(due()).toBeDefined()
    openCorpus(corpus.file, 'write').close()
    expect(due()).toBeUndefined()
    expect(bytesOf(corpus)).not.toContain('An Old Name')
  })

  it('is refused when a crawl at work does not make way', () => {
    const corpus = corpusWithPrivateSite()
    const crawl = openCorpus(corpus.file, 'write')
    const release = lockCorpus(crawl)
    expect(() => forgetEntity(corpus, author, 'private.example', { waitMs: 50 })).toThrow(
      /a crawl is already at work on this corpus .* did not make way/,
    )
    release()
    crawl.close()
    expect(entityFacts(corpus, 'private.example')?.label).toBe('Their Name')
  })

  it('says so when another program still reads the file', () => {
    const corpus = corpusWithPrivateSite()
    const reader = openCorpus(corpus.file, 'read')
    const rows = reader.sql('SELECT * FROM link').iterate()
    rows.next()
    expect(forgetEntity(corpus, author, 'private.example').isHeld).toBe(true)
    rows.return?.()
    reader.close()
  })
})
