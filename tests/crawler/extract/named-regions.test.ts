import { describe, expect, it } from 'vitest'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Zone } from '#data/vocabulary/zones.ts'

const [b, c, d] = ['b', 'c', 'd'].map(name => `<a href="http://${name}.example/">${name}</a>`)

/** Pages of hardly a line: nothing but what a region says of itself tells its zone. */
const regions: Readonly<Record<Zone, readonly string[]>> = {
  nav: [
    `<nav>${b}</nav>`,
    `<div role="navigation">${b}</div>`,
    `<header><nav>${b}</nav></header>`,
    `<footer><nav>${b}</nav></footer>`,
    `<aside><nav><a href="/1">1</a></nav></aside>`,
    `<div id="menu"><ul><li>${b}</li><li>${c}</li></ul></div>`,
    `<ul class="menu"><li>${b}</li></ul>`,
    `<div class="navbar">${b}${c}</div>`,
    `<div class="fil-ariane">${b} &gt; ${c}</div>`,
    `<ol class="breadcrumb"><li>${b}</li></ol>`,
    `<div class="pagination">${b}</div>`,
  ],
  header: [
    `<header>${b}</header>`,
    `<div role="banner">${b}</div>`,
    `<div id="entete">${b}</div><div><p>text</p></div>`,
    `<div id="header">${b}</div>`,
    `<div id="banner">${b}</div>`,
  ],
  footer: [
    `<footer>${b}</footer>`,
    `<p>text</p><div role="contentinfo">${b}</div>`,
    `<p>text</p><div class="pied-de-page">${b}</div>`,
    `<p>text</p><div id="pied">${b}</div>`,
    `<p>text</p><div id="blogfooter">${b}</div>`,
  ],
  sidebar: [
    `<aside><p>Read ${b}</p></aside>`,
    `<aside><ul><li><a href="/1">1</a></li><li><a href="/2">2</a></li></ul></aside>`,
    `<div role="complementary"><p>Read ${b}</p></div>`,
    `<p>text</p><div class="colonne-droite"><p>Lire ${b}</p></div>`,
    `<div class="barre-laterale"><p>Lire ${b}</p></div>`,
    `<aside><div class="widget_recent_comments"><ul><li>${b} on <a href="/x">a post</a></li></ul></div></aside>`,
  ],
  blogroll: [
    `<aside><ul><li>${b}</li><li>${c}</li><li>${d}</li></ul></aside>`,
    `<div id="blogroll"><h3>Blogroll</h3>${b}<br>${c}</div>`,
    `<div class="sidebar"><ul class="blogroll"><li>${b}</li></ul></div>`,
    `<div id="sidebar"><li id="linkcat-2" class="widget widget_links"><h2>Liens</h2><ul><li>${b}</li></ul></li></div>`,
    `<div class="sidebar"><div class="liens"><ul><li>${b}</li></ul></div></div>`,
    `<div id="sidebar"><h3>Blogs amis</h3><p>${b}</p><p>${c}</p><p>${d}</p></div>`,
  ],
  comment: [
    `<main><p>Hello</p><section id="comments"><p>${b}</p></section></main>`,
    `<ol class="commentlist"><li>${b}</li></ol>`,
    `<div class="comments"><div class="comment">${b} says</div></div>`,
    `<div id="commentaires"><p>Par ${b}</p></div>`,
    `<main><article class="comment"><p>${b}</p></article></main>`,
    `<p class="comment-author">${b}</p>`,
    `<div itemscope itemtype="https://schema.org/Comment"><p>${b}</p></div>`,
    `<dl id="comments-block"><dt>${b}</dt></dl>`,
    `<div id="reactions">${b}</div>`,
  ],
  content: [
    `<p>Text ${b}.</p>`,
    `<div>Text ${b}</div>`,
    `<main><p>Text ${b}.</p></main>`,
    `<article><p>Text ${b}.</p></article>`,
    `<h1>Links</h1><ul><li>${b}</li><li>${c}</li></ul>`,
    `<main><article><header><h2>${b}</h2></header><p>text</p></article></main>`,
    `<main><article><p>text</p><footer>Filed: ${b}</footer></article></main>`,
    `<main><article class="post"><p>text</p><a class="comments-link" href="http://b.example/">3 comments</a></article></main>`,
  ],
  other: [`<main><p>text</p></main><div class="modal">${b}</div>`, `<div role="dialog">${b}</div>`],
}

describe('a region that says what it is, on a page of hardly a line', () => {
  for (const [zone, pages] of Object.entries(regions))
    it.each(pages)(`${zone}: %s`, body => {
      const html = `<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`
      const { links } = extractPage(html, { url: normalizeUrl('http://a.example/')! })
      expect(new Set(links.map(link => link.zone))).toEqual(new Set([zone]))
    })
})
