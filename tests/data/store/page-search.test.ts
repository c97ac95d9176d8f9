import { rmSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readAllPages, searchPages } from '#data/store/evidence/search-pages.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { keepPageText } from '#data/store/visits/page-texts.ts'
import { textIndexFile } from '#data/store/words/text-index-file.ts'
import { buildTextIndex, removeTextIndex } from '#data/store/words/text-index.ts'
import { textsThatMayHold } from '#data/store/words/texts-that-may-hold.ts'
import { concordance } from '#graph/words/kwic/concordance.ts'
import { plantPage } from '../../viewer/invented-network.ts'
import { emptyCorpus, seed, someTime } from './invented-corpus.ts'

/** Site, address, language and blocks of each page. */
const said: readonly (readonly [site: string, page: string, language: string, ...blocks: string[]])[] = [
  ['a', '1', 'fr', 'Les données électorales de la campagne.', 'Aucun fichier ici.'],
  ['a', '2', 'fr', 'Données : la cam\u00adpagne a commencé.'],
  [
    'b',
    '1',
    'fr',
    `${'Bien avant cela. '.repeat(30)}L’équipe de campagne garde un fichier électoral.`,
    'Et des données.',
  ],
  ['c', '1', 'en', 'The campaign doesn’t keep voter data; a porte-à-porte, they say.'],
]
const read = ['d', '1'] as const

let corpus: Corpus
const visits = new Map<string, number>()

function plant(site: string, page: string, language: string, blocks: readonly string[]): void {
  plantPage(corpus, { url: `https://${site}.example/${page}`, title: 'A page', published: '', language, links: [] }, someTime) // prettier-ignore
  const visit = corpus.sql<number>('SELECT max(id) FROM visit').pluck().get() as unknown as number
  visits.set(`${site}${page}`, visit)
  if (blocks.length > 0) keepPageText(corpus, visit, blocks.join('\n'))
}

const queries = ['donnees', 'DONNÉES camp', 'campagne', '"fichier electoral"', '« fichier électoral » donn', 'voter', 'porte', 'absent', 'équipe', '*', 'l', '', '"', 'a\u19b0b'] // prettier-ignore
const terms = ['campagne', 'camp*', '"équipe de campagne"', 'l’équipe', '*ière', '*ichier', 'fich*r', 'porte-à-porte', 'don’t', 'doesn’t', 'donnees fichier', 'é*', '"la campagne"'] // prettier-ignore
const lines = (term: string) =>
  concordance(corpus, { term, of: 'pages', statuses: ['IN'], zones: ['content'] }).map(
    ({ left, pivot, right, saying }) => [saying.link.sourceUrl, left, pivot, right],
  )

describe('words in the texts of pages', () => {
  beforeAll(() => {
    corpus = emptyCorpus()
    storeSeeds(
      corpus,
      ['a', 'b', 'c', 'd'].map(name => seed(`https://${name}.example/`)),
      someTime,
    )
    for (const [site, page, language, ...blocks] of said) plant(site, page, language, blocks)
    plant(...read, 'fr', [])
  })

  it('are found by the index as by reading all, whatever is asked, in the search and in the concordance', () => {
    expect(searchPages(corpus, 'campagne', ['IN'])).toBe(null)
    const [read, kwic] = [queries.map(query => readAllPages(corpus, query, ['IN'])), terms.map(lines)]
    expect(buildTextIndex(corpus)).toBe(statSync(textIndexFile(corpus.file)).size)
    for (const [nth, query] of queries.entries())
      expect(searchPages(corpus, query, ['IN']) ?? read[nth], query).toEqual(read[nth])
    for (const [nth, term] of terms.entries()) expect(lines(term), term).toEqual(kwic[nth])
    // By hand.
    const numbers = (query: string) => {
      const { total, pages, sites } = searchPages(corpus, query, ['IN'])!
      return [total, pages, sites.map(({ id }) => id)]
    }
    expect(numbers('campagne')).toEqual([2, 3, ['a.example', 'b.example']])
    expect(numbers('donnees fichier')).toEqual([2, 2, ['a.example', 'b.example']])
    expect(numbers('"fichier electoral"')).toEqual([1, 1, ['b.example']])
    expect(numbers('absent')).toEqual([0, 0, []])
    for (const query of queries)
      expect(searchPages(corpus, query, ['IN'], { all: true }) ?? searchPages(corpus, query, ['IN']), query).toEqual(
        searchPages(corpus, query, ['IN']),
      )
    expect(kwic.map(found => found.length)).toEqual([3, 4, 1, 1, 0, 2, 2, 1, 0, 1, 0, 4, 2])
    expect(searchPages(corpus, 'électoral', ['IN'])!.sites[1]!.text).toMatch(/^… .*fichier électoral\.$/)
    removeTextIndex(corpus)
  })

  it('narrow what is read: a word is looked for by what the index knows it by', () => {
    buildTextIndex(corpus)
    const may = (...words: readonly string[]) => textsThatMayHold(corpus, [[words]])
    expect(may('campagne')).toEqual([visits.get('a1'), visits.get('a2'), visits.get('b1')])
    expect(may("l'", 'equipe')).toEqual([visits.get('b1')])
    expect(may('camp*')).toHaveLength(4)
    // Nothing stands before the star: all are to be read.
    expect(may('*pagne')).toBe(null)
    expect(textsThatMayHold(corpus, [[['equipe']], [['voter']]])).toEqual([visits.get('b1'), visits.get('c1')])
  })

  it('are those of each page as it was last read; the index is made anew when a text came', () => {
    corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('second', ?)`).run(someTime + 1)
    plant('a', '2', 'fr', ['Tout a changé : des parapluies.'])
    expect(searchPages(corpus, 'campagne', ['IN'])).toBe(null)
    buildTextIndex(corpus)
    expect(searchPages(corpus, 'campagne', ['IN'])!.pages).toBe(2)
    expect(searchPages(corpus, 'parapluie', ['IN'])!.pages).toBe(1)
    corpus.sql(`UPDATE entity SET status = 'OUT' WHERE name = 'a.example'`).run()
    expect(searchPages(corpus, 'parapluie', ['IN'])).toMatchObject({ total: 0, pages: 0 })
    rmSync(textIndexFile(corpus.file))
  })
})
