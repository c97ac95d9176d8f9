import { describe, expect, it } from 'vitest'
import { bibliographicCoupling, coCitation } from '#graph/analysis/co-links.ts'
import { siteOf } from './site.ts'

const site = siteOf('a>x a>y b>x b>y b>z c>z c>x')

describe('coCitation(site, least)', () => {
  it('counts the sites that cite both, with Salton’s cosine', () => {
    expect(coCitation(site)).toEqual([
      { one: 'x', other: 'y', shared: 2, cosine: 2 / Math.sqrt(3 * 2) },
      { one: 'x', other: 'z', shared: 2, cosine: 2 / Math.sqrt(3 * 2) },
      { one: 'y', other: 'z', shared: 1, cosine: 1 / 2 },
    ])
  })

  it('leaves out pairs below the least', () => {
    expect(coCitation(site, 2).map(({ one, other }) => one + other)).toEqual(['xy', 'xz'])
  })
})

describe('bibliographicCoupling(site, least)', () => {
  it('counts the sites that both cite', () => {
    expect(bibliographicCoupling(site).map(({ one, other, shared }) => `${one}${other}${shared}`)).toEqual([
      'ab2',
      'ac1',
      'bc2',
    ])
  })

  it('is empty without edges', () => {
    expect(bibliographicCoupling(siteOf('', { a: {}, b: {} }))).toEqual([])
  })
})
