import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { readAddress } from '#data/url/read-address.ts'
import { readOptOut } from '#seeds/read-opt-out.ts'

const read = (text: string) => readOptOut('seeds/opt-out.csv', new TextEncoder().encode(text))

describe('readOptOut(file, bytes)', () => {
  const list = read(
    'prefix,since,reason\none.example,2024-01-05,asked by mail\nhttps://two.example/private/,,\n*.three.example,,\n' +
      'medium.com/@someone,,\n',
  )
  const cases: readonly [string, boolean][] = [
    ['https://one.example/', true],
    ['http://www.one.example/deep/page?x=1', true],
    ['http://one.example:8080/', true],
    ['https://blog.one.example/', false],
    ['https://notone.example/', false],
    ['https://two.example/private', true],
    ['https://two.example/private/x', true],
    ['https://two.example/privately', false],
    ['https://two.example/', false],
    ['https://three.example/', true],
    ['https://a.b.three.example/x', true],
    ['https://three.example.org/', false],
    ['https://medium.com/@Someone/a-story', true],
    ['http://m.one.example/', false],
    ['https://medium.com/@other/a-story', false],
  ]
  it.each(cases)('%s: covered %s', (address, covered) => {
    expect(list.covers(readAddress(address)!)).toBe(covered)
  })

  it('stops a platform with all its authors when all subdomains are listed', () => {
    const whole = read('prefix\n*.wordpress.com\n')
    expect(whole.covers(readAddress('https://someone.wordpress.com/2012/')!)).toBe(true)
  })

  it('keeps its entries as written', () => {
    expect(list.entries).toEqual([
      'one.example',
      'https://two.example/private/',
      '*.three.example',
      'medium.com/@someone',
    ])
  })

  it('may be empty, as the one of the project is', () => {
    const own = readOptOut('seeds/opt-out.csv', readFileSync(new URL('../../seeds/opt-out.csv', import.meta.url)))
    expect(own.entries).toEqual([])
    expect(own.covers(readAddress('https://one.example/')!)).toBe(false)
  })

  it('refuses all that it could misread, in one go', () => {
    const bad = 'prefix,reason\n,no host\nhtp://x.org,\nfour.example/*,\n*.,\na*.example,\n'
    expect(() => read(bad)).toThrow(Mistake)
    expect(() => read(bad)).toThrow(/^(seeds\/opt-out\.csv:\d: '.*' is no host or prefix, expected .*\n?){5}$/)
  })
})
