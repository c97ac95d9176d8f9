import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'

const place = (html: string): string => extract(html).links[0]!.place

describe('place of a link', () => {
  it.each([
    [
      'numbers of posts and states of menus',
      '<body class="postid-12"><div id="page"><ul class="menu"><li id="menu-item-12" class="menu-item current-menu-item"><a href="/">x</a></li></ul></div>',
      '<body class="postid-99"><div id="page"><ul class="menu"><li id="menu-item-15" class="menu-item"><a href="/">x</a></li></ul></div>',
    ],
    [
      'an article’s own names',
      '<article id="post-1" class="post-1 post category-data tag-maps hentry"><div class="entry"><p>See <a href="/">x</a></p></div></article>',
      '<article id="post-2" class="post-2 post category-people hentry"><div class="entry"><p>See <a href="/">x</a></p></div></article>',
    ],
    [
      'where in a list it stands',
      '<ul class="links"><li>a</li><li class="odd last"><a href="/">x</a></li></ul>',
      '<ul class="links"><li class="first even"><a href="/">x</a></li></ul>',
    ],
    [
      'what inside it is bold',
      '<p class="credits">by <b><a href="/">x</a></b></p>',
      '<p class="credits">by <a href="/">x</a></p>',
    ],
  ])('is the same on two pages of a template, whatever %s', (_, one, other) => {
    expect(place(one)).toBe(place(other))
    expect(place(one)).not.toBe('')
  })

  it('tells the page’s matter from its frame', () => {
    const { links } = extract(
      '<header><nav class="menu"><a href="/1">a</a></nav></header><main><article><p><a href="/2">b</a></p></article></main><aside class="sidebar"><ul><li><a href="/3">c</a></ul></aside><footer><a href="/4">d</a></footer>',
    )
    expect(links.map(({ place: at }) => at)).toEqual([
      'header>nav.menu>a',
      'main>article>a',
      'aside.sidebar>ul>li>a',
      'footer>a',
    ])
  })

  it('keeps its inner end when it is too long', () => {
    const deep = Array.from(
      { length: 60 },
      (_, at) => `<section class="level-${String.fromCharCode(97 + (at % 26))}">`,
    ).join('')
    const long = place(`${deep}<ul class="inner"><li><a href="/">x</a>`)
    expect(long.length).toBeLessThanOrEqual(160)
    expect(long).toMatch(/^section\.level-\w>.*>ul\.inner>li>a$/)
  })
})
