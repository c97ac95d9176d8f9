import { describe, expect, it } from 'vitest'
import { edgesOf, page, tellStory } from './tell-story.ts'

/** A post of a blog with its side column; `said` is the post's paragraph, `comments` what visitors left below. */
function post(blog: string, friend: string, number: number, said = '', comments = ''): string {
  const posts = [1, 2, 3, 4, 5, 6].map(at => `<li><a href="/billet-${at}">Billet ${at}</a></li>`).join('')
  return page(
    `Billet ${number}`,
    `<div id="header"><h1><a href="/">${blog}</a></h1></div>
     <div id="content"><div class="post"><h2>Billet ${number}</h2>
       <p>Nous avons passé la semaine sur le terrain, et il y a beaucoup à dire du porte-à-porte.</p>${said}</div>
       <div id="comments">${comments}</div></div>
     <div id="sidebar"><h3>Derniers billets</h3><ul>${posts}</ul>
       <h3>Nos amis</h3><ul class="blogroll"><li><a href="http://${friend}/">${friend}</a></li>
       <li><a href="http://lointain.example/">Un blog lointain</a></li><li><a href="http://revue.example/">La revue</a></li></ul></div>
     <div id="footer"><p>Un blog inventé.</p></div>`,
  )
}

const praise = (query: string): string =>
  `<p>Le logiciel de <a href="http://vendeur.example/${query}">Vendeur inventé</a> a tout changé pour nous.</p>`
/** In the fourth post with a campaign's tracking, in the fifth twice. */
const vendor: Readonly<Record<number, string>> = {
  2: praise(''),
  4: praise('?utm_source=anna&amp;utm_medium=blog'),
  5: praise('').repeat(2),
}
const visitor =
  '<ol class="commentlist"><li class="comment">Par <a href="http://visiteur.example/" rel="nofollow">un visiteur</a> : bravo.</li></ol>'

const six = [1, 2, 3, 4, 5, 6]
const blog = (name: string, friend: string, said: readonly number[]): Record<string, string> => ({
  '/': post(name, friend, 0),
  ...Object.fromEntries(
    six.map(at => [
      `/billet-${at}`,
      post(name, friend, at, said.includes(at) ? vendor[at] : '', said.includes(at) ? visitor : ''),
    ]),
  ),
})

// Two bloggers list each other in their side columns, on each of seven pages, and never write about each other. One of
// them writes about a vendor in three posts, under which the same visitor leaves the address of a blog.
const web = {
  'anna.example': blog('Anna', 'bruno.example', [2, 4, 5]),
  'bruno.example': blog('Bruno', 'anna.example', []),
  'vendeur.example': { '/': page('Vendeur', '<p>Nous vendons un logiciel.</p>') },
}
const seeds = ['url', 'http://anna.example/', 'http://bruno.example/', 'http://vendeur.example/']

describe('blogroll-only friends', () => {
  it('recognise each other once, however many pages say so, and are strangers in the graph of posts', async () => {
    const { crawl, tables } = await tellStory(web)
    await crawl(seeds)
    const all = await tables()
    expect(edgesOf(all)).toEqual([
      'anna.example → bruno.example: 1 7 7',
      'anna.example → vendeur.example: 3 4 3',
      'bruno.example → anna.example: 1 7 7',
    ])
    expect(all.edges.map(edge => [edge['links_blogroll'], edge['links_content']])).toEqual([
      ['7', '0'],
      ['0', '4'],
      ['7', '0'],
    ])
    // A tracking variant is the same target, a second mention another occurrence.
    const said = all.links.filter(({ target }) => target === 'vendeur.example')
    expect(new Set(said.map(({ context }) => context))).toEqual(
      new Set(['Le logiciel de Vendeur inventé a tout changé pour nous.']),
    )
    expect(new Set(said.map(({ target_url }) => target_url))).toEqual(new Set(['http://vendeur.example/']))

    // Friends in the graph of blogrolls, strangers in that of posts.
    expect(edgesOf(await tables('--zones', 'content'))).toEqual(['anna.example → vendeur.example: 3 4 3'])
    expect(edgesOf(await tables('--zones', 'blogroll'))).toEqual([
      'anna.example → bruno.example: 1 7 7',
      'bruno.example → anna.example: 1 7 7',
    ])
    const comments = await tables('--zones', 'comment', '--statuses', 'IN,DISCOVERED')
    expect(edgesOf(comments)).toEqual(['anna.example → visiteur.example: 3 3 3'])
    expect(comments.links.map(({ rel, zone }) => `${zone} ${rel}`)).toEqual(Array(3).fill('comment nofollow'))
  })
})
