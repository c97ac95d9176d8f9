import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, newCorpus, graphOf, ties, factsOf, prefixesOf, network } from './imported.ts'

const lru = (host: string, path = '') =>
  `s:http|${host
    .split('.')
    .reverse()
    .map(label => `h:${label}|`)
    .join('')}${path}`

describe('importCorpus(choice): what a user of Hyphe brings along', () => {
  const entity = (id: number, host: string, more: object) =>
    ({
      _id: id,
      id,
      name: `Site ${id}`,
      status: 'IN',
      prefixes: [lru(host), lru(`www.${host}`)],
      indegree: 3,
      ...more,
    }) as const
  const backup = {
    'backup/webentities.json': JSON.stringify([
      entity(1, 'one.example', {
        homepage: 'http://www.one.example',
        tags: { USER: { edito: ['media', 'blog'] } },
        pages_crawled: 12,
      }),
      entity(2, 'two.example', { status: 'DISCOVERED', homepage: null, tags: {} }),
      entity(3, 'three.example', { prefixes: [lru('www.three.example'), lru('blogs.example', 'p:three|')], tags: {} }),
    ]),
    'backup/links.json': '[[1, 2, 4],\n[1, 3, 1], [3, 1, 2], [2, 2, 9]]',
  }

  it('reads a backup: prefixes with their subdomains, statuses, tags, pages, links', async () => {
    const corpus = newCorpus()
    const path = files(backup)
    const report = await network(dirname(path), corpus)
    expect(report).toMatchObject({ format: 'Hyphe entities', entities: { made: 3 }, prefixes: { read: 6, made: 4 } })
    // A host stands for its subdomains, unless it begins with www.
    expect(['1', '2', '3'].map(id => prefixesOf(corpus, id))).toEqual([
      ['*.one.example'],
      ['*.two.example'],
      ['blogs.example/three', 'three.example'],
    ])
    expect(ties(graphOf(corpus))).toEqual(['1 3 1', '3 1 2'])
    expect(graphOf(corpus).nodes[0]).toMatchObject({
      pagesFetched: 12,
      tags: [
        ['edito', 'blog'],
        ['edito', 'media'],
      ],
    })
    expect(factsOf(corpus, '2')).toMatchObject({ status: 'DISCOVERED', prefixes: [{ url: '*.two.example' }] })
    expect(await network(path, corpus)).toMatchObject({ changed: false })
  })

  it('tells the line of a link that is none', async () => {
    const path = files({ ...backup, 'backup/links.json': '[[1, 2, 4],\n["x"],\n[9, 1, 1]]' })
    await expect(network(path, newCorpus())).rejects.toThrow(
      /links\.json:2: '\["x"\]' found, expected \[source, target, weight\]/,
    )
    const stray = files({ ...backup, 'backup/links.json': '[[1, 2, 4],\n\n[9, 1, 1]]' })
    await expect(network(stray, newCorpus())).rejects.toThrow(/links\.json:3: a tie of '9' found/)
  })

  it('joins its network and its list of entities, and parts tags that a network joins by bars', async () => {
    const corpus = newCorpus()
    const graphml = files({
      'h.graphml': `<graphml><key id="h" for="node" attr.name="homepage" attr.type="string"/><key id="c" for="node" attr.name="crawling_status" attr.type="string"/>
        <key id="i" for="node" attr.name="indexing_status" attr.type="string"/><key id="e" for="node" attr.name="edito" attr.type="string"/>
        <key id="n" for="edge" attr.name="count" attr.type="long"/><graph edgedefault="directed">
        <node id="1"><data key="h">http://one.example</data><data key="c">FINISHED</data><data key="i">FINISHED</data><data key="e">media|blog</data></node>
        <node id="2"><data key="h">http://two.example</data><data key="c">FINISHED</data><data key="i">FINISHED</data><data key="e">media</data></node>
        <edge source="1" target="2"><data key="n">17</data></edge></graph></graphml>`,
    })
    await network(graphml, corpus)
    expect(graphOf(corpus).nodes[0]!.tags).toEqual([
      ['edito', 'blog'],
      ['edito', 'media'],
    ])
    const list = files({
      'webentities.csv':
        'ID,NAME,STATUS,PREFIXES AS URL,PREFIXES AS LRU,HOME PAGE,CRAWLING STATUS,edito (TAGS),origin (TAGS)\n' +
        '1,One,IN,http://one.example https://www.one.example http://platform.example/one,,http://one.example,FINISHED,media|blog,fr\n' +
        '2,Two,IN,http://two.example,,http://two.example,FINISHED,media,fr\n',
    })
    const report = await network(list, corpus)
    expect(report).toMatchObject({ entities: { made: 0, changed: 2 }, prefixes: { read: 4, made: 3, kept: [] } })
    expect(prefixesOf(corpus, '1')).toEqual(['one.example', '*.one.example', 'platform.example/one'])
    expect(ties(graphOf(corpus))).toEqual(['1 2 17'])
    expect(graphOf(corpus).nodes[0]!.tags).toHaveLength(3)
  })
})
