import { describe, expect, it } from 'vitest'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const text = `<p>${'A sentence of the page, which says something of the campaign of this spring. '.repeat(8)}</p>`

/** The zones of the links in `box`, which stands beside the matter of a page at `address`. */
function zonesIn(box: string, address = 'http://a.example/', { before = false } = {}): string {
  const matter = `<main><article>${text}</article></main>`
  const body = before ? `${box}${matter}` : `${matter}${box}`
  const html = `<!doctype html><body><header><h1><a href="/">Site</a></h1></header>${body}<footer><a href="/legal">Legal</a></footer></body>`
  const { links } = extractPage(html, { url: normalizeUrl(address)! })
  return links
    .slice(1, -1)
    .map(({ zone }) => zone)
    .join(' ')
}

const list = (...targets: readonly string[]): string =>
  `<ul>${targets.map(target => `<li><a href="${target}">${target}</a></li>`).join('')}</ul>`
const [b, c] = ['http://b.example/', 'http://c.example/']

describe('lists of other sites in a side column', () => {
  it.each([
    ['two sites under any heading', `<aside><h3>Friends</h3>${list(b, c)}</aside>`, 'blogroll blogroll'],
    ['the column itself called a blogroll', `<aside class="blogroll">${list(b, c)}</aside>`, 'blogroll blogroll'],
    ['one site, where the page calls it a blogroll', `<aside class="blogroll">${list(b)}</aside>`, 'blogroll'],
    ['navigation called a blogroll', `<aside><nav class="blogroll">${list(b, c)}</nav></aside>`, 'blogroll blogroll'],
    [
      'a list below a list of the site’s own pages',
      `<aside>${list('/1', '/2')}${list(b, c)}</aside>`,
      'sidebar sidebar blogroll blogroll',
    ],
    ['two pages of one site: no list of sites', `<aside>${list(`${b}1`, `${b}2`)}</aside>`, 'sidebar sidebar'],
    ['a sentence', `<aside><p>We like <a href="${b}">B</a> and <a href="${c}">C</a>.</p></aside>`, 'sidebar sidebar'],
    [
      'profiles, which are no other sites',
      `<aside>${list('https://twitter.com/someone', 'https://www.facebook.com/someone')}</aside>`,
      'sidebar sidebar',
    ],
    [
      'a side box called a blogroll of own pages',
      `<aside class="blogroll">${list('/1', '/2')}</aside>`,
      'sidebar sidebar',
    ],
  ])('%s', (_what, box, zones) => expect(zonesIn(box)).toBe(zones))

  it.each([
    ['http://one.over-blog.com/', 'http://two.over-blog.com/', 'http://three.over-blog.com/'],
    ['https://medium.com/@one/post', 'https://medium.com/@two', 'https://medium.com/@three'],
    ['https://one.hypotheses.org/', 'https://two.hypotheses.org/', 'https://three.hypotheses.org/12'],
  ])('of a platform at %s are those of its other authors', (address, ...others) => {
    expect(zonesIn(`<aside>${list(...others)}</aside>`, address)).toBe('blogroll blogroll')
    expect(zonesIn(`<aside>${list(address, `${address}/older`)}</aside>`, address)).toBe('sidebar sidebar')
  })
})

describe('boxes without a name', () => {
  it('of an engine’s widgets stand in a column, on either side', () => {
    const column = `<div id="alpha"><div class="module">${list('/2006/10')}</div><div class="widget">${list(b, c)}</div></div>`
    expect(zonesIn(column, 'http://a.example/', { before: true })).toBe('sidebar blogroll blogroll')
    expect(zonesIn(column)).toBe('sidebar blogroll blogroll')
  })

  it('whose links each say a sentence are cards of the page, not its header', () => {
    const card = (at: number): string =>
      `<a href="/${at}"><h2>Projects</h2><p>See how people here change the way in which decisions are made.</p></a>`
    expect(zonesIn(`<section>${card(1)}${card(2)}</section>`, 'http://a.example/', { before: true })).toBe(
      'content content',
    )
  })

  it('around related articles make no column', () =>
    expect(zonesIn(`<aside class="read-more-wrap"><article><a href="/next">Another text</a></article></aside>`)).toBe(
      'content',
    ))
})
