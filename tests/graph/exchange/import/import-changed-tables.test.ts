import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classifyLinks } from '#data/store/visits/classify-links.ts'
import { rowsOf } from './through-corpus.ts'
import { files, newCorpus, inCorpus, graphOf, ties, prefixesOf, network } from './imported.ts'

describe('importCorpus(choice): tables of our own that were changed by hand', () => {
  const nodes = 'id,label,homepage,country,kind,status,pages_fetched,in_degree,prefixes\n'
  const edges = 'source,target,weight\na,b,1\n'
  const link = 'source,target,source_url,target_url,href,anchor,context,zone,rel,element,first_seen,last_seen\n'
  const row = (source: string, from: string, to: string, seen = '2026-01-02T03:04:05Z,2026-02-02T03:04:05Z') =>
    `a,b,${from},${to},${to},here,A word here.,content,,a,${seen}\n`.replace(/^a/, source)
  const folder = (links: string, more: Record<string, string> = {}) =>
    dirname(
      files({
        't/nodes.csv': `${nodes}a,A,http://a.example/,,,IN,0,0,a.example\nb,B,http://b.example/,,,IN,0,1,b.example\n`,
        't/edges.csv': edges,
        't/links.csv': link + links,
        ...more,
      }),
    )

  it('tells the lines of addresses, times and ids that are none', async () => {
    const path = folder(
      row('a', 'nowhere', 'http://b.example/') + row('z', 'http://a.example/', 'http://b.example/', 'soon,'),
    )
    await expect(network(path, newCorpus())).rejects.toThrow(
      `${path}/links.csv:2: source_url: 'nowhere' found, expected an http(s) address\n` +
        `${path}/links.csv:3: first_seen: 'soon' found, expected a time (ISO 8601) or nothing\n` +
        `${path}/links.csv:3: source: 'z' found, expected the id of a node of nodes.csv`,
    )
  })

  it('reads tables of an older export, which lack a column, and says what is not known; without a key it is refused', async () => {
    const path = folder('', {
      't/links.csv': 'source,target,source_url,target_url,anchor\na,b,http://a.example/1,http://b.example/x,here\n',
      't/pages.csv': 'url,entity,state\nhttp://a.example/1,a,fetched\n',
    })
    const report = await network(path, newCorpus())
    expect(report.links).toEqual({ read: 1, made: 1 })
    expect(report.remarks).toContain(
      'links.csv has no href, context, zone, rel, element, first_seen, last_seen, memento: not known.',
    )
    expect(report.remarks.find(remark => remark.startsWith('pages.csv has no final_url, '))).toMatch(/: not known\.$/)
    const keyless = folder('', { 't/links.csv': 'source,target,source_url\na,b,http://a.example/1\n' })
    await expect(network(keyless, newCorpus())).rejects.toThrow(
      `${keyless}/links.csv:1: no column target_url found, expected the columns of an export`,
    )
  })

  it('reads links without pages: they were read, once at each sighting', async () => {
    const corpus = newCorpus()
    await network(folder(row('a', 'http://a.example/1', 'http://b.example/')), corpus)
    const graph = graphOf(corpus)
    expect(graph.edges).toMatchObject([
      {
        source: 'a',
        target: 'b',
        links: 1,
        pages: 1,
        firstSeen: '2026-01-02T03:04:05Z',
        lastSeen: '2026-02-02T03:04:05Z',
      },
    ])
    expect(graph.nodes[0]!.pagesFetched).toBe(1)
    expect(rowsOf(corpus)['visit']).toHaveLength(2)
    expect(rowsOf(corpus)['wave']).toMatchObject([{ label: 'import', started_at: Date.UTC(2026, 0, 2, 3, 4, 5) }])
  })

  it('gives an address that no prefix owns to the entity that the row names', async () => {
    const corpus = newCorpus()
    await network(folder(row('a', 'http://elsewhere.example/a/page', 'http://b.example/')), corpus)
    expect(prefixesOf(corpus, 'a')).toEqual(['a.example', 'elsewhere.example/a/page'])
    expect(ties(graphOf(corpus))).toEqual(['a b 1'])
  })

  it('widens what was seen before: a later export of the same web adds sightings, not links', async () => {
    const corpus = newCorpus()
    const first = row('a', 'http://a.example/1', 'http://b.example/')
    const later = row('a', 'http://a.example/1', 'http://b.example/', '2025-06-01T00:00:00Z,2026-12-01T00:00:00Z')
    await network(folder(first), corpus)
    const report = await network(folder(later + later), corpus)
    expect(report.links).toEqual({ read: 2, made: 1 })
    const page = graphOf(corpus).edges[0]!
    expect(page).toMatchObject({ links: 2, pages: 1, lastSeen: '2026-12-01T00:00:00Z' })
    const before = rowsOf(corpus)
    expect(await network(folder(later + later), corpus)).toMatchObject({ changed: false })
    expect(rowsOf(corpus)).toEqual(before)
  })

  it('keeps the zones that the table tells: what repeats in it was judged where the pages were', async () => {
    const corpus = newCorpus()
    const links = Array.from({ length: 12 }, (_, page) => row('a', `http://a.example/${page}`, 'http://b.example/'))
    await network(folder(links.join('')), corpus)
    expect(inCorpus(corpus, classifyLinks)).toMatchObject({ links: 0 })
    expect(ties(graphOf(corpus))).toEqual(['a b 12'])
  })

  it('says when the weights are not those of the hyperlinks', async () => {
    const report = await network(
      folder(row('a', 'http://a.example/1', 'http://b.example/'), { 't/edges.csv': 'source,target,weight\na,b,7\n' }),
      newCorpus(),
    )
    expect(report.remarks).toContain('Weights in edges.csv differ from what links.csv gives: the hyperlinks count.')
  })
})
