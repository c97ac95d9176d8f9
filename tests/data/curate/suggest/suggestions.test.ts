import { describe, expect, it } from 'vitest'
import { saySuggestion } from '#data/vocabulary/words/say.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { recordRedirect } from '#data/store/visits/redirects.ts'
import { findPage } from '#data/store/base/intern-page.ts'
import { suggestionKinds, type SuggestionKind } from '#data/curate/suggest/suggestion.ts'
import { suggestions } from '#data/curate/suggest/suggestions.ts'
import { emptyCorpus, readPage, seeded, someTime, url, type PlantedLink } from '../../store/invented-corpus.ts'

const suggested = (corpus: Corpus, kind?: SuggestionKind): unknown =>
  suggestions(corpus, { kinds: kind ? [kind] : suggestionKinds, limit: 99 }).map(({ entities, reasons }) => [
    entities.join(' '),
    reasons.map(({ sign }) => sign).join(' '),
  ])

function title(corpus: Corpus, address: string, text: string): void {
  corpus.sql('UPDATE visit SET title = ? WHERE id = (SELECT visit_id FROM page WHERE url = ?)').run(text, url(address))
}

/** A page that was asked and answered with a redirect. */
function redirect(corpus: Corpus, from: string, to: string): void {
  const source = readPage(corpus, from, [])
  readPage(corpus, from, [to])
  recordRedirect(corpus, source, findPage(corpus, url(to))!.id)
  corpus.sql(`UPDATE page SET state = 'redirected' WHERE id = ?`).run(source)
  corpus.sql('DELETE FROM link WHERE page_id = ?').run(source)
}

const footer = (...links: readonly (readonly [to: string, anchor: string])[]): PlantedLink[] =>
  links.map(([to, anchor]) => ({ to, anchor, zone: 'footer' as const }))

describe('suggestions of one entity', () => {
  it('sees a blog that moved, not a shortener nor a single page that moved', () => {
    const corpus = emptyCorpus()
    seeded(
      corpus,
      'http://old-blog.example/',
      'http://new-blog.example/',
      'http://site.example/',
      'http://sho.example/',
    )
    readPage(corpus, 'http://new-blog.example/', [])
    redirect(corpus, 'http://old-blog.example/', 'http://new-blog.example/')
    for (const page of [1, 2, 3]) readPage(corpus, `http://site.example/${page}`, [])
    redirect(corpus, 'http://site.example/4', 'http://elsewhere.example/')
    for (const page of ['a', 'b', 'c', 'd']) redirect(corpus, `http://sho.example/${page}`, `http://${page}.example/`)
    expect(suggested(corpus)).toEqual([['old-blog.example new-blog.example', 'redirect']])
  })

  it('sees pages that all lead to one other site, though the start page does not', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://old-blog.example/', 'http://new-blog.example/')
    redirect(corpus, 'http://old-blog.example/2010/a', 'http://new-blog.example/a')
    redirect(corpus, 'http://old-blog.example/2010/b', 'http://new-blog.example/b')
    readPage(corpus, 'http://old-blog.example/', [])
    const [found] = suggestions(corpus, { kinds: ['same'], limit: 9 })
    expect(saySuggestion(found!.reasons[0]!, 'en')).toContain('2 of its addresses lead there')
  })

  it('sees mobile and language hosts by themselves, other hosts below only with another sign', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://site.example/')
    readPage(corpus, 'http://site.example/', [
      'http://m.site.example/x',
      'http://fr.site.example/',
      'http://shop.site.example/',
      'http://mum.site.example/',
    ])
    expect(suggested(corpus)).toEqual([
      ['fr.site.example site.example', 'host'],
      ['m.site.example site.example', 'host'],
    ])
    readPage(corpus, 'http://shop.site.example/', ['http://site.example/'])
    expect(suggested(corpus)).toContainEqual(['shop.site.example site.example', 'subdomain mutual'])
  })

  it('takes no host below a platform for its owner’s', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://fr.blogspot.com/', 'http://blogspot.com/', 'http://github.io/', 'http://en.github.io/')
    expect(suggested(corpus)).toEqual([])
  })

  it('sees the same title on two front pages, not one that says nothing or that many bear', () => {
    const corpus = emptyCorpus()
    const sites = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii']
    const titles = [
      'Le Carnet de Zoé',
      'le  carnet de Zoe',
      'Accueil',
      'Accueil',
      ...sites.slice(4).map(() => 'My Theme Site'),
    ]
    seeded(corpus, ...sites.map(site => `http://${site}.example/`))
    for (const [at, site] of sites.entries()) {
      readPage(corpus, `http://${site}.example/`, [])
      title(corpus, `http://${site}.example/`, titles[at]!)
    }
    expect(suggested(corpus, 'same')).toEqual([['bb.example aa.example', 'title']])
  })

  it('sees the same footer, not one that a theme gives to everybody', () => {
    const corpus = emptyCorpus()
    const hosts = ['press', 'shop', 'theme1', 'theme2']
    seeded(corpus, ...hosts.map(host => `http://${host}.example/`))
    const own = (host: string, rare: readonly (readonly [string, string])[]) =>
      footer(
        [`http://${host}.example/legal`, 'Mentions légales'],
        [`http://${host}.example/contact`, 'Contact'],
        [`http://${host}.example/jobs`, 'Emplois'],
        ...rare,
      )
    for (const host of ['press', 'shop'])
      readPage(
        corpus,
        `http://${host}.example/`,
        own(host, [
          ['http://mother-house.example/', 'Mother house'],
          ['http://charity.example/', 'Our charity'],
        ]),
      )
    for (const host of ['theme1', 'theme2']) readPage(corpus, `http://${host}.example/`, own(host, []))
    expect(suggested(corpus)).toEqual([['press.example shop.example', 'footer']])
  })

  it('sees the profiles that a site names in its templates and that bear its name', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://agence-exemple.example/')
    for (const page of ['', 'one', 'two'])
      readPage(corpus, `http://agence-exemple.example/${page}`, [
        { to: 'https://twitter.com/AgenceExemple', zone: 'header' },
        { to: 'https://twitter.com/SomebodyElse', zone: 'header' },
        { to: 'https://facebook.com/agence.exemple', zone: 'content' },
      ])
    corpus.sql(`UPDATE link SET mark = 'profile'`).run()
    expect(suggested(corpus)).toEqual([['twitter.com/agenceexemple agence-exemple.example', 'profile']])
  })

  it('keeps what was reviewed, then what was read most, and leaves out what was set OUT', () => {
    const corpus = emptyCorpus()
    seeded(corpus, 'http://site.example/', 'http://m.site.example/')
    readPage(corpus, 'http://m.site.example/', [])
    expect(suggested(corpus)).toEqual([['site.example m.site.example', 'host']])
    setEntity(corpus, { actor: 'user', reason: '', now: someTime }, 'm.site.example', { status: 'OUT' })
    expect(suggested(corpus)).toEqual([])
  })
})

describe('suggestions of parked domains', () => {
  it('sees those that lead to a parking company, that are for sale, or that link to sellers alone', () => {
    const corpus = emptyCorpus()
    const hosts = ['gone', 'sale', 'seller', 'alive', 'writes-on-domains']
    seeded(corpus, ...hosts.map(host => `http://${host}.example/`))
    redirect(corpus, 'http://gone.example/', 'http://ww25.gone.example/?z')
    readPage(corpus, 'http://sale.example/', [])
    title(corpus, 'http://sale.example/', 'Le nom de domaine sale.example est à vendre')
    readPage(corpus, 'http://seller.example/', ['https://www.hugedomains.com/domain_profile.cfm?d=seller'])
    readPage(corpus, 'http://alive.example/', ['https://www.hugedomains.com/', 'http://sale.example/'])
    for (const page of ['', 'a', 'b', 'c']) readPage(corpus, `http://writes-on-domains.example/${page}`, [])
    title(corpus, 'http://writes-on-domains.example/', 'A domain name for sale, and other stories')
    expect(suggested(corpus, 'parked')).toEqual([
      ['gone.example', 'redirect'],
      ['sale.example', 'title'],
      ['seller.example', 'links'],
    ])
  })

  it('sees the same bytes on several domains with a title that says nothing is there', () => {
    const corpus = emptyCorpus()
    const hosts = ['aaa', 'bbb', 'ccc', 'ddd']
    seeded(corpus, ...hosts.map(host => `http://${host}.example/`))
    for (const host of hosts) {
      readPage(corpus, `http://${host}.example/`, [])
      title(corpus, `http://${host}.example/`, 'Coming soon')
    }
    corpus.sql(`UPDATE visit SET body_hash = iif(page_id = (SELECT max(id) FROM page), 'other', 'same')`).run()
    expect(suggested(corpus, 'parked')).toEqual([
      ['aaa.example', 'title twins'],
      ['bbb.example', 'title twins'],
      ['ccc.example', 'title twins'],
    ])
  })
})

describe('suggestions of link farms', () => {
  const farm = ['casino', 'credit', 'pills', 'loans', 'dating'].map(name => `http://${name}.example/`)
  const blogroll = (targets: readonly string[]): PlantedLink[] => targets.map(to => ({ to, zone: 'blogroll' }))

  it('sees sites whose blogrolls are the same and that all link to each other', () => {
    const corpus = emptyCorpus()
    seeded(corpus, ...farm)
    for (const site of farm)
      readPage(corpus, site, blogroll([...farm.filter(other => other !== site), 'http://client.example/']))
    const [found, ...more] = suggestions(corpus, { kinds: ['farm'], limit: 9 })
    expect(more).toEqual([])
    expect(found!.entities).toEqual([
      'casino.example',
      'credit.example',
      'dating.example',
      'loans.example',
      'pills.example',
    ])
    expect(found!.reasons.map(reason => saySuggestion(reason, 'en'))).toEqual([
      'the lists of sites in their templates are nearly the same: 6 on all of them',
      '20 of 20 possible ties among them, 10 pairs both ways',
    ])
  })

  it('does not take friends for one: they cite each other, and each has readings of its own', () => {
    const corpus = emptyCorpus()
    seeded(corpus, ...farm)
    for (const [at, site] of farm.entries())
      readPage(
        corpus,
        site,
        blogroll([
          ...farm.filter(other => other !== site),
          ...[1, 2, 3, 4].map(n => `http://reading${at}-${n}.example/`),
        ]),
      )
    expect(suggested(corpus, 'farm')).toEqual([])
  })

  it('does not take those for one that list the same well-known sites without knowing each other', () => {
    const corpus = emptyCorpus()
    seeded(corpus, ...farm)
    for (const site of farm)
      readPage(corpus, site, blogroll([1, 2, 3, 4, 5, 6].map(n => `http://newspaper${n}.example/`)))
    expect(suggested(corpus, 'farm')).toEqual([])
  })
})
