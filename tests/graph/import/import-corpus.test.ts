import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Mistake, Stopped } from '../../../data/mistake.ts'
import { type SiteGraph, zones } from '../../../data/records.ts'
import { classifyLinks } from '../../../data/store/classify-links.ts'
import type { Author } from '../../../data/store/curate/change-entities.ts'
import { forgetEntity } from '../../../data/store/curate/forget.ts'
import { addPrefixTo } from '../../../data/store/curate/move-prefix.ts'
import { mergeEntity } from '../../../data/store/curate/merge-entity.ts'
import { setEntity } from '../../../data/store/curate/set-entity.ts'
import { undoEvent } from '../../../data/store/curate/undo.ts'
import { entityFacts } from '../../../data/store/entity-facts.ts'
import { lastAnalysisOrigin } from '../../../data/store/map-facts.ts'
import type { Corpus } from '../../../data/store/corpus.ts'
import { lockCorpus } from '../../../data/store/lock-corpus.ts'
import { openCorpus } from '../../../data/store/open-corpus.ts'
import { lastAnalysis } from '../../../data/store/results.ts'
import { readSiteGraph } from '../../../data/store/site-graph.ts'
import type { Url } from '../../../data/url/brand.ts'
import { toLru } from '../../../data/url/lru.ts'
import { importCorpus } from '../../../graph/import/import-corpus.ts'
import type { AttributesReport, NetworkReport } from '../../../graph/import/import-report.ts'
import { emptyCorpus, readPage, seeded, someTime, temporaryFolder } from '../../data/store/invented-corpus.ts'
import { importTo, rowsOf } from './through-corpus.ts'

const author: Author = { actor: 'user', reason: '', now: someTime }

/** Writes `files` into a folder of the test's own; returns the path of the first. */
function files(texts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return join(folder, Object.keys(texts)[0]!)
}

const newCorpus = (): string => join(temporaryFolder(), 'made.sqlite')

function inCorpus<Result>(file: string, look: (corpus: Corpus) => Result): Result {
  const corpus = openCorpus(file, 'write')
  try {
    return look(corpus)
  } finally {
    corpus.close()
  }
}

const graphOf = (file: string, only = zones): SiteGraph =>
  inCorpus(file, corpus =>
    readSiteGraph(corpus, { statuses: ['IN', 'OUT', 'UNDECIDED'], zones: only, weight: 'evidence' }),
  )
const ties = (graph: SiteGraph) => graph.edges.map(({ source, target, weight }) => `${source} ${target} ${weight}`)
const factsOf = (file: string, id: string) => inCorpus(file, corpus => entityFacts(corpus, id)!)
const prefixesOf = (file: string, id: string) => factsOf(file, id).prefixes.map(({ url }) => url)

const network = (path: string, corpus: string) => importTo(corpus, path) as Promise<NetworkReport>
const attributes = (path: string, corpus: string) =>
  importTo(corpus, path, { as: 'attributes' }) as Promise<AttributesReport>

/** A seeded corpus with pages: a.example is IN, x.example was discovered, gone.example is OUT. */
function knownCorpus(): string {
  const corpus = emptyCorpus()
  seeded(corpus, 'http://a.example/', 'http://b.example/', 'http://gone.example/')
  readPage(corpus, 'http://a.example/', ['http://b.example/', 'http://blog.x.example/1', 'http://x.example/'])
  setEntity(corpus, author, 'gone.example', { status: 'OUT' })
  return corpus.file
}

describe('importCorpus(choice): a network', () => {
  it('makes sites IN unless the file says otherwise, keeps ids, and takes facts, tags and ties', async () => {
    const path = files({
      'n.graphml': `<graphml><key id="c" for="node" attr.name="country" attr.type="string"/>
        <key id="s" for="node" attr.name="status" attr.type="string"/><key id="t" for="node" attr.name="typology" attr.type="string"/>
        <graph edgedefault="directed"><node id="1"><data key="c">France</data><data key="t">vendor</data></node>
        <node id="two"><data key="s">OUT</data></node><node id="3"><data key="s">undecided</data></node>
        <edge source="1" target="two"/><edge source="two" target="3"/><edge source="3" target="1"/></graph></graphml>`,
    })
    const corpus = newCorpus()
    const report = await network(path, corpus)
    expect(report).toMatchObject({
      kind: 'network',
      isNew: true,
      changed: true,
      entities: { made: 3 },
      edges: { made: 3 },
    })
    const { nodes } = graphOf(corpus)
    expect(nodes.map(({ id, status, country, tags }) => [id, status, country, tags])).toEqual([
      ['1', 'IN', 'FR', [['typology', 'vendor']]],
      ['3', 'UNDECIDED', '', []],
      ['two', 'OUT', '', []],
    ])
    expect(ties(graphOf(corpus))).toEqual(['1 two 1', '3 1 1', 'two 3 1'])
    expect(readdirSync(dirname(corpus))).toEqual(['made.sqlite'])
    expect(rowsOf(corpus)['run']).toMatchObject([{ command: 'import', input: 'n.graphml', outcome: 'done' }])
  })

  it.each([
    [
      'its prefixes, as listed',
      'x,http://ignored.example,https://www.a.example http://b.example/blog',
      ['a.example', 'b.example/blog'],
    ],
    ['its homepage', 'x,https://www.a.example/home.html,', ['a.example']],
    ['its place on a platform', 'x,https://medium.com/@name/a-post,', ['medium.com/@name']],
    ['its id, where that is an address', 'www.spintank.fr,,', ['spintank.fr']],
    ['its id, where that is a place', 'medium.com/@name,,', ['medium.com/@name']],
    ['nothing, for a number', '41,,', []],
    ['nothing, for a file name', 'node.js,,', []],
    ['nothing, for a name', 'J.Smith,n/a,', []],
  ])('gives a site the prefix of %s', async (_, row, prefixes) => {
    const corpus = newCorpus()
    await network(files({ 'list.csv': `id,url,prefixes\n${row}\n` }), corpus)
    expect(prefixesOf(corpus, row.split(',')[0]!)).toEqual(prefixes)
  })

  it('gives a host that several share to the one at its root, the others their paths', async () => {
    const corpus = newCorpus()
    const rows = [
      'id,url',
      '1,https://paper.example/blogs/',
      '2,https://www.paper.example/',
      '3,https://paper.example/local',
    ]
    const report = await network(files({ 'list.csv': rows.join('\n') }), corpus)
    expect(['1', '2', '3'].map(id => prefixesOf(corpus, id))).toEqual([
      ['paper.example/blogs'],
      ['paper.example'],
      ['paper.example/local'],
    ])
    expect(report.prefixes).toMatchObject({ made: 3, kept: [] })
  })

  it('makes ids of addresses where a list has none, and refuses a row that has neither, with its line', async () => {
    const corpus = newCorpus()
    await network(files({ 'list.csv': 'url;name\nwww.spintank.fr/a;Spintank\nhttps://medium.com/@x;X\n' }), corpus)
    expect(graphOf(corpus).nodes.map(({ id, label }) => [id, label])).toEqual([
      ['medium.com/@x', 'X'],
      ['spintank.fr', 'Spintank'],
    ])
    const bad = files({ 'bad.csv': 'url,name\nhttp://a.example,A\nnot an address,B\nhttp://a.example/2,C\n' })
    await expect(network(bad, newCorpus())).rejects.toThrow(
      `${bad}:3: 'not an address' found, expected an id, or an http(s) address\n` +
        `${bad}:4: 'a.example' again, after line 2 found, expected each entity once`,
    )
  })

  it('leaves nothing behind of a file that cannot be read, and an existing corpus as it was', async () => {
    const bad = files({ 'bad.gexf': '<gexf><graph><nodes>\n<node id="a"/>\n<node id="a"/></nodes></graph></gexf>' })
    const none = newCorpus()
    await expect(network(bad, none)).rejects.toThrow(`${bad}:3: the node 'a' again found, expected each id once`)
    expect(readdirSync(dirname(none))).toEqual([])
    const known = knownCorpus()
    const before = rowsOf(known)
    await expect(network(bad, known)).rejects.toThrow(Mistake)
    expect(rowsOf(known)).toEqual(before)
    const empty = files({ 'empty.csv': 'source,target\n' })
    await expect(network(empty, none)).rejects.toThrow(`${empty}:1: no site found, expected at least one`)
  })

  it('writes nothing when it is stopped', async () => {
    const path = files({ 'e.csv': 'source,target\na,b\n' })
    const [none, known] = [newCorpus(), knownCorpus()]
    const before = rowsOf(known)
    for (const corpus of [none, known]) {
      const between = (step: string) => (step === 'edges' ? Promise.reject(new Stopped('')) : Promise.resolve())
      const around = { cwd: '/', now: () => someTime, between }
      await expect(importCorpus({ path, corpus, as: undefined }, around)).rejects.toThrow(Stopped)
    }
    expect(readdirSync(dirname(none))).toEqual([])
    expect(rowsOf(known)).toEqual(before)
  })

  it('keeps positions of another tool until the graph is analysed', async () => {
    const node = (id: string, x: number) => `{"key":"${id}","attributes":{"x":${x},"y":1,"color":"#ff0000"}}`
    const text = (...nodes: string[]) =>
      `{"nodes":[${nodes.join()}],"edges":[{"source":"a","target":"b"}],"attributes":{}}`
    const [placed, bare] = [newCorpus(), newCorpus()]
    await network(files({ 'g.json': text(node('a', 0), node('b', 2.5)) }), placed)
    const analysis = inCorpus(placed, lastAnalysis)!
    expect(Object.fromEntries(analysis.nodeValues.get('x')!)).toEqual({ a: 0, b: 2.5 })
    expect(Object.fromEntries(analysis.nodeValues.get('in_degree')!)).toEqual({ a: 0, b: 1 })
    expect(analysis.options).toMatchObject({ imported: 'g.json', statuses: ['IN'], weight: 'evidence' })
    expect(inCorpus(placed, lastAnalysisOrigin)).toMatchObject({ stale: false })
    // All in one place is no layout.
    await network(files({ 'g.json': text(node('a', 0), node('b', 0)) }), bare)
    expect(inCorpus(bare, lastAnalysis)).toBeNull()
  })

  it('leaves homepages out that are no web addresses, and says so', async () => {
    const corpus = newCorpus()
    const report = await network(files({ 'n.csv': 'id,url\na,javascript:alert(1)\nb,http://b.example\n' }), corpus)
    expect([factsOf(corpus, 'a').homepage, factsOf(corpus, 'b').homepage]).toEqual(['', 'http://b.example/'])
    expect(report.remarks).toContain('1 homepage was left out: no http(s) addresses.')
  })
})

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

  it('waits for no crawl, and disturbs none', async () => {
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
    const content = graphOf(corpus, ['content'] as unknown as typeof zones)
    expect(ties(content)).toEqual(['a b 3', 'b c 2'])
    expect(content.edges[0]).toMatchObject({ links: 3, linksByZone: { content: 3, blogroll: 0 } })
  })
})

describe('importCorpus(choice): a table of attributes', () => {
  const table =
    'id,url,name,typology,interviewed\n' +
    'a.example,,,vendor,yes\n' +
    ',https://www.b.example/about,,consultant,\n' +
    ',,Échoditto,pioneer,no\n' +
    ',http://nobody.example/,Nobody,?,?\n' +
    ',,Twin,twin,?\n'

  function surveyed(): string {
    const corpus = emptyCorpus()
    seeded(
      corpus,
      'http://a.example/',
      'http://b.example/',
      'http://echo.example/',
      'http://t1.example/',
      'http://t2.example/',
    )
    setEntity(corpus, author, 'echo.example', { label: 'EchoDitto' })
    for (const id of ['t1.example', 't2.example']) setEntity(corpus, author, id, { label: 'Twin' })
    return corpus.file
  }

  it('joins rows by id, address or name into tags, says what did not match, and can be taken back', async () => {
    const corpus = surveyed()
    const report = await attributes(files({ 'codes.csv': table }), corpus)
    expect(report).toMatchObject({
      kind: 'attributes',
      rows: 5,
      matched: { id: 1, address: 1, name: 1 },
      unmatched: [{ line: 5, name: 'Nobody' }],
      ambiguous: [{ line: 6, name: 'Twin', entities: ['t1.example', 't2.example'] }],
      tags: 5,
    })
    const tags = (id: string) => factsOf(corpus, id).tags.map(({ category, value }) => `${category}: ${value}`)
    expect(tags('a.example')).toEqual(['interviewed: yes', 'typology: vendor'])
    expect(tags('b.example')).toEqual(['typology: consultant'])
    expect(tags('echo.example')).toEqual(['interviewed: no', 'typology: pioneer'])
    expect(rowsOf(corpus)['entity']).toHaveLength(5)
    const before = rowsOf(corpus)
    expect(await attributes(files({ 'codes.csv': table }), corpus)).toMatchObject({ changed: false, tags: 0 })
    expect(rowsOf(corpus)).toEqual(before)
    inCorpus(corpus, open => undoEvent(open, author))
    expect(rowsOf(corpus)['tag']).toEqual([])
  })

  it('finds an entity by a name that it bore before', async () => {
    const corpus = surveyed()
    inCorpus(corpus, open => mergeEntity(open, author, 'b.example', 'a.example'))
    const report = await attributes(files({ 'codes.csv': 'name,code\nb.example,1\n' }), corpus)
    expect(report.matched).toEqual({ id: 0, address: 0, name: 1 })
    expect(factsOf(corpus, 'a.example').tags).toEqual([{ category: 'code', value: '1' }])
  })

  it('fills a country that is not known, and leaves one that a person set', async () => {
    const corpus = surveyed()
    inCorpus(corpus, open => setEntity(open, author, 'a.example', { country: 'FR' }))
    const report = await attributes(files({ 'codes.csv': 'id,country\na.example,US\nb.example,Belgique\n' }), corpus)
    expect([factsOf(corpus, 'a.example').country, factsOf(corpus, 'b.example').country]).toEqual(['FR', 'BE'])
    expect(report.remarks).toContain("1 values of country, kind or status differ from the corpus', which stay.")
  })

  it('is what a table of addresses with further columns is taken for, where the corpus named has entities', async () => {
    const survey = files({ 'codes.csv': 'url,typology\nhttp://a.example,vendor\nhttp://new.example,new\n' })
    const list = files({ 'list.csv': 'url,typology,status\nhttp://a.example,vendor,IN\nhttp://new.example,new,IN\n' })
    expect(await importTo(surveyed(), survey)).toMatchObject({ kind: 'attributes', unmatched: [{ line: 3 }] })
    expect(await importTo(surveyed(), list)).toMatchObject({ kind: 'entities', entities: { made: 1, changed: 1 } })
    expect(await importTo(newCorpus(), survey)).toMatchObject({ kind: 'entities', entities: { made: 2 } })
    expect(await importTo(surveyed(), survey, { as: 'entities' })).toMatchObject({ kind: 'entities' })
  })

  it('makes no corpus where there is none', async () => {
    const none = newCorpus()
    await expect(attributes(files({ 'codes.csv': 'name,code\nA,1\n' }), none)).rejects.toThrow(
      'there is no corpus here',
    )
    expect(existsSync(none)).toBe(false)
  })
})

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

describe('a file on its way', () => {
  it('is never changed', async () => {
    const path = files({ 'e.csv': 'source,target\na,b\n' })
    const before = readFileSync(path)
    await network(path, newCorpus())
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
