import { describe, expect, it } from 'vitest'
import { needsRendering } from '#crawler/extract/needs-rendering.ts'
import { learnRendering, shouldRender, templateOf } from '#crawler/turn/rendering-memory.ts'
import type { RenderingMemory } from '#crawler/turn/rendering-memory.ts'
import { extractPage } from '#crawler/extract/extract-page.ts'
import type { Url } from '#data/url/brand.ts'

const reasonOf = (html: string) => needsRendering(html, extractPage(html, { url: 'http://a.example/' as Url }))
const app = '<script type="module" src="/app.js"></script>'
const prose = `<p>${'Une phrase que l’on peut lire sans rien exécuter. '.repeat(20)}</p>`
const links = (count: number) => Array.from({ length: count }, (_, at) => `<a href="/${at}">lien ${at}</a>`).join('')

describe('needsRendering(html, page)', () => {
  it.each([
    ['React, as it is delivered', `<!doctype html><title>x</title><div id="root"></div>${app}`, 'mount'],
    ['Angular', `<title>x</title><app-root></app-root>${app}`, 'mount'],
    ['a mount with only a spinner in it', `<div id="app"><div class="spinner">Chargement…</div></div>${app}`, 'mount'],
    ['a frame with some links around the mount', `<nav>${links(4)}</nav><div id="__next"></div>${app}`, 'mount'],
    [
      'a noscript that asks for scripts',
      `<noscript>You need to enable JavaScript to run this app.</noscript><p>x</p>${links(4)}${app}`,
      'noscript',
    ],
    ['in French too', `<noscript>Merci d’activer JavaScript</noscript>${links(4)}${app}`, 'noscript'],
    ['nothing but scripts', `<body>${app}</body>`, 'empty'],
    ['an inline script that writes', '<body><script>document.write("x")</script></body>', 'empty'],
  ])('sees that scripts build %s', (_title, html, reason) => {
    expect(reasonOf(html)).toBe(reason)
  })

  it.each([
    ['a page rendered by its server into the mount', `<div id="__next">${prose}${links(3)}</div>${app}`],
    ['a page with ten links', `<div id="root"></div>${links(10)}${app}`],
    ['a page without scripts', '<div id="root"></div>'],
    ['a page whose scripts are data', '<div id="root"></div><script type="application/ld+json">{}</script>'],
    ['an article with few links', `${prose}${links(1)}${app}`],
    [
      'a noscript that holds a tracking image',
      `<noscript><img src="https://t.example/p"></noscript><p>${'mot '.repeat(60)}</p>${app}`,
    ],
    ['a frameset', `<script>x()</script><frameset><frame src="a.html"></frameset>`],
    ['a page that only refreshes', `<meta http-equiv="refresh" content="0; url=/x"><script>x()</script>`],
  ])('leaves %s alone', (_title, html) => {
    expect(reasonOf(html)).toBeNull()
  })
})

describe('templateOf(url)', () => {
  it.each([
    ['http://a.example/', '/'],
    ['http://a.example/about', '/+'],
    ['http://a.example/blog/', '/blog/'],
    ['http://a.example/blog/2012/05/x.html?p=1', '/blog/+/+/+.html?p'],
    ['http://a.example/blog/2013/06/y.html?p=2', '/blog/+/+/+.html?p'],
    ['http://a.example/index.php?b=1&a=2&b=3', '/+.php?a&b'],
  ])('%s is %s', (url, template) => {
    expect(templateOf(url as Url)).toBe(template)
  })
})

describe('shouldRender(mode, reason, memory, template)', () => {
  const learn = (...gains: boolean[]) =>
    gains.reduce<RenderingMemory>((memory, gained) => learnRendering(memory, '/+', gained), {})

  it('asks the static form first, and what was learnt then', () => {
    expect(shouldRender('auto', null, learn(true), '/+')).toBe(false)
    expect(shouldRender('auto', 'empty', {}, '/+')).toBe(true)
    expect(shouldRender('auto', 'empty', learn(false, false), '/+')).toBe(true)
    expect(shouldRender('auto', 'empty', learn(false, false, false), '/+')).toBe(false)
    expect(shouldRender('auto', 'empty', learn(false, false, false), '/other')).toBe(true)
    expect(shouldRender('auto', 'empty', learn(false, true, false, false), '/+')).toBe(true)
  })

  it('always and never mean that', () => {
    expect(shouldRender('always', null, learn(false, false, false), '/+')).toBe(true)
    expect(shouldRender('never', 'empty', {}, '/+')).toBe(false)
  })

  it('knows fifty templates of a host, and takes all others for one', () => {
    let memory: RenderingMemory = {}
    for (let at = 0; at < 500; at += 1) memory = learnRendering(memory, `/${at}/+`, false)
    expect(Object.keys(memory)).toHaveLength(51)
    expect(shouldRender('auto', 'empty', memory, '/new/+')).toBe(false)
  })
})
