import { describe, expect, it } from 'vitest'
import { edgesOf, page, tellStory, type Tables } from './tell-story.ts'

const says = (sentence: string): string => `<main><p>${sentence}</p></main>`
const link = (url: string, anchor: string): string => `<a href="${url}">${anchor}</a>`

// An agency has a site, a blog on another domain, a profile on a platform, and the address of its years abroad. They
// lead to each other, and three pages of them to a vendor. A think tank cites all four, on two pages.
const web = {
  'agence.example': {
    '/': page(
      'Agence',
      says(
        `Notre ${link('http://le-carnet.example/', 'carnet')}, nos ${link('http://medium.com/@agence', 'billets')}, notre
         ${link('http://agency-abroad.example/', 'ancienne adresse')} et notre outil, ${link('http://vendeur.example/', 'Vendeur')}.`,
      ),
    ),
  },
  'le-carnet.example': {
    '/': page(
      'Carnet',
      says(`Le carnet de ${link('http://agence.example/', "l'agence")}, et son ${link('/2012', 'récit de 2012')}.`),
    ),
    '/2012': page('2012', says(`Nous revenons de chez ${link('http://vendeur.example/equipe', 'Vendeur')}.`)),
  },
  'medium.com': {
    '/@agence': page(
      'L’agence sur Medium',
      says(
        `Après ${link('http://vendeur.example/', 'Vendeur')}, lire ${link('http://le-carnet.example/2012', 'le carnet')}.`,
      ),
    ),
  },
  'agency-abroad.example': {
    '/': page('Agency', says(`Now at ${link('http://agence.example/', 'a new address')}.`), 'en'),
  },
  'vendeur.example': { '/': page('Vendeur', says('Un vendeur.')), '/equipe': page('Équipe', says('Une équipe.')) },
  'cercle.example': {
    '/': page(
      'Cercle',
      says(
        `Voir ${link('http://agence.example/', 'leur site')}, ${link('http://le-carnet.example/', 'leur carnet')}
         et ${link('/note', 'notre note')}.`,
      ),
    ),
    '/note': page(
      'Note',
      says(
        `Ils écrivent sur ${link('http://medium.com/@agence', 'Medium')}, jadis ${link('http://agency-abroad.example/', 'abroad')},
         comme ${link('http://medium.com/@inconnue', 'cette inconnue')}.`,
      ),
    ),
  },
}
const addresses = [
  'http://agence.example',
  'http://le-carnet.example',
  'http://medium.com/@agence',
  'http://agency-abroad.example',
]
const others = ['http://vendeur.example/,,', 'http://cercle.example/,,']

const asOne = [
  // Two pages of the think tank, four hyperlinks; three pages of the agency.
  'agence.example → vendeur.example: 3 3 3',
  'cercle.example → agence.example: 2 4 2',
]

const actor = ({ nodes }: Tables) => nodes.find(({ id }) => id === 'agence.example')

describe('one actor, four hosts', () => {
  it('is one site of the map when the seed list says so', async () => {
    const { crawl, tables } = await tellStory(web)
    await crawl(
      ['url,name,prefixes', `http://agence.example/,Agence,${addresses.join(' ')}`, ...others],
      '--depth',
      '2',
    )
    const all = await tables()
    expect(edgesOf(all)).toEqual(asOne)
    expect(all.nodes.map(({ id }) => id)).toEqual(['agence.example', 'cercle.example', 'vendeur.example'])
    // Links among its own addresses make no edge; each address is crawled.
    expect(actor(all)).toMatchObject({ label: 'Agence', pages_fetched: '5', self_links: '7', in_degree: '1' })
    expect(all.links.map(({ target_url }) => target_url)).toContain('http://medium.com/@agence')
    const cited = await tables('--statuses', 'IN,DISCOVERED')
    expect(edgesOf(cited)).toContain('cercle.example → medium.com/@inconnue: 1 1 1')
  })

  it('becomes one when the researcher merges four, with the same edges, and four again when that is taken back', async () => {
    const { crawl, tables, toile } = await tellStory(web)
    await crawl(['url,name,prefixes', ...addresses.map(address => `${address},,`), ...others])
    const four = await tables()
    expect(edgesOf(four)).toEqual([
      'agence.example → agency-abroad.example: 1 1 1',
      'agence.example → le-carnet.example: 1 1 1',
      'agence.example → medium.com/@agence: 1 1 1',
      'agence.example → vendeur.example: 1 1 1',
      'agency-abroad.example → agence.example: 1 1 1',
      'cercle.example → agence.example: 1 1 1',
      'cercle.example → agency-abroad.example: 1 1 1',
      'cercle.example → le-carnet.example: 1 1 1',
      'cercle.example → medium.com/@agence: 1 1 1',
      'le-carnet.example → agence.example: 1 1 1',
      'le-carnet.example → vendeur.example: 1 1 1',
      'medium.com/@agence → le-carnet.example: 1 1 1',
      'medium.com/@agence → vendeur.example: 1 1 1',
    ])
    for (const other of ['le-carnet.example', 'medium.com/@agence', 'agency-abroad.example'])
      await toile('entity', 'merge', other, 'agence.example', '--reason', 'the same agency')
    const one = await tables()
    expect(edgesOf(one)).toEqual(asOne)
    expect(actor(one)).toMatchObject({ pages_fetched: '5', self_links: '7' })
    for (const _ of addresses.slice(1)) await toile('entity', 'undo')
    expect(edgesOf(await tables())).toEqual(edgesOf(four))
  })
})
