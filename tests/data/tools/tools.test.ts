import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Borrowing, readBorrowings, writeBorrowings } from '#data/tools/borrowing.ts'
import { builtInSignatures } from '#data/tools/built-in-signatures.ts'
import { buildToolFinder } from '#data/tools/find-tool.ts'
import { readPattern } from '#data/tools/read-pattern.ts'
import { readSignatures } from '#data/tools/read-signatures.ts'
import type { BorrowedKind } from '#data/vocabulary/borrowed-kinds.ts'

const table = (...rows: readonly string[]) =>
  readSignatures('tools.csv', Buffer.from(['name,maker,country,category,pattern,source', ...rows].join('\n')))
const one = (kind: BorrowedKind, host: string, detail: string): Borrowing => ({ kind, host, detail })

describe('the table of tools that comes along', () => {
  const rows = builtInSignatures()

  it('has a public source, a maker and a category in each row, and no pattern twice', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.filter(({ source }) => !/^https:\/\/\S+$/.test(source))).toEqual([])
    expect(rows.filter(({ maker }) => !/^[a-z0-9.-]+\.[a-z]+(?:\/[a-z]+)?$/.test(maker))).toEqual([])
    expect(new Set(rows.map(({ pattern }) => JSON.stringify(pattern))).size).toBe(rows.length)
  })

  it('says of each row on which day its source was read, or that nobody did', () => {
    expect(rows.filter(({ checked = '' }) => checked !== '' && !/^2\d{3}-\d\d-\d\d$/.test(checked))).toEqual([])
    // METHOD tells how many.
    const method = readFileSync(join(import.meta.dirname, '../../../METHOD.md'), 'utf8')
    const read = rows.filter(({ checked }) => checked !== '').length
    expect(method).toContain(`Of ${read} of its ${rows.length} rows`)
    const dated = (day: string) =>
      readSignatures('t.csv', Buffer.from(`name,pattern,checked\nA,any:a.example,${day}\n`))
    expect(dated('2026-11-30')).toMatchObject([{ checked: '2026-11-30' }])
    expect(() => dated('yesterday')).toThrow(/t\.csv:2: .*yesterday/)
  })

  it('says the same of a tool in all of its rows', () => {
    const said = Map.groupBy(rows, ({ name }) => name)
    for (const own of said.values())
      expect(new Set(own.map(({ maker, country, category }) => `${maker} ${country} ${category}`)).size).toBe(1)
  })

  it.each([
    ['script', 'secure.actblue.com', '/cf/assets/', 'ActBlue'],
    ['script', 'actionnetwork.org', '/widgets/v5/', 'Action Network'],
    ['script', 'scripts.qomon.org', '/forms/v1/', 'Qomon'],
    ['script', 'static.everyaction.com', '/ea-actiontag/at.js', 'NGP VAN EveryAction'],
    ['image', 'assets.nationbuilder.com', '/themes/', 'NationBuilder'],
    ['form', 'x.us1.list-manage.com', '/subscribe/post', 'Mailchimp'],
    ['script', 'www.googletagmanager.com', '/gtag/js', 'Google Analytics'],
    ['script', 'www.googletagmanager.com', '/gtm.js', 'Google Tag Manager'],
    ['script', 'stats.site.example', '/piwik/', 'Matomo'],
    ['style', 'site.example', '/blog/wp-content/', 'WordPress'],
    ['generator', '', 'WordPress 6.1', 'WordPress'],
    ['generator', '', 'WordPress.com', 'WordPress.com and Jetpack'],
    ['cookie', '', '_nbuild_session', 'NationBuilder'],
  ] as const)('knows %s %s%s as %s', (kind, host, detail, name) => {
    expect(buildToolFinder(rows)(one(kind, host, detail), false)?.name).toBe(name)
  })

  it.each([
    ['a host that only ends alike', one('script', 'notactblue.com', '/x.js')],
    ['a host that only begins alike', one('script', 'actblue.com.attacker.example', '/x.js')],
    ['a picture of a network', one('image', 'pbs.twitter.com', '/media/')],
    ['another page of a host', one('frame', 'www.google.com', '/about/')],
    ['a longer word', one('generator', '', 'Hugonomics 1')],
    ['a mark in its midst', one('generator', '', 'Powered by WordPress')],
    ['a cookie that only begins alike', one('cookie', '', '_nbuild_session2')],
  ])('does not know %s', (_, borrowing) => {
    expect(buildToolFinder(rows)(borrowing, false)).toBeNull()
  })
})

describe('buildToolFinder(own, built-in)', () => {
  const own = table(
    'Mine,mine.example,FR,forms,any:.maker.example/sdk/,',
    'Its whole,maker.example,US,forms,any:.maker.example,',
  )

  it('takes the longest path, then the user’s own table', () => {
    const find = buildToolFinder(own, table('Other,other.example,US,forms,any:a.maker.example,'))
    expect(find(one('script', 'a.maker.example', '/sdk/x.js'), false)?.name).toBe('Mine')
    expect(find(one('script', 'a.maker.example', '/x.js'), false)?.name).toBe('Its whole')
    expect(find(one('script', 'a.maker.example:81', '/x.js'), false)?.name).toBe('Its whole')
  })

  it('says nothing of a site’s own hosts but by folders', () => {
    const find = buildToolFinder(own, table('Engine,engine.example,FR,cms,script:/engine/,'))
    expect(find(one('script', 'maker.example', '/x.js'), true)).toBeNull()
    expect(find(one('script', 'maker.example', '/engine/x.js'), true)?.name).toBe('Engine')
  })
})

describe('readPattern(text)', () => {
  it.each([
    'a.example', 'script:', 'script: a.example', 'scripts:a.example', 'any:.', 'any:/', 'any:/a/b/c', 'any:a.example/?q', 'cookie:*',
    'any:(a+)+$', 'script,:a.example', 'generator:', 'any:a..example',
  ])('refuses %s', text => {
    expect(readPattern(text)).toBeNull()
  }) // prettier-ignore

  it('names every bad row of a table', () => {
    expect(() =>
      table(',m,FR,cms,any:a.example,', 'A,m,Frenchland,cms,any:a.example,', 'A,m,FR,magic,a.example,'),
    ).toThrow(/tools\.csv:2: .*\ntools\.csv:3: .*\ntools\.csv:4: .*\ntools\.csv:4: /)
  })

  it('makes no regular expression of it: a finder takes linear time of hostile names', () => {
    const find = buildToolFinder(
      table('A,m.example,FR,cms,generator:aaaaaaaaaaaaaaaaaaaa,', 'B,m.example,FR,cms,cookie:a*,'),
    )
    expect(find(one('generator', '', `${'a'.repeat(100_000)}!`), false)).toBeNull()
    expect(find(one('script', `${'a.'.repeat(120)}example`, '/'), false)).toBeNull()
  })
})

describe('writeBorrowings(list)', () => {
  it('is the same for the same things in any order, and is read back', () => {
    const list = [one('image', 'b.example', '/"x'), one('script', 'a.example', '/'), one('image', 'b.example', '/"x')]
    const text = writeBorrowings(list)
    expect(writeBorrowings(list.toReversed())).toBe(text)
    expect(readBorrowings(text)).toEqual([list[1], list[0]])
    expect(writeBorrowings([])).toBe('[]')
  })

  it.each(['', '{}', '[1]', '[["shoe","a","b"]]', '[["script","a"]]', '[["script",1,"b"]]', 'null'])(
    'reads nothing of %s, which a stranger wrote',
    text => {
      expect(readBorrowings(text)).toBeNull()
    },
  )
})
