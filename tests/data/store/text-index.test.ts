import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { moveCorpus } from '#data/store/base/hold-alone.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { textIndexFile } from '#data/store/words/text-index-file.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { searchLinks } from '#data/store/evidence/search-links.ts'
import { withholdComments } from '#data/store/visits/withhold-comments.ts'
import { buildTextIndex, removeTextIndex, withTextIndex } from '#data/store/words/text-index.ts'
import { copyInventedCorpus } from '../../viewer/copy-invented-corpus.ts'
import { crawledAt, plantedLink, plantPage } from '../../viewer/invented-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-index-'))
const file = join(folder, 'invented.sqlite')
let corpus: Corpus
const isUsed = (): boolean => withTextIndex(corpus, () => true) === true
const search = (query: string, of = corpus) => searchLinks(of, query, ['IN'], { limit: 1000 })

beforeAll(async () => {
  corpus = await copyInventedCorpus(file)
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
})
afterAll(() => {
  corpus.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the index of texts', () => {
  const queries = [
    'donnees', 'DONNÉES citoyennes', 'camp', 'fichier elector', 'porte-à-porte', 'l’analyse', 'd', 'œuvre', 'reading post 3', 'not found', 'data OR bridge',
    'NEAR(data bridge)', '"data" -bridge', 'value:data', '*', "'); DROP TABLE said; --", 'a'.repeat(5000), '🗳️', 'ﬁ', '\u0301', '"fichier électoral"', '« Fichier » camp', '"camp"', '"donnees" "electoral fichier"', '"data', 'a\u19b0b',
  ] // prettier-ignore

  it('finds what reading all texts finds, whatever is asked, and holds no text', () => {
    removeTextIndex(corpus)
    const read = queries.map(query => search(query))
    expect(buildTextIndex(corpus)).toBe(statSync(textIndexFile(file)).size)
    expect(isUsed()).toBe(true)
    for (const [nth, query] of queries.entries()) {
      const { ties, total } = search(query)
      const ends = (all: typeof ties) => all.map(({ source, target, links }) => `${source} ${target} ${links}`)
      expect([total, ends(ties)], query).toEqual([read[nth]!.total, ends(read[nth]!.ties)])
    }
    expect(read.filter(({ total }) => total > 0).length).toBeGreaterThan(7)
    expect(statSync(textIndexFile(file)).mode & 0o077).toBe(0)
    expect(statSync(textIndexFile(file)).size).toBeLessThan(statSync(file).size)
  })

  it('claims no total that it has not counted: of frequent words at least so many, from a part of the texts', () => {
    let cut = 0
    for (const query of ['d', 'donnees', 'a', 'données camp', '"fichier électoral"', 'reading post', 'introuvable']) {
      const all = searchLinks(corpus, query, ['IN'], { limit: 1000, all: true })
      expect(all.more).toBe(false)
      const linksOf = new Map(all.ties.map(({ source, target, links }) => [`${source} ${target}`, links]))
      for (const few of [1, 3, 10]) {
        const some = searchLinks(corpus, query, ['IN'], { limit: 1000, few })
        if (some.more) cut++
        else expect(some.total, query).toBe(all.total)
        expect(some.total).toBeLessThanOrEqual(all.total)
        for (const { source, target, links } of some.ties)
          expect(links, query).toBeLessThanOrEqual(linksOf.get(`${source} ${target}`) ?? 0)
      }
    }
    expect(cut).toBeGreaterThan(5)
  })

  it('finds words of sentences, too', () => {
    const { ties } = search('fichier électoral')
    expect(ties.length).toBeGreaterThan(0)
    for (const { text } of ties) expect(text).toMatch(/fichier électoral/)
  })

  it('follows edits of entities, which it knows nothing of', () => {
    const before = search('microciblage fichier').total + search('donnees').total
    corpus.sql(`UPDATE entity SET status = 'OUT' WHERE name = 'donnees-citoyennes.example'`).run()
    expect(isUsed()).toBe(true)
    expect(search('microciblage fichier').total + search('donnees').total).toBeLessThan(before)
    corpus.sql(`UPDATE entity SET status = 'IN' WHERE name = 'donnees-citoyennes.example'`).run()
  })

  it('is not used once a link came that it lacks, until it is made anew', () => {
    plantPage(corpus, { url: 'https://cabinet-mistral.example/new', title: 'x', published: '', language: 'fr', links: [plantedLink(0, 'https://precinct-labs.example/', { context: 'Un mot inouï' })] }, crawledAt) // prettier-ignore
    expect(isUsed()).toBe(false)
    expect(search('inoui').total).toBe(1)
    buildTextIndex(corpus)
    expect(isUsed()).toBe(true)
    expect(search('inoui').total).toBe(1)
  })

  it('is read where nothing can be written, and left alone where it is somebody else’s work', () => {
    const other = new Database(textIndexFile(file))
    other.exec(`CREATE TRIGGER planted AFTER INSERT ON used BEGIN DELETE FROM about; END`)
    other.close()
    expect(isUsed()).toBe(false)
    writeFileSync(textIndexFile(file), 'no database')
    expect(isUsed()).toBe(false)
    expect(search('inoui').total).toBe(1)
    buildTextIndex(corpus)
    expect(isUsed()).toBe(true)
  })

  it('answers by reading where the file is damaged inside', () => {
    const whole = join(folder, 'whole')
    copyFileSync(textIndexFile(file), whole)
    const damaged = new Database(textIndexFile(file))
    damaged.unsafeMode()
    damaged.exec(`UPDATE said_data SET block = x'00' WHERE id > 10`)
    damaged.close()
    expect(search('donnees').total).toBeGreaterThan(0)
    copyFileSync(whole, textIndexFile(file))
  })

  it('goes when words are removed from the corpus, and with the corpus when that is moved', () => {
    const built = (): boolean => existsSync(textIndexFile(file))
    expect(built()).toBe(true)
    withholdComments(corpus)
    expect(built()).toBe(false)
    buildTextIndex(corpus)
    forgetEntity(corpus, { actor: 'test', now: crawledAt, reason: '' }, 'donnees-citoyennes.example')
    expect(built()).toBe(false)
    buildTextIndex(corpus)
    corpus.close()
    const moved = join(folder, 'moved.sqlite')
    expect(moveCorpus(file, moved)).toBe(true)
    expect([built(), existsSync(textIndexFile(moved))]).toEqual([false, true])
    moveCorpus(moved, file)
    corpus = openCorpus(file, 'write')
    expect(isUsed()).toBe(true)
    chmodSync(file, 0o600)
  })
})
