import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPrivateHost } from '#data/url/private-host.ts'
import { resolveHref } from '#data/url/resolve-href.ts'
import { isSpecialAddress } from '#data/url/special-address.ts'
import { words } from '#data/words.ts'

const base = 'https://www.spintank.fr/blog/note.html?page=2'

const led: readonly (readonly [string, string])[] = [
  ['', 'https://www.spintank.fr/blog/note.html?page=2'],
  ['#haut', 'https://www.spintank.fr/blog/note.html?page=2'],
  ['?page=3', 'https://www.spintank.fr/blog/note.html?page=3'],
  ['autre', 'https://www.spintank.fr/blog/autre'],
  ['../equipe', 'https://www.spintank.fr/equipe'],
  ['/../../equipe', 'https://www.spintank.fr/equipe'],
  ['//tnova.fr/a', 'https://tnova.fr/a'],
  ['\\\\tnova.fr\\a', 'https://tnova.fr/a'],
  [' \n https://tnova.fr/\t', 'https://tnova.fr/'],
  ['ht\ntps://tn\tova.fr/a\r\nb', 'https://tnova.fr/ab'],
  ['\u00a0https://tnova.fr/\u200b', 'https://tnova.fr/'],
  ['https:autre', 'https://www.spintank.fr/blog/autre'],
  ['http:tnova.fr', 'http://tnova.fr/'],
  ['HTTP:\\tnova.fr', 'http://tnova.fr/'],
  ['www.tnova.fr', 'https://www.spintank.fr/blog/www.tnova.fr'],
  ['https://tnova.fr?utm_source=spintank', 'https://tnova.fr/'],
  ['https://8.8.8.8/', 'https://8.8.8.8/'],
  ['https://agence.example/', 'https://agence.example/'],
  ['https://agence.test/', 'https://agence.test/'],
]

const others: readonly (readonly [string, string])[] = [
  ['javascript:void(0)', 'javascript'],
  ['  JavaScript:alert(1)', 'javascript'],
  ['java\nscript:alert(1)', 'javascript'],
  ['mailto:contact@spintank.fr', 'mailto'],
  ['tel:+33100000000', 'tel'],
  ['data:text/html,<a href=https://tnova.fr>', 'data'],
  ['ftp://tnova.fr/', 'ftp'],
  ['whatsapp://send?text=https://tnova.fr', 'whatsapp'],
  ['localhost:8080/a', 'localhost'],
  ['http://', ''],
  ['https://tn ova.fr/', ''],
  ['http://[::1', ''],
  ['http://*.tnova.fr/', ''],
  ['http://256.256.256.256/', ''],
]

const privates: readonly string[] = [
  ...words('http://localhost/ http://LOCALHOST./a http://foo.localhost/ http://imprimante.local //nas.local./'),
  ...words('http://wiki.internal/ http://intranet/ http://http://tnova.fr http://wordpress/wp http://box.lan/'),
  ...words('http://127.0.0.1:8080/ http://0x7f.1 http://2130706433/ http://0177.0.0.1/ http://127.1/ http://0/'),
  ...words('http://１２７.０.０.１/ http://127。0。0。1/ http://127.0.0.1./ http://①②⑦.0.0.1/ http://0x7f000001/'),
  ...words('http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1] http://[64:ff9b::10.0.0.1]/'),
  ...words('http://[fe80::1]/ http://[fd12:3456::1]/ http://[2002:c0a8:101::]/ http://[ff02::1]/ http://[::7f00:1]/'),
  ...words(
    'http://10.1.2.3/ http://172.16.0.1/ http://192.168.1.1/admin http://169.254.169.254/latest/ http://100.64.0.1/',
  ),
  ...words('http://admin:admin@192.168.0.1/ http://192.0.2.1/ http://224.0.0.1/ http://255.255.255.255/'),
]

describe('resolveHref(href, base)', () => {
  it.each(led)('%j leads to %j', (href, url) => expect(resolveHref(href, base)).toEqual({ kind: 'url', url }))

  it.each(others)('%j is no web address but %j', (href, scheme) =>
    expect(resolveHref(href, base)).toEqual({ kind: 'other', scheme }),
  )

  it.each(privates)('%j is private, unless private hosts count', href => {
    expect(resolveHref(href, base)).toEqual({ kind: 'private' })
    expect(resolveHref(href, base, { allowPrivate: true }).kind).toBe('url')
  })

  it('reads an absolute address even where the base is none', () => {
    expect(resolveHref('https://tnova.fr', 'about:blank')).toEqual({ kind: 'url', url: 'https://tnova.fr/' })
    expect(resolveHref('https://tnova.fr', 'nonsense')).toEqual({ kind: 'url', url: 'https://tnova.fr/' })
    expect(resolveHref('autre', 'nonsense')).toEqual({ kind: 'other', scheme: '' })
  })

  it('never throws, whatever stands in the page', () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(fc.property(any, any, (href, tail) => typeof resolveHref(href, `https://x.fr/${tail}`).kind === 'string'))
  })
})

/** Both ends of each block of IANA's special-purpose registries, and the first address beyond it. */
const addresses: readonly (readonly [string, boolean])[] = [
  ...words('0.0.0.0 0.255.255.255 10.255.255.255 100.127.255.255 127.255.255.254').map(special),
  ...words('172.31.255.255 192.0.0.8 192.0.0.170 192.88.99.1 198.19.255.255 198.51.100.7').map(special),
  ...words('203.0.113.255 239.1.1.1 240.0.0.1 169.254.0.1 192.168.255.255').map(special),
  ...(
    ['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '128.0.0.1', '172.15.0.1'] as const
  ).map(open),
  ...words('172.32.0.1 192.0.0.9 192.0.0.10 192.0.1.1 192.31.196.1 198.17.0.1 198.20.0.0').map(open),
  ...words('223.255.255.255 192.52.193.1 192.175.48.1 203.0.114.0').map(open),
  ...(
    ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'fc00::', 'fdff::1', 'ff0e::1', '100::1'] as const
  ).map(special),
  ...words('2001::1 2001:2::1 2001:10::1 2001:db8::1 3fff:fff::1 5f00::1 64:ff9b:1::1').map(special),
  ...(
    ['::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '::8.8.8.8', '4000::1'] as const
  ).map(special),
  ...words('2001:4860:4860::8888 2a01:e0c::1 2001:200::1 2001:4:112::1 2001:20::1 2001:1::1').map(open),
  ...words('::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1 2620:4f:8000::1').map(open),
  ...(['', 'tnova.fr', '1.2.3.4.5', '[::1', '::1::', '999.1.1.1'] as const).map(special),
]

function special(ip: string): readonly [string, boolean] {
  return [ip, true]
}

function open(ip: string): readonly [string, boolean] {
  return [ip, false]
}

describe('isSpecialAddress(ip)', () => {
  it.each(addresses)('of %j is %j', (ip, expected) => expect(isSpecialAddress(ip)).toBe(expected))
})

describe('isPrivateHost(hostname)', () => {
  it.each([
    '0x7f.1',
    '2130706433',
    '[::1]',
    '::1',
    'fe80::1%eth0',
    'LOCALHOST.',
    'a.b.localhost',
    '',
    'a b',
    '127.0.0.1.',
  ])('holds for %j', host => expect(isPrivateHost(host)).toBe(true))
  it.each([
    'tnova.fr',
    'TNOVA.FR.',
    'élysée.fr',
    'notlocal.fr',
    'mylocal.example',
    'x.test',
    'local.fr',
    '8.8.8.8',
    'x.invalid',
  ])('does not hold for %j', host => expect(isPrivateHost(host)).toBe(false))
  it('takes no name for private because it merely ends like one', () => {
    expect(isPrivateHost('a.notlocal')).toBe(false)
    expect(isPrivateHost('x.dylan')).toBe(false)
  })
})
