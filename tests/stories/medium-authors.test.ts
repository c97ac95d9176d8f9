import { describe, expect, it } from 'vitest'
import { edgesOf, page, tellStory } from './tell-story.ts'

/** A story in the platform's frame: its own links stand at the top and at the foot of every page of every author. */
const story = (title: string, author: string, text: string): string =>
  page(
    title,
    `<div id="root"><div class="a b"><a href="http://medium.com/">Medium</a> <a href="http://medium.com/m/signin">Sign in</a></div>
     <article><h1>${title}</h1><p>By <a rel="author" href="http://medium.com/@${author}">${author}</a></p>${text}</article>
     <footer><a href="http://medium.com/about">About</a> <a href="http://policy.medium.com/terms">Terms</a></footer></div>`,
    'en',
  )
/** A sentence among others, as long as posts are. */
const p = (sentence: string): string =>
  `<p>It took me a year to say this in public, and I would rather not have to say it twice. ${sentence} Whoever has knocked
   on doors for a living knows what I mean.</p><p>The rest is detail, and details are what campaigns are made of: lists that nobody
   cleans, maps that nobody prints, and a spreadsheet that one volunteer alone understands.</p>`

const home = (author: string, ...posts: readonly string[]): string =>
  story(
    author,
    author,
    posts
      .map(post => `<h2><a href="http://medium.com/@${author}/${post}">A story called ${post}</a></h2>${p('')}`)
      .join(''),
  )
// Two authors of one platform are seeds. Ines answers Omar twice and cites a third author once; Omar cites a vendor.
const web = {
  'medium.com': {
    '/@ines': home('ines', 'first', 'second', 'third'),
    '/@ines/first': story(
      'First',
      'ines',
      p('I disagree with <a href="http://medium.com/@omar/model">Omar on models</a>.'),
    ),
    '/@ines/second': story(
      'Second',
      'ines',
      p('And again with <a href="http://medium.com/@omar?source=second">what Omar writes</a>.'),
    ),
    '/@ines/third': story('Third', 'ines', p('Better read <a href="http://medium.com/@zoe/doors">Zoe on doors</a>.')),
    '/@omar': home('omar', 'model'),
    '/@omar/model': story(
      'Model',
      'omar',
      p('The model is the one of <a href="http://vendor.example/">the vendor</a>.'),
    ),
  },
  'vendor.example': { '/': page('Vendor', p('A vendor.'), 'en') },
}

describe('authors of one platform', () => {
  it('are sites of their own, cite each other as such, and the platform is nobody’s', async () => {
    const { crawl, tables } = await tellStory(web)
    await crawl(['url', 'http://medium.com/@ines', 'http://medium.com/@omar', 'http://vendor.example/'])
    const seeds = await tables()
    expect(seeds.nodes.map(({ id, pages_fetched }) => `${id} ${pages_fetched}`)).toEqual([
      'medium.com/@ines 4',
      'medium.com/@omar 2',
      'vendor.example 1',
    ])
    expect(edgesOf(seeds)).toEqual([
      'medium.com/@ines → medium.com/@omar: 2 2 2',
      'medium.com/@omar → vendor.example: 1 1 1',
    ])
    expect(seeds.links.map(({ context, zone }) => `${zone}: ${context}`)).toEqual([
      'content: I disagree with Omar on models.',
      'content: And again with what Omar writes.',
      'content: The model is the one of the vendor.',
    ])

    // A third author is discovered as one, not swallowed by the platform, whose own links are its frame.
    const cited = await tables('--statuses', 'IN,DISCOVERED')
    expect(edgesOf(cited)).toContain('medium.com/@ines → medium.com/@zoe: 1 1 1')
    const toPlatform = cited.links.filter(({ target }) => target === 'medium.com')
    expect(toPlatform.length).toBeGreaterThan(0)
    expect(toPlatform.filter(({ zone }) => zone === 'content')).toEqual([])
    expect(edgesOf(await tables('--statuses', 'IN,DISCOVERED', '--zones', 'content'))).toEqual([
      'medium.com/@ines → medium.com/@omar: 2 2 2',
      'medium.com/@ines → medium.com/@zoe: 1 1 1',
      'medium.com/@omar → vendor.example: 1 1 1',
    ])
  })
})
