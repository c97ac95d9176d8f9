import { describe, expect, it } from 'vitest'
import { buildMarker } from '#data/marks/build-marker.ts'
import { linkMarks } from '#data/marks/link-marks.ts'
import { markLink } from '#data/marks/mark-link.ts'
import { readMarks } from '#data/marks/read-marks.ts'
import { Mistake } from '#data/mistake.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { extract } from '../crawler/extract/extract.ts'

const linkTo = (address: string, zone: Zone = 'footer', element: 'a' | 'iframe' = 'a') => ({
  element,
  url: normalizeUrl(address)!,
  context: '',
  anchorAt: null,
  zone,
})

describe('markLink(link): targets', () => {
  it.each([
    ['https://www.facebook.com/sharer/sharer.php?u=x', 'share'],
    ['https://twitter.com/intent/tweet?text=x', 'share'],
    ['https://www.linkedin.com/shareArticle?mini=true', 'share'],
    ['https://www.facebook.com/some.group', 'profile'],
    ['https://fr-fr.facebook.com/some.group/', 'profile'],
    ['https://twitter.com/someone', 'profile'],
    ['https://twitter.com/someone/status/1', ''],
    ['https://twitter.com/search?q=x', ''],
    ['https://github.com/org', 'profile'],
    ['https://github.com/org/project', ''],
    ['https://www.linkedin.com/company/agency', 'profile'],
    ['https://wordpress.org/', 'cms'],
    ['https://wordpress.com/?ref=footer', 'cms'],
    ['https://blog.wordpress.com/', ''],
    ['https://someone.wordpress.com/', ''],
    ['https://wordpress.com/themes', ''],
    ['https://notwordpress.org/', ''],
    ['https://www.ovh.com/fr/', 'hosting'],
    ['http://www.sitemeter.com/stats', 'statistics'],
    ['http://s10.sitemeter.com/stats', 'statistics'],
    ['https://creativecommons.org/licenses/by/4.0/', 'licence'],
    ['https://creativecommons.org/about', ''],
    ['https://agency.example/', ''],
  ])('%s is %j', (address, mark) => {
    expect(markLink(linkTo(address))).toBe(mark)
  })

  it('takes a link to a tool in the page’s own matter for what it is: a link', () => {
    expect(markLink(linkTo('https://wordpress.org/', 'content'))).toBe('')
    expect(markLink(linkTo('https://twitter.com/someone', 'content'))).toBe('profile')
    expect(markLink(linkTo('https://www.googletagmanager.com/ns.html?id=x', 'content', 'iframe'))).toBe('statistics')
  })
})

describe('markLink(link): words before the link', () => {
  it.each([
    ['Site réalisé par LINK', 'credit'],
    ['© 2012. Conception et réalisation : LINK, Paris', 'credit'],
    ['Site design by LINK', 'credit'],
    ['Proudly powered by LINK.', 'cms'],
    ['Powered by the LINK platform', 'cms'],
    ['Theme: LINK', 'theme'],
    ['Hébergement : LINK', 'hosting'],
    ['Hébergé chez LINK', 'hosting'],
    ['Partner of LINK', ''],
    ['Redesign LINK', ''],
  ])('%s: %j', (sentence, mark) => {
    const link = '<a href="https://agency.example/">Agency</a>'
    expect(markLink(extract(`<footer><p>${sentence.replace('LINK', link)}</p></footer>`).links[0]!)).toBe(mark)
    expect(markLink(extract(`<article><p>${sentence.replace('LINK', link)}</p></article>`).links[0]!)).toBe('')
  })
})

describe('readMarks(file, bytes): a user’s table', () => {
  it('goes before the built-in one', () => {
    const own = readMarks('own.csv', Buffer.from('mark;target;words\ncredit;agency.example/clients;\nshare;;send to\n'))
    const mark = buildMarker([...own, ...linkMarks])
    expect(mark(linkTo('https://agency.example/clients/x'))).toBe('credit')
    expect(mark(linkTo('https://agency.example/'))).toBe('')
    expect(mark({ ...linkTo('https://x.example/'), context: 'Send to friends', anchorAt: [8, 15] })).toBe('share')
    expect(mark(linkTo('https://wordpress.org/'))).toBe('cms')
  })

  it('is no table without a row: a header alone would give up the one that the corpus keeps', () => {
    expect(() => readMarks('own.csv', Buffer.from('mark,target,words\n'))).toThrow('own.csv: no row was found')
  })

  it('names every bad row', () => {
    const text =
      'mark,target,words\nfriend,a.example,\ncredit,,\nshare,a.example,send\nshare,/path,\nshare,a.example/**,\nshare,a.example/x*/,\nshare,a.example/*/y/*$,\n'
    expect(() => readMarks('own.csv', Buffer.from(text))).toThrow(Mistake)
    expect(() => readMarks('own.csv', Buffer.from(text))).toThrow(
      [
        "own.csv:2: 'friend' is no mark, expected one of share, profile, cms, theme, hosting, statistics, credit, licence",
        'own.csv:3: found neither target and words, expected one of them',
        'own.csv:4: found both target and words, expected one of them',
        "own.csv:5: '/path' does not begin with a host",
        "own.csv:6: 'a.example/**' has a * beside other letters, expected it between two /, where it stands for one name",
        "own.csv:7: 'a.example/x*/' has a * beside other letters, expected it between two /, where it stands for one name",
      ].join('\n'),
    )
  })
})
