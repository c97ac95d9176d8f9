import { describe, expect, it } from 'vitest'
import { keptLimits } from '#crawler/extract/kept-limits.ts'
import { maxAddressChars } from '#data/url/max-address.ts'
import { extract } from './extract.ts'

const site = 'https://site.example/'
const linksOf = (html: string) => {
  const { links, limits } = extract(html)
  return { urls: links.map(({ url }) => url), limits }
}

describe('what is kept of a page', () => {
  it('is told when a link’s address is too long to keep, and the others stay', () => {
    const long = `/${'a'.repeat(maxAddressChars)}`
    expect(linksOf(`<a href="${long}">x</a> <a href="/b">y</a>`)).toEqual({ urls: [`${site}b`], limits: ['address'] })
  })

  it('goes by a base up to its bound; beyond, only links that need none are kept', () => {
    const base = (length: number) => `http://b.example/${'a'.repeat(length - 'http://b.example//'.length)}/`
    const page = (address: string) => `<base href="${address}"><a href="x">x</a> <a href="http://c.example/">y</a>`
    const longest = base(keptLimits.base)
    expect(linksOf(page(longest))).toEqual({ urls: [`${longest}x`, 'http://c.example/'], limits: [] })
    expect(linksOf(page(base(keptLimits.base + 1)))).toEqual({ urls: ['http://c.example/'], limits: ['address'] })
  })

  it('cuts a long attribute and says so', () => {
    const page = (length: number) => `<div class="${'a'.repeat(length)}"><a href="/b">x</a></div>`
    expect(linksOf(page(keptLimits.attribute)).limits).toEqual([])
    expect(linksOf(page(keptLimits.attribute + 1))).toEqual({ urls: [`${site}b`], limits: ['text'] })
  })

  it('keeps links until their addresses are as much in sum as is kept of a page', () => {
    const path = 'a'.repeat(8_000)
    const each = 2 * path.length + 1 + `${site}`.length
    const { urls, limits } = linksOf(`<a href="/${path}">x</a>`.repeat(Math.ceil(keptLimits.addresses / each) + 50))
    expect(limits).toEqual(['links'])
    expect(urls.length).toBe(Math.floor(keptLimits.addresses / each) + 1)
  })
})
