import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { addPrefixTo } from '#data/store/curate/move-prefix.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Url } from '#data/url/brand.ts'
import { toLru } from '#data/url/lru.ts'
import { readPage } from '#tests/data/store/invented-corpus.ts'
import { rowsOf } from './through-corpus.ts'
import {
  author,
  files,
  newCorpus,
  inCorpus,
  graphOf,
  ties,
  factsOf,
  prefixesOf,
  network,
  attributes,
  knownCorpus,
} from './imported.ts'

describe('importCorpus(choice): into a corpus that has entities', () => {
  it('joins what has the same id and address, fills what is empty, and keeps what a person set', async () => {
    const corpus = knownCorpus()
    inCorpus(corpus, open => setEntity(open, author, 'a.example', { country: 'FR', label: 'Agency A' }))
    const path = files({
      'list.csv':
        'id,label,url,country,kind,status,role\na.example,Other,https://a.example/,US,agency,OUT,vendor\nx.example,X,,,,,\n',
    })
    const report = await network(path, corpus)
    expect(report.entities).toMatchObject({ made: 0, changed: 2, unchanged: 0 })
    expect(factsOf(corpus, 'a.example')).toMatchObject({
      label: 'Agency A',
      country: 'FR',
      kind: 'agency',
      status: 'IN',
      tags: [{ category: 'role', value: 'vendor' }],
    })
    expect(factsOf(corpus, 'x.example')).toMatchObject({ label: 'X', status: 'IN' })
    // As one event, which can be taken back.
    expect(inCorpus(corpus, open => undoEvent(open, author))).toMatchObject({ action: 'import' })
    expect(factsOf(corpus, 'a.example')).toMatchObject({ kind: '', tags: [] })
    expect(factsOf(corpus, 'x.example').status).toBe('DISCOVERED')
  })

  it('changes and doubles nothing the second time, whatever a person did in between', async () => {
    const corpus = newCorpus()
    const path = files({
      'n.gml': 'graph [ directed 1 node [ id 1 label "Foo" ] node [ id 2 label "Bar" ] edge [ source 1 target 2 ] ]',
    })
    await network(path, corpus)
    inCorpus(corpus, open => setEntity(open, author, '1', { label: 'Renamed', status: 'OUT' }))
    const before = rowsOf(corpus)
    expect(await network(path, corpus)).toMatchObject({
      changed: false,
      entities: { unchanged: 2 },
      edges: { made: 0 },
    })
    expect(rowsOf(corpus)).toEqual(before)
  })

  it('refuses ids that mean something else here, with their lines: two tools number their nodes from 1', async () => {
    const corpus = newCorpus()
    await network(files({ 'one.csv': 'id,name,url\n1,Foo,http://foo.example\n2,Bar,\n3,,\n' }), corpus)
    const before = rowsOf(corpus)
    const other = files({ 'two.csv': 'id,name,url\n1,Baz,http://baz.example\n2,Qux,\n3,Any,\n' })
    await expect(network(other, corpus)).rejects.toThrow(
      `${other}:2: the id '1' of 'http://baz.example/', which is 'http://foo.example/' in the corpus, found, expected ids that mean the same in both`,
    )
    await expect(network(other, corpus)).rejects.toThrow(`${other}:3: the id '2' of 'Qux', which is 'Bar'`)
    expect(rowsOf(corpus)).toEqual(before)
    const moved = files({ 'three.csv': 'id,name,url\n1,FOO,http://new-foo.example\n' })
    expect(await network(moved, corpus)).toMatchObject({ entities: { made: 0 } })
  })

  it('never takes a prefix from what somebody reviewed, and says with whom it stays', async () => {
    const corpus = knownCorpus()
    const report = await network(
      files({ 'list.csv': 'id,url\n7,http://www.a.example/\n8,http://gone.example/\n' }),
      corpus,
    )
    expect(report.prefixes.kept).toEqual([
      { prefix: 'a.example', wantedBy: '7', owner: 'a.example' },
      { prefix: 'gone.example', wantedBy: '8', owner: 'gone.example' },
    ])
    expect(prefixesOf(corpus, 'a.example')).toEqual(['a.example'])
    expect(prefixesOf(corpus, '7')).toEqual([])
  })

  it('takes one from what was only discovered, pages and links with it, as an event', async () => {
    const corpus = knownCorpus()
    await network(
      files({ 'list.csv': 'id,url,prefixes\n7,http://x.example/,http://x.example http://blog.x.example\n' }),
      corpus,
    )
    expect(prefixesOf(corpus, '7').sort()).toEqual(['blog.x.example', 'x.example'])
    expect(ties(graphOf(corpus))).toEqual(['a.example 7 1', 'a.example b.example 1'])
    expect(factsOf(corpus, 'x.example').prefixes).toMatchObject([{ url: '*.x.example' }])
    const whole = files({ 'own.csv': 'id,status,prefixes\nx.example,DISCOVERED,\n9,IN,http://sub.x.example\n' })
    await network(whole, corpus)
    expect(prefixesOf(corpus, 'x.example')).toEqual(['*.x.example'])
    inCorpus(corpus, open => readPage(open, 'http://b.example/', ['http://sub.x.example/', 'http://other.x.example/']))
    expect(ties(graphOf(corpus))).toContain('b.example 9 1')
  })

  it('gives it back when the import is taken back', async () => {
    const corpus = knownCorpus()
    const before = graphOf(corpus)
    inCorpus(corpus, open => addPrefixTo(open, author, 'x.example', toLru('http://own.example/' as Url)))
    await network(files({ 'list.csv': 'id,url\n7,http://own.example/\n' }), corpus)
    expect(prefixesOf(corpus, '7')).toEqual(['own.example'])
    inCorpus(corpus, open => undoEvent(open, author))
    expect([prefixesOf(corpus, '7'), prefixesOf(corpus, 'x.example')]).toEqual([[], ['own.example', '*.x.example']])
    expect(ties(graphOf(corpus))).toEqual(ties(before))
  })

  it('is refused when a crawl at work does not make way; attributes disturb none', async () => {
    const corpus = knownCorpus()
    const open = openCorpus(corpus, 'write')
    const unlock = lockCorpus(open)
    const path = files({ 'e.csv': 'source,target\na.example,b.example\n' })
    try {
      await expect(network(path, corpus)).rejects.toThrow(/a crawl is already at work/)
      expect(await attributes(files({ 'c.csv': 'id,code\na.example,1\n' }), corpus)).toMatchObject({ tags: 1 })
    } finally {
      unlock()
      open.close()
    }
    expect(await network(path, corpus)).toMatchObject({ changed: true })
  })

  it('gives pages that were met before to the narrower prefix that a file brings', async () => {
    const corpus = knownCorpus()
    expect(ties(graphOf(corpus))).toEqual(['a.example b.example 1'])
    await network(files({ 'list.csv': 'id,prefixes\n7,http://blog.x.example\n' }), corpus)
    expect(ties(graphOf(corpus))).toEqual(['a.example 7 1', 'a.example b.example 1'])
  })

  it('never brings back what was forgotten on objection: not by its id, not by its address, not by its links', async () => {
    const corpus = knownCorpus()
    inCorpus(corpus, open => forgetEntity(open, author, 'b.example'))
    const path = files({
      'n.gexf': `<gexf><graph defaultedgetype="directed"><attributes class="node"><attribute id="u" title="url" type="string"/></attributes>
        <nodes><node id="b.example" label="B again"/><node id="17" label="B by number"><attvalues><attvalue for="u" value="https://www.b.example/x"/></attvalues></node>
        <node id="c"/><node id="d"/></nodes>
        <edges><edge source="c" target="b.example"/><edge source="17" target="c"/><edge source="c" target="d"/></edges></graph></gexf>`,
    })
    const report = await network(path, corpus)
    expect(report.entities.forgotten).toEqual(['17', 'b.example'])
    expect(report.remarks).toContain('2 edges were left out with their entities.')
    expect(JSON.stringify(rowsOf(corpus))).not.toMatch(/B again|B by number/)
    expect(ties(graphOf(corpus))).toEqual(['c d 1'])
  })

  it('counts imported ties where their ends live on after a merge', async () => {
    const corpus = newCorpus()
    const path = files({ 'e.csv': 'source,target,weight\na,x,2\nb,x,3\na,b,5\n' })
    await network(path, corpus)
    inCorpus(corpus, open => mergeEntity(open, author, 'b', 'a'))
    expect(ties(graphOf(corpus))).toEqual(['a x 5'])
    expect(await network(path, corpus)).toMatchObject({ changed: false })
    inCorpus(corpus, open => undoEvent(open, author))
    expect(ties(graphOf(corpus))).toEqual(['a b 5', 'a x 2', 'b x 3'])
  })

  it('lets a later file correct a weight, and never adds the two', async () => {
    const corpus = newCorpus()
    await network(files({ 'e.csv': 'source,target,weight\na,b,2\nb,c,1\n' }), corpus)
    const report = await network(files({ 'f.csv': 'source,target,weight\na,b,7\nb,c,1\nc,a,1\n' }), corpus)
    expect(report.edges).toEqual({ read: 3, made: 1, changed: 1 })
    expect(report.remarks).toContain('1 edges had other values from an earlier import; this file counts now.')
    expect(ties(graphOf(corpus))).toEqual(['a b 7', 'b c 1', 'c a 1'])
  })

  it('leaves ties to the hyperlinks where the corpus has some', async () => {
    const corpus = knownCorpus()
    await network(files({ 'e.csv': 'source,target,weight\na.example,b.example,99\nb.example,a.example,4\n' }), corpus)
    expect(ties(graphOf(corpus))).toEqual(['a.example b.example 1', 'b.example a.example 4'])
  })

  it('marks the analysis of before as old', async () => {
    const corpus = newCorpus()
    const placed =
      '{"nodes":[{"key":"a","attributes":{"x":1,"y":2}},{"key":"b","attributes":{"x":3,"y":2}}],"edges":[]}'
    await network(files({ 'g.json': placed }), corpus)
    await network(files({ 'e.csv': 'source,target\na,b\n' }), corpus)
    expect(inCorpus(corpus, lastAnalysisOrigin)).toMatchObject({ stale: true })
  })
})

describe('importCorpus(choice): zones of imported ties', () => {
  const header = 'source,target,weight,links,pages,links_content,links_blogroll'
  const edges = `${header}\na,b,4,9,5,3,6\na,c,1,6,6,0,6\nb,c,2,0,0,0,0\n`
  const path = () => files({ 'g/edges.csv': edges, 'g/nodes.csv': 'id,label\na,A\nb,B\nc,C\n' })

  it('counts the hyperlinks of the zones asked for, and ties of unknown zones always', async () => {
    const corpus = newCorpus()
    await network(dirname(path()), corpus)
    expect(ties(graphOf(corpus))).toEqual(['a b 4', 'a c 1', 'b c 2'])
    const content = graphOf(corpus, ['content'])
    expect(ties(content)).toEqual(['a b 3', 'b c 2'])
    expect(content.edges[0]).toMatchObject({ links: 3, linksByZone: { content: 3, blogroll: 0 } })
  })
})
