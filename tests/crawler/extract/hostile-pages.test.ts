import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { extract, onlyLink } from './extract.ts'

// No test here looks at a clock, which says more of the machine's other work. Each page is so large that a step whose cost
// grows with the square of it would run into the time limit of the tests.

describe('extractPage(html, page) on hostile pages', () => {
  it('reads 100,000 links, and names the limit that cuts the next', () => {
    const page = extract('<p>'.concat('<a href="http://x.example/a">word</a> and '.repeat(100_001)))
    expect(page.links).toHaveLength(100_000)
    expect(page.limits).toEqual(['links'])
    expect(page.links[99_999]!.anchor).toBe('word')
  })

  it('reads 5 MB in one line', () => {
    const page = extract(`<p>${'word '.repeat(1_000_000)}<a href="/x">x</a> end.</p>`)
    expect(page.links[0]!.context.length).toBeLessThanOrEqual(400)
    expect(page.limits).toEqual([])
  })

  it('reads a sentence, an anchor, a tag, an attribute and a comment without an end', () => {
    const long = 'mot. '.repeat(500_000)
    expect(extract(`<a href="/x">${long}`).limits).toEqual(['text'])
    expect(extract(`<a href="/x">a</a><a title="${long}`).links).toHaveLength(1)
    expect(extract(`<a href="/x">a</a><${'a'.repeat(2_000_000)}`).links).toHaveLength(1)
    expect(extract(`<a href="/x">a</a><!--${long}`).links).toHaveLength(1)
    expect(extract(`${'<a href="/x" '.repeat(200_000)}`).limits).toEqual([])
  })

  it.each([2000, 300_000])('reads %d nested elements and keeps the links below them', depth => {
    const page = extract(
      `${'<div class="a">'.repeat(depth)}<p>See <a href="/x">x</a>.</p>${'</div>'.repeat(depth)}<footer><a href="/y">y</a></footer>`,
    )
    expect(page.links.map(({ anchor, context, zone }) => [anchor, context, zone])).toEqual([
      ['x', 'See x.', expect.any(String)],
      ['y', '', 'footer'],
    ])
    expect(page.limits).toEqual(['depth'])
  })

  it('reads markup made to be slow to close', () => {
    extract('<b><i><u>'.repeat(100_000) + '</b>'.repeat(100_000))
    extract('<table><tr><td>'.repeat(50_000))
    extract('<p><a href="/x">'.repeat(100_000))
    extract('</p></div></a>'.repeat(300_000))
    extract('<template>'.repeat(100_000) + '<a href="/x">x</a>')
    extract('<svg><title>'.repeat(50_000))
    extract('<br>'.repeat(500_000) + '<a href="/x">x</a>')
    extract('&amp;'.repeat(500_000) + '<a href="/x">x</a>')
    extract(`<script type="application/ld+json">${'['.repeat(1_000_000)}</script>`)
    extract(`<p>${'. A'.repeat(500_000)}${'<a href="/x">x</a>. A'.repeat(5000)}</p>`)
  })

  it('holds no link of a template, however deep the templates', () => {
    expect(extract(`${'<template>'.repeat(3000)}<a href="/x">x</a>`).links).toEqual([])
  })

  it('drops NUL from texts', () => {
    expect(onlyLink('<p>a\0b <a href="/x">c\0d</a> e\0</p>')).toMatchObject({ anchor: 'cd', context: 'ab cd e' })
  })

  it('gives only text that UTF-8 can hold', () => {
    const page = extract(
      '<title>\ud800t</title><h1>\udc00</h1><a href="/\ud800" class="\udfff" rel="\ud800">a\ud800</a> b',
    )
    expect(JSON.stringify(page).isWellFormed()).toBe(true)
    for (const text of Object.values(page.links[0]!))
      if (typeof text === 'string') expect(text.isWellFormed()).toBe(true)
  })

  it('gives links that do not keep the page in memory', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    const before = process.memoryUsage().heapUsed
    const pages = Array.from({ length: 20 }, (_, at) => extract(pageOfTwoMegabytes(at)))
    collect()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000)
    expect(pages).toHaveLength(20)
  })
})

function pageOfTwoMegabytes(at: number): string {
  return `<title>A title of page ${at} that is long enough</title><link rel="canonical" href="https://site.example/canonical/${at}">
    <h2>A heading above the link of page ${at}</h2><div class="some-long-class-name">${'x'.repeat(2_000_000)}
    <p>Some words before <a rel="external nofollow noopener" href="https://some.example/long/address/${at}">the anchor of page ${at}</a>
    and words after it.</p></div>`
}
