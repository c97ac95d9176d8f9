import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findArchives } from '#crawler/fetch/past/find-archives.ts'
import { archiveTerms, sayTerms } from '#crawler/fetch/past/archive-terms.ts'
import { knownArchives } from '#crawler/fetch/past/known-archives.ts'

const find = (from: string, delaySeconds = 1) => findArchives(from, delaySeconds, path => path === 'warc')
const paceOf = (from: string, delaySeconds: number) => {
  const [found] = find(from, delaySeconds)
  return found!.kind === 'folder' ? null : [found!.service.delayMs, found!.service.indexDelayMs]
}

describe('findArchives(from, delaySeconds, isFolder)', () => {
  it('takes several, in their order', () => {
    expect(
      find('wayback, arquivo,commoncrawl:CC-MAIN-2017-13,memento:http://gate.example/tg,warc').map(({ kind }) => kind),
    ).toEqual([...['service', 'service', 'common-crawl', 'gate', 'folder']])
  })

  it('asks each as it speaks', () => {
    expect(find('http://localhost:8080/web')).toMatchObject([
      {
        isGuessed: true,
        service: {
          replay: 'http://localhost:8080/web/',
          index: 'http://localhost:8080/cdx/search/cdx',
          dialect: 'wayback',
        },
      },
    ])
    expect(find('http://localhost:8080/coll/')).toMatchObject([
      { service: { replay: 'http://localhost:8080/coll/', index: 'http://localhost:8080/coll/cdx', dialect: 'pywb' } },
    ])
    expect(find('memento:http://gate.example/tg')).toMatchObject([{ service: { gate: 'http://gate.example/tg/' } }])
    expect(find('commoncrawl:CC-MAIN-2017-13')).toMatchObject([
      {
        data: 'https://data.commoncrawl.org/',
        service: { index: 'https://index.commoncrawl.org/CC-MAIN-2017-13-index' },
      },
    ])
  })

  it('keeps the delays of public archives, which --delay can only lengthen; an address is asked as fast as it says', () => {
    for (const { name } of knownArchives) expect(paceOf(name, 0.1)).toEqual([1_500, 2_500])
    expect(paceOf('commoncrawl:CC-MAIN-2017-13', 0)).toEqual([1_500, 2_500])
    expect(paceOf('wayback', 9)).toEqual([9_000, 9_000])
    expect(paceOf('http://localhost:8080/coll/', 0.1)).toEqual([100, 100])
    expect(paceOf('memento:http://localhost:8080/coll/', 0)).toEqual([0, 0])
    expect(paceOf('commoncrawl:CC-MAIN-2017-13@http://localhost:8080/', 0)).toEqual([0, 0])
  })

  it.each([
    'nobody',
    '',
    'wayback,',
    'ftp://a.example/',
    'http://a.example/?url=',
    'http://me:word@a.example/',
    'memento:nobody',
    'commoncrawl:',
    'commoncrawl:CC/../x',
  ])("refuses '%s', and says what there is", from => {
    expect(() => find(from)).toThrow(
      expect.objectContaining({ said: [expect.objectContaining({ code: 'past-unknown-archive' })] }) as Error,
    )
  })

  it('names each public archive once, over https, with the source of its row', () => {
    const names = knownArchives.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { replay, shown = replay, index = replay, source } of knownArchives) {
      for (const address of [replay, shown, index]) expect(address).toMatch(/^https:\/\//)
      for (const root of [replay, shown]) expect(root).toMatch(/\/$/)
      expect(source).toMatch(/https:\/\//)
    }
  })
  it('says what each asks of its readers, as METHOD.md does', () => {
    const named = [...knownArchives.map(({ name }) => name), 'commoncrawl']
    expect(archiveTerms.map(({ archive }) => archive).toSorted()).toEqual(named.toSorted())
    const method = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'METHOD.md'), 'utf8')
    for (const { archive, asks, source, seen } of archiveTerms) {
      expect(method).toContain(`| \`${archive}\` | ${asks} | ${source} | ${seen} |\n`)
      expect(sayTerms(archive)).toContain(asks)
    }
    expect(sayTerms('127.0.0.1')).toBeNull()
  })
})
