import { describe, expect, it } from 'vitest'
import { edgesOf, page, tellStory, type Tables } from './tell-story.ts'

const says = (sentence: string): string => page('Une page', `<main><p>${sentence}</p></main>`)
const to = (location: string) => ({ status: 301, headers: { location } })

// A blog began on a host of the early years, then moved: the old front page sends its readers on, posts that were not
// moved are gone. Some still cite the old address, some the new; the seed list, made in 2012, has the old one.
const web = {
  'vieux-blog.example': { '/': to('http://nouveau-blog.example/') },
  'nouveau-blog.example': {
    '/': says('Bienvenue. Voir <a href="/2009/terrain">le terrain</a>.'),
    '/2009/terrain': says('Avec <a href="http://vendeur.example/">leur outil</a>, nous avons frappé à mille portes.'),
  },
  'fidele.example': {
    '/': says(
      'Lire <a href="http://vieux-blog.example/">ce blog</a>, et surtout <a href="http://vieux-blog.example/2009/perdu">son premier billet</a>.',
    ),
  },
  'moderne.example': { '/': says('Toujours lire <a href="http://nouveau-blog.example/2009/terrain">ce billet</a>.') },
  'vendeur.example': { '/': says('Un vendeur.') },
}
const seeds = ['vieux-blog', 'fidele', 'moderne', 'vendeur'].map(site => `http://${site}.example/`)

const blog = ({ nodes }: Tables) => nodes.find(({ id }) => id === 'vieux-blog.example')
const read = ({ pages }: Tables): string[] =>
  pages.filter(({ entity }) => entity === 'vieux-blog.example').map(({ url, state }) => `${url} ${state}`)

describe('the blog that moved', () => {
  it('is two sites to a crawler and one to who knows its story; the same command then reads what it became', async () => {
    const { crawl, tables, toile } = await tellStory(web)
    await crawl(['url', ...seeds])
    const before = await tables('--statuses', 'IN,DISCOVERED')
    // A link counts where it is known to lead: the front page to the new domain, the lost post nowhere else.
    expect(edgesOf(before)).toEqual([
      'fidele.example → nouveau-blog.example: 1 1 1',
      'fidele.example → vieux-blog.example: 1 1 1',
      'moderne.example → nouveau-blog.example: 1 1 1',
    ])
    expect(before.links.map(({ href, target_url }) => [href, target_url])[0]).toEqual([
      'http://vieux-blog.example/',
      'http://nouveau-blog.example/',
    ])
    expect(await toile('status')).toContain('leads to nouveau-blog.example and has no page of its own')
    expect(read(before)).toEqual(['http://vieux-blog.example/ redirected'])

    await toile('entity', 'merge', 'nouveau-blog.example', 'vieux-blog.example', '--reason', 'moved in 2011')
    await toile('entity', 'set', 'vieux-blog.example', '--name', 'Nouveau blog')
    await toile('entity', 'name', 'vieux-blog.example', 'Vieux blog', '--to', '2011')
    const merged = await tables()
    expect(edgesOf(merged)).toEqual([
      'fidele.example → vieux-blog.example: 1 2 1',
      'moderne.example → vieux-blog.example: 1 1 1',
    ])

    await crawl(['url', ...seeds])
    const after = await tables()
    expect(edgesOf(after)).toEqual([...edgesOf(merged), 'vieux-blog.example → vendeur.example: 1 1 1'])
    expect(read(after)).toEqual([
      'http://nouveau-blog.example/ fetched',
      'http://nouveau-blog.example/2009/terrain fetched',
      'http://vieux-blog.example/ redirected',
    ])
    // The id stays, the name is today's, the old one keeps its date.
    expect(blog(after)).toMatchObject({ label: 'Nouveau blog', pages_fetched: '2', in_degree: '2' })
    expect(await toile('entity', 'show', 'vieux-blog.example')).toMatch(/Vieux blog.*2011/)
  })
})
