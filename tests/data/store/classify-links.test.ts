import { describe, expect, it } from 'vitest'
import { linkMarks } from '#data/marks/link-marks.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { classifyBySite } from '#data/store/visits/classify-by-site.ts'
import { classifyLinks, classifyWhenStale } from '#data/store/visits/classify-links.ts'
import { setOwnMarks } from '#data/store/visits/own-marks.ts'
import { linksOfCorpus } from '#data/store/evidence/evidence.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { emptyCorpus, readPage, seeded, someTime } from './invented-corpus.ts'

/** Seven pages of an unnamed layout: a partner at the foot of each, a friend in the text of two. */
function layoutCorpus(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://partner.example/', 'http://friend.example/')
  for (let n = 0; n < 7; n++)
    readPage(corpus, `http://a.example/${n}`, [
      { to: `http://elsewhere.example/${n}`, context: `Sentence ${n}.` },
      ...(n < 2 ? [{ to: 'http://friend.example/', context: `Our friend, ${n}.` }] : []),
      { to: 'http://partner.example/', place: 'td>a', zone: 'other', anchor: 'P' },
    ])
  return corpus
}

const weights = (corpus: Corpus): unknown =>
  readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'evidence' }).edges.map(
    ({ target, weight, linksByZone }) => [target, weight, linksByZone.other, linksByZone.footer],
  )

const stored = (corpus: Corpus): unknown => corpus.sql('SELECT id, zone, zone_site, mark FROM link ORDER BY id').all()

describe('classifyLinks(corpus)', () => {
  it('makes one act of recognition of what repeats on every page, and keeps what the pages said', () => {
    const corpus = layoutCorpus()
    expect(weights(corpus)).toEqual([
      ['friend.example', 2, 0, 0],
      ['partner.example', 7, 7, 0],
    ])
    expect(classifyLinks(corpus)).toMatchObject({ sites: 1, links: 7 })
    expect(weights(corpus)).toEqual([
      ['friend.example', 2, 0, 0],
      ['partner.example', 1, 0, 7],
    ])
    expect(corpus.sql(`SELECT DISTINCT zone FROM link WHERE zone_site = 'footer'`).all()).toEqual([{ zone: 'other' }])
  })

  it('gives the same however often it runs, and takes back what no longer repeats', () => {
    const corpus = layoutCorpus()
    classifyLinks(corpus)
    const once = stored(corpus)
    classifyLinks(corpus)
    expect(stored(corpus)).toEqual(once)
    for (let n = 10; n < 30; n++)
      readPage(corpus, `http://a.example/${n}`, [{ to: `http://other.example/${n}`, place: 'td>a' }])
    expect(classifyLinks(corpus)).toMatchObject({ links: 0 })
    expect(corpus.sql('SELECT count(*) AS n FROM link WHERE zone_site IS NOT NULL').get()).toEqual({ n: 0 })
  })

  it('sees what repeats in a site that is too large to be read at once, and has every link in one part', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/', 'http://partner.example/')
    for (let n = 0; n < 24; n++)
      readPage(corpus, `http://a.example/${n}`, [
        { to: `http://elsewhere.example/${n}`, context: `Sentence ${n}.` },
        { to: 'http://partner.example/', place: 'td>a', zone: 'other', anchor: 'P' },
      ])
    expect(classifyBySite(corpus)).toEqual({ sites: 1, links: 24 })
    const whole = stored(corpus)
    // Twelve links to a part, of six pages each.
    expect(classifyBySite(corpus, 12)).toEqual({ sites: 1, links: 24 })
    expect(stored(corpus)).toEqual(whole)
    // One page to a part: nothing can be compared.
    expect(classifyBySite(corpus, 1)).toEqual({ sites: 1, links: 0 })
  })

  it('compares the pages of one author on a platform with that author’s alone', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'https://medium.com/@one', 'https://medium.com/@two', 'http://home.example/')
    for (const author of ['one', 'two'])
      for (let n = 0; n < 5; n++)
        readPage(corpus, `https://medium.com/@${author}/${n}`, [
          { to: `http://elsewhere.example/${author}/${n}`, context: `${author} ${n}` },
          ...(author === 'one' ? [{ to: 'http://home.example/', place: 'div>a', zone: 'other' as const }] : []),
        ])
    expect(classifyLinks(corpus)).toMatchObject({ sites: 2, links: 5 })
  })

  it('marks share buttons, profiles and credits, by the zone that the site shows', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://a.example/')
    for (let n = 0; n < 5; n++)
      readPage(corpus, `http://a.example/${n}`, [
        { to: `http://elsewhere.example/${n}`, context: `Sentence ${n}.` },
        { to: `https://twitter.com/intent/tweet?text=${n}`, place: 'div>a' },
        { to: 'https://wordpress.org/', place: 'td>a', anchor: 'WordPress', context: 'Powered by WordPress' },
      ])
    readPage(corpus, 'http://a.example/essay', [{ to: 'https://wordpress.org/', context: 'I like it.' }])
    expect(classifyLinks(corpus).marked).toBe(10)
    const links = [...linksOfCorpus(corpus, ['IN', 'DISCOVERED'], zones)]
    expect(
      new Set(links.map(({ target, zone, mark, context }) => `${target} ${zone} ${mark} ${context.slice(0, 9)}`)),
    ).toEqual(
      new Set([
        'elsewhere.example content  Sentence ',
        'twitter.com content share ',
        'wordpress.org footer cms Powered b',
        'wordpress.org content  I like it',
      ]),
    )
  })

  it('takes the rules of the corpus before its own', () => {
    const corpus = layoutCorpus()
    setOwnMarks(corpus, [{ mark: 'credit', target: 'partner.example' }])
    expect(classifyLinks(corpus).marked).toBe(7)
    setOwnMarks(corpus, [])
    expect(classifyLinks(corpus).marked).toBe(0)
    expect(linkMarks.some(({ target }) => target === 'partner.example')).toBe(false)
  })

  it('is asked again only when something was visited or edited since', () => {
    const corpus = layoutCorpus()
    expect(classifyWhenStale(corpus)).not.toBe(null)
    expect(classifyWhenStale(corpus)).toBe(null)
    readPage(corpus, 'http://a.example/new', [], someTime + 1)
    expect(classifyWhenStale(corpus)).not.toBe(null)
  })
})
