import { describe, expect, it } from 'vitest'
import { edgesOf, page, tellStory } from './tell-story.ts'

const titles = ['accueil', 'programme', 'equipe', 'agenda', 'contact']

type Frame = (title: string, text: string) => string

const text = (title: string, candidate: string): string =>
  `<h1>${title}</h1><p>La page ${title} de la campagne de ${candidate} dit en deux phrases ce que les habitants en attendent.
   On y revient chaque semaine, et l'on y trouve ce qui a changé depuis la dernière fois.</p>`

/** A client's site: five pages that link to each other, in the frame that the agency gave it. */
const client = (candidate: string, frame: Frame, more: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    titles.map((title, at) => [
      at === 0 ? '/' : `/${title}`,
      page(title, frame(candidate, text(title, candidate) + (more[title] ?? ''))),
    ]),
  )

const menu = titles.map((title, at) => `<li><a href="${at === 0 ? '/' : `/${title}`}">${title}</a></li>`).join('')
const credit = 'Site réalisé par <a href="http://agence-web.example/">Agence Web inventée</a>'

const named: Frame = (candidate, body) =>
  `<header><a href="/">${candidate}</a><nav><ul>${menu}</ul></nav></header><main>${body}</main>
   <footer><p>© ${candidate}. ${credit}.</p></footer>`
/** The same with class names that say nothing, the credit a line of its own in the middle of much else. */
const hashed: Frame = (candidate, body) =>
  `<div class="x1a"><div class="x2b"><ul class="x3c">${menu}</ul></div><div class="x4d">${body}
   <p class="x5e">${credit}, avec des outils libres et beaucoup de patience, pour la campagne de ${candidate}.</p></div></div>`

const recommends =
  '<p>Pour le site, nous avons choisi <a href="http://agence-web.example/references">cette agence</a>, et nous y reviendrions.</p>'

// An agency built the sites of three campaigns and signs each at the foot of all pages. One candidate also recommends it.
const web = {
  'dupont.example': client('Dupont', named),
  'durand.example': client('Durand', named, { equipe: recommends }),
  'martin.example': client('Martin', hashed),
  'agence-web.example': {
    '/': page('Agence', '<p>Nous faisons des sites. <a href="/references">Nos références</a></p>'),
    '/references': page('Références', '<p>Nous avons fait celui de <a href="http://dupont.example/">Dupont</a>.</p>'),
  },
}
const sites = ['dupont', 'durand', 'martin', 'agence-web']
const seeds = ['url', ...sites.map(site => `http://${site}.example/`)]

describe('the footer credit of a web agency', () => {
  it('is one act per client, and leaves the graph of what people wrote', async () => {
    const { crawl, tables, toile } = await tellStory(web)
    await crawl(seeds)
    const all = await tables()
    expect(edgesOf(all)).toEqual([
      'agence-web.example → dupont.example: 1 1 1',
      'dupont.example → agence-web.example: 1 5 5',
      // The credit once, and the page that recommends the agency.
      'durand.example → agence-web.example: 2 6 5',
      // The page names nothing: that the line is the same on every page of the site tells what it is.
      'martin.example → agence-web.example: 1 5 5',
    ])
    expect(all.edges.map(edge => [edge['links_footer'], edge['links_content']])).toEqual([
      ['0', '1'],
      ['5', '0'],
      ['5', '1'],
      ['5', '0'],
    ])
    expect(all.nodes.find(({ id }) => id === 'agence-web.example')).toMatchObject({ in_degree: '3', out_degree: '1' })

    const written = await tables('--zones', 'content')
    expect(edgesOf(written)).toEqual([
      'agence-web.example → dupont.example: 1 1 1',
      'durand.example → agence-web.example: 1 1 1',
    ])
    expect(written.nodes.find(({ id }) => id === 'agence-web.example')).toMatchObject({ in_degree: '1' })

    // Marked as credits by the words before them, in any frame; the recommendation is not.
    const { marks } = JSON.parse(await toile('classify', '--json')) as { marks: { mark: string; links: number }[] }
    expect(marks).toEqual([
      { mark: 'credit', links: 15 },
      { mark: '', links: 2 },
    ])
  })
})
