import { describe, expect, it } from 'vitest'
import { gatherSaid, type GatherChoice } from '#graph/words/gather-said.ts'
import { companyOf } from '#graph/words/kwic/company.ts'
import { specificity } from '#graph/words/specificity.ts'
import { specificWords, type WordChoice } from '#graph/words/specific-words.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { termName } from '#graph/words/count/find-terms.ts'
import { quotesOfParts } from '#graph/words/tell-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import { saidCorpus, type PlantedSentence } from './said-corpus.ts'

const question: Omit<GatherChoice, 'by'> = { statuses: ['IN'], zones: ['content'], of: 'sentences' }

function words(corpus: Corpus, by: string, choice: Partial<WordChoice> & Partial<GatherChoice> = {}) {
  const gathered = gatherSaid(corpus, { ...question, by, ...choice })
  const specific = specificWords(corpus, gathered.rows, {
    least: 1,
    longest: 3,
    ...choice,
    language: gathered.language,
  })
  return { gathered, specific, told: specific.words.map(word => ({ ...word, part: gathered.parts[word.part]! })) }
}

const said: readonly PlantedSentence[] = [
  { from: 'fr-one', to: 'us-one', text: 'Leur microciblage politique fait école.', page: 'a' },
  // The same on two more pages of the site: said once.
  { from: 'fr-one', to: 'us-one', text: 'Leur microciblage politique fait école.', page: 'b' },
  { from: 'fr-one', to: 'us-one', text: 'Leur microciblage politique fait école.', page: 'c' },
  { from: 'fr-two', to: 'us-one', text: 'Le microciblage politique a ses données.' },
  { from: 'fr-one', to: 'fr-two', text: 'Nos voisins de l’agence ont des données.' },
  { from: 'fr-two', to: 'fr-one', text: 'Une agence, des données, une campagne de terrain.' },
  { from: 'us-one', to: 'fr-one', text: 'The French campaign read our data.', language: 'en' },
  { from: 'us-two', to: 'us-one', text: 'Read the data.', language: 'en' },
  { from: 'us-two', to: 'us-one', text: 'Lest die Daten.', language: 'de' },
  { from: 'us-two', to: 'us-one', text: 'Who knows.', language: '' },
  { from: 'nowhere', to: 'us-one', text: 'Sans pays ni microciblage.' },
]

describe('the specific words of what citations say', () => {
  it('are counted by direction as a hand does: a sentence that a site repeats once, on all its pages', () => {
    const { gathered, specific, told } = words(saidCorpus(said), 'direction')
    expect([gathered.language, gathered.parts]).toEqual(['fr', ['FR>FR', 'FR>US']])
    expect(gathered.left).toEqual({ otherLanguage: 3, unknownLanguage: 1, noPart: 1 })
    // leur microciblage politique fait école + le microciblage politique a ses données; nos voisins de l' agence ont des données + …
    expect(specific.sizes).toEqual([
      { words: 16, sentences: 2 },
      { words: 11, sentences: 2 },
    ])
    const found = told.find(({ term, part }) => term === 'microciblage' && part === 'FR>US')!
    expect(found).toMatchObject({ f: 2, total: 2, sites: 2, pages: 4, oneSite: false, words: ['microciblage'] })
    expect(found.score).toBeCloseTo(specificity({ f: 2, F: 2, t: 11, T: 27 }), 12)
    // P(X = 2) = 11/27 · 10/26
    expect(10 ** -found.score).toBeCloseTo((11 / 27) * (10 / 26), 12)
    expect(told.find(({ term, part }) => term === 'données' && part === 'FR>FR')).toMatchObject({
      f: 2,
      total: 3,
      sites: 2,
    })
  })

  it('are counted in the beginning of a text longer than any that a crawl keeps', () => {
    const endless = 'données '.repeat(1_000_000)
    const { specific } = words(saidCorpus([{ from: 'fr-one', to: 'us-one', text: endless }]), 'direction')
    expect(specific.sizes[0]!.words).toBe(4000 / 'données '.length)
  })

  it('hold terms of two and three words that begin and end with one that is told, and go over no comma', () => {
    const terms = new Set(words(saidCorpus(said), 'direction').told.map(({ term }) => term))
    expect(terms).toContain('microciblage politique')
    expect(terms).toContain('campagne de terrain')
    expect(terms).not.toContain('agence des données')
    expect(terms).not.toContain('de terrain')
    expect(terms).not.toContain("l'agence")
    expect(terms).not.toContain('leur')
  })

  it('are shown without fragments: those that stand only within a longer term of the list', () => {
    const list = [
      { words: ['institute', 'for', 'turnout'], f: 6 },
      { words: ['institute', 'for'], f: 6 },
      { words: ['for', 'turnout'], f: 6 },
      { words: ['institute'], f: 6 },
      { words: ['turnout'], f: 9 },
      { words: ['salle', "d'", 'attente'], f: 2 },
      { words: ['attente'], f: 2 },
      { words: ['voter', "'s", 'file'], f: 3 },
      { words: ['voter'], f: 3 },
      { words: ["presqu'île", 'politique'], f: 2 },
      { words: ["presqu'île"], f: 2 },
    ].map(row => ({ ...row, term: termName(row.words) }))
    expect(withoutFragments(list).map(({ term }) => term)).toEqual([
      'institute for turnout',
      'turnout',
      "salle d'attente",
      "voter's file",
      "presqu'île politique",
    ])
  })

  it('are tested words × parts, those absent from a part, too, by Benjamini and Hochberg', () => {
    const { specific } = words(saidCorpus(said), 'direction', { longest: 1 })
    const T = 27
    const counts = new Map<string, [number, number]>()
    for (const { term, part, f } of specific.words) (counts.get(term) ?? counts.set(term, [0, 0]).get(term)!)[part] = f
    const p = [...counts.values()].flatMap(([a, b]) =>
      [[a, 16], [b, 11]].map(([f, t]) => 10 ** -Math.abs(specificity({ f: f!, F: a + b, t: t!, T }))),
    ) // prettier-ignore
    expect(specific.tests).toBe(p.length)
    const sorted = p.toSorted((a, b) => a - b)
    for (const { score, q } of specific.words) {
      const own = 10 ** -Math.abs(score)
      const expected = Math.min(
        1,
        ...sorted.map((each, at) => (each >= own - 1e-15 ? (each * p.length) / (at + 1) : 1)),
      )
      expect(q).toBeCloseTo(expected, 10)
    }
  })

  it('are marked where one site alone says them, in whatever part', () => {
    const told = words(saidCorpus(said), 'direction').told
    expect(told.find(({ term }) => term === 'voisins')).toMatchObject({ oneSite: true })
    expect(told.find(({ term }) => term === 'agence')).toMatchObject({ oneSite: false })
  })

  it('are of one language, told by the page', () => {
    const { gathered, told } = words(saidCorpus(said), 'direction', { language: 'en' })
    expect(gathered.parts).toEqual(['US>FR', 'US>US'])
    expect(told.map(({ term }) => term)).toContain('campaign')
    expect(gathered.left).toEqual({ otherLanguage: 8, unknownLanguage: 1, noPart: 0 })
  })

  it('of a stem count as one, shown by the commonest form', () => {
    const corpus = saidCorpus([
      { from: 'fr-one', to: 'us-one', text: 'donnée politique' },
      { from: 'fr-one', to: 'us-one', text: 'données politiques et données' },
      { from: 'fr-two', to: 'fr-one', text: 'autre chose' },
    ])
    const { told } = words(corpus, 'direction', { stems: true, longest: 1 })
    expect(told.find(({ term }) => term === 'données')).toMatchObject({ f: 3, total: 3 })
    expect(told.map(({ term }) => term)).not.toContain('donnée')
  })

  it('leave out what the study calls of no interest, but count its length', () => {
    const { specific, told } = words(saidCorpus(said), 'direction', { stops: ['Microciblage'] })
    expect(told.map(({ term }) => term)).not.toContain('microciblage')
    expect(specific.sizes[1]).toEqual({ words: 11, sentences: 2 })
  })

  it.each([
    ['source', ['fr-one.example', 'fr-two.example', 'nowhere.example']],
    ['target', ['fr-one.example', 'fr-two.example', 'us-one.example']],
    ['zone', ['content']],
    ['wave', ['first']],
    ['country', ['FR']],
    ['kind', ['agency']],
  ])('by %s', (by, parts) => expect(words(saidCorpus(said), by).gathered.parts).toEqual(parts))

  it.each([
    ['typologie', /--by typologie: no such parting; expected direction, .*kind$/],
    ['community', /--by community: these ties were not analysed/],
    ['code', /--by code: no tie of this corpus has a code/],
  ])('by %s, which the corpus does not have, are a mistake', (by, reason) =>
    expect(() => words(saidCorpus(said), by)).toThrow(reason),
  )

  it('are those that a study of no interest wrote in any form: elided, decomposed, with capitals', () => {
    const stops = ['L’AGENCE', 'donne\u0301es', 'Microciblage']
    const told = words(saidCorpus(said), 'direction', { stops, longest: 1 }).told.map(({ term }) => term)
    expect(told).toContain('voisins')
    for (const word of ['agence', 'données', 'microciblage']) expect(told).not.toContain(word)
  })

  it('keep no company with themselves, possessives and other forms of a stem included; grammar of a phrase rules out nothing', () => {
    const corpus = saidCorpus([
      { from: 'us-one', to: 'us-two', text: "The campaign's data and the campaign's list.", language: 'en' },
      { from: 'us-two', to: 'us-one', text: 'Campaigns of data for the base of lists.', language: 'en' },
      { from: 'us-one', to: 'fr-one', text: 'Nothing else.', language: 'en' },
    ])
    const of = (term: string, stems = false) =>
      companyOf(corpus, { ...question, language: 'en', term, least: 1, longest: 3, stems }).words.map(
        ({ term: word }) => word,
      )
    expect(of('campaign').filter(term => /campaign\b/.test(term))).toEqual([])
    expect(of('campaign', true).filter(term => term.includes('campaign'))).toEqual([])
    expect(of('"campaigns of data"')).toContain('base of lists')
  })

  it('have their sentences: a word that one repeats weighs once, and what is quoted is what was counted, of its wave', () => {
    const link = { anchor: 'le microciblage', heading: 'Du microciblage' }
    const corpus = saidCorpus([
      // Words told, each once: 2 of the part in 3, though said thrice; against 2 in 2.
      { from: 'fr-one', to: 'us-one', text: 'Cible, cible, cible, fichier et voisine.', more: link },
      { from: 'fr-two', to: 'us-one', text: 'Cible et fichier.', more: link },
      ...Array.from({ length: 12 }, (_, nth) => ({
        from: 'fr-one',
        to: 'fr-two',
        text: `Rien que du vent ${'abcdefghijkl'[nth]}oo.`,
        more: { heading: 'Du vent' },
      })),
    ])
    const quotes = (of: GatherChoice['of']) => {
      const { gathered, specific } = words(corpus, 'direction', { of, longest: 3, least: 1 })
      return quotesOfParts(corpus, gathered, specific, 3)[1]!
    }
    const [first, second] = quotes('sentences')
    expect([first!.text, second!.text]).toEqual(['Cible et fichier.', 'Cible, cible, cible, fichier et voisine.'])
    expect(first!.weight / second!.weight).toBeCloseTo(Math.sqrt(3 / 2), 6)
    for (const { text } of quotes('anchors')) expect(text).toBe('le microciblage')
    for (const { text } of quotes('headings')) expect(text).toBe('Du microciblage')
  })

  it('that keep company with a term are those of the sentences that hold it', () => {
    const {
      words: company,
      holding,
      sentences,
    } = companyOf(saidCorpus(said), {
      ...question,
      term: 'micro*',
      least: 1,
      longest: 3,
    })
    // One site has it in a sentence about another, whatever the countries.
    expect([holding, sentences]).toEqual([3, 5])
    const told = company.map(({ term }) => term)
    expect(told).toContain('politique')
    expect(told.some(term => term.includes('microciblage'))).toBe(false)
    // Five sentences of 5, 6, 8, 8 and 4 words; politique stands in two of those with the term: 15 words of 31.
    expect(company.find(({ term }) => term === 'politique')!.score).toBeCloseTo(
      specificity({ f: 2, F: 2, t: 15, T: 31 }),
      12,
    )
  })
})
