import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parquetReadObjects, parquetSchema, parquetMetadata } from 'hyparquet'
import { zstdDecompressSync } from 'node:zlib'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawl } from '#crawler/crawl.ts'
import { countCorpus, type CountOptions } from '#crawler/harvest/count-corpus.ts'
import { extractArchive } from '#crawler/harvest/extract-archive.ts'
import { readSeedFile } from '#crawler/read-seed-file.ts'
import { makersMark } from '#data/command/dead-leftovers.ts'
import { besideDatabase } from '#data/command/drop-database.ts'
import { Stopped } from '#data/mistake.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { type Evidence, linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { countParts } from '#data/store/parts/count-parts.ts'
import { findParts, wayToParts } from '#data/store/parts/find-parts.ts'
import { listParts } from '#data/store/parts/list-parts.ts'
import { openPartEvidence } from '#data/store/parts/part-evidence.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap } from '#viewer/server/serve-map.ts'
import { OpenStudies } from '#viewer/server/studies/open-studies.ts'
import { zipOf } from '../crawler/fetch/archive/invented-zip.ts'
import { startToile } from '../cli/run-toile.ts'
import { partColumns } from '#data/table/part-columns.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

const root = join(import.meta.dirname, '..', '..')
const seeds = join(root, 'seeds', 'demo.csv')
let folder: string
const path = (name: string): string => join(folder, name)
const around = () => quietSurroundings(folder)

/** Extracts every archive file of the demonstration web. */
const asked = (archive: string, out: string) => ({
  archive: path(archive),
  seeds,
  allHosts: false,
  out: path(out),
  maxBytes: 10_000_000,
})

async function extractAll(out: string): Promise<void> {
  for (const file of readdirSync(path('warc'))) await extractArchive(asked(`warc/${file}`, out), around())
}

const count = (parts: string, corpus: string, more: Partial<CountOptions> = {}) =>
  countCorpus(
    { parts: path(parts), seeds, allHosts: false, corpus: path(corpus), at: undefined, ...more },
    around(),
    async () => undefined,
  )

/** Edges and sites, by name; zones as their page alone tells them. */
function graphOf(file: string): { edges: unknown[]; sites: unknown[] } {
  const corpus = openCorpus(path(file), 'write')
  try {
    // The second pass, over all pages of a site, is left out when archives are counted.
    corpus.db.exec('UPDATE link SET zone_site = NULL')
    const graph = readSiteGraph(corpus, { statuses: ['IN', 'DISCOVERED'], zones, weight: 'evidence' })
    return {
      edges: graph.edges.map(edge => ({ ...edge })),
      sites: graph.nodes.map(({ id, status, pagesFetched, selfLinks }) => ({ id, status, pagesFetched, selfLinks })),
    }
  } finally {
    corpus.close()
  }
}

/** What a reader sees of a hyperlink. */
const wordsOf = (link: Evidence): string =>
  JSON.stringify([
    ...[link.sourceUrl, link.targetUrl, link.href, link.anchor, link.context, link.heading, link.rel, link.element],
    ...[link.firstSeen, link.pageTitle, link.pageLanguage],
  ])

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

const rowsOf = (file: string): Promise<Record<string, unknown>[]> =>
  parquetReadObjects({ file: bufferOf(file), compressors: { ZSTD: data => zstdDecompressSync(data) } })

/** Whether a process of this group is left. */
function isThere(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

/** A response, as any program writes it. */
function record(url: string, date: string, html: string): string {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>A</title><p>${html}</p>`
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}T12:00:00Z`,
    'Content-Type: application/http; msgtype=response',
  ]
  return [...head, `Content-Length: ${Buffer.byteLength(block)}`, '', `${block}\r\n\r\n`].join('\r\n')
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-harvest-'))
  const web = await serveDemoWeb()
  const options = {
    seeds,
    contact: 'test@toile.example',
    delay: 0,
    depth: 1,
    render: 'never',
  } as const
  await crawl({ ...options, corpus: path('live.sqlite'), proxy: web.proxy, archive: path('warc') }, around())
  await web.close()
  await crawl({ ...options, corpus: path('crawled.sqlite'), fromArchive: path('warc') }, around())
  await extractAll('parts')
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('extract and count', () => {
  it('give the edges and sites of a crawl of the archive', async () => {
    await count('parts', 'counted.sqlite')
    const [counted, crawled] = [graphOf('counted.sqlite'), graphOf('crawled.sqlite')]
    expect(counted.edges.length).toBeGreaterThan(20)
    expect(counted.edges).toEqual(crawled.edges)
    expect(counted.sites).toEqual(crawled.sites)
  })

  it('count the same in however many lots of sites', async () => {
    const made = { seeds: readSeedFile(seeds).hash, allHosts: false, dated: [] }
    const counted = async (mostCaptures: number) => {
      let lots = 0
      const between = async (): Promise<void> => void (lots += 1)
      const found = await countParts(listParts(path('parts')), null, made, { between, mostCaptures })
      const edges: unknown[] = []
      for await (const { byZone, ...some } of found.edges())
        edges.push(...some.sources.map((_, at) => [...Object.values(some), ...byZone].map(column => column[at])))
      found.close()
      return { lots, edges, sites: found.sites, ties: found.ties, links: found.links }
    }
    const [whole, pieces] = [await counted(50_000), await counted(7)]
    expect([whole.lots, pieces.lots > 5]).toEqual([1, true])
    expect({ ...pieces, lots: 1 }).toEqual(whole)
    expect(whole.edges).toHaveLength(graphOf('counted.sqlite').edges.length)
  })

  it('give the same again from files in another order, twice', async () => {
    cpSync(path('parts'), path('again'), { recursive: true })
    const [name] = readdirSync(path('parts'))
    copyFileSync(path(`parts/${name}`), path('again/a-copy.warc.gz.parquet'))
    await count('again', 'twice.sqlite')
    expect(graphOf('twice.sqlite')).toEqual(graphOf('counted.sqlite'))
  })

  it('give the same from the archive in seven pieces, as other programs may cut it, and from one that is cut in a record what stands before', async () => {
    const [name] = readdirSync(path('warc'))
    const bytes = readFileSync(path(`warc/${name}`))
    const records = [
      ...new Set((await rowsOf(path(`parts/${name}.parquet`))).map(row => Number(row['record']))),
    ].toSorted((a, b) => a - b)
    const cuts = [
      0,
      ...[1, 2, 3, 4, 5, 6].map(piece => records[Math.floor((piece * records.length) / 7)]!),
      bytes.length,
    ]
    const [pages, told]: [number[], string[]] = [[], []]
    for (let piece = 0; piece < 7; piece++) {
      const archive = path(`piece-${piece}.warc.gz`)
      writeFileSync(archive, bytes.subarray(cuts[piece], cuts[piece + 1]))
      const options = { archive, seeds, allHosts: false, out: path('seven'), maxBytes: 10_000_000 }
      pages.push((await extractArchive(options, { ...around(), err: text => void told.push(text) })).pages)
    }
    expect(told.filter(text => !/records read/.test(text))).toEqual([])
    const whole = (await rowsOf(path(`parts/${name}.parquet`))).filter(row => row['kind'] === 'page').length
    expect(pages.reduce((sum, some) => sum + some, 0)).toBe(whole)
    await count('seven', 'seven.sqlite')
    expect(graphOf('seven.sqlite')).toEqual(graphOf('counted.sqlite'))
    const archive = path('cut.warc.gz')
    writeFileSync(archive, bytes.subarray(0, records[10]! + 40))
    let said = ''
    const heard = quietSurroundings(folder, { err: text => void (said += text) })
    const found = await extractArchive(
      { archive, seeds, allHosts: false, out: path('cut'), maxBytes: 10_000_000 },
      heard,
    )
    expect(found.pages + found.redirects + found.others).toBe(10)
    expect(said).toMatch(/the file ends in the middle of the record/)
  })

  it('--at takes of several captures the one nearest to the day', async () => {
    const day = (date: string, target: string): string =>
      record('http://a.example/', date, `<a href="http://${target}.example/">x</a>`)
    writeFileSync(path('days.warc'), day('2012-03-01', 'march') + day('2012-04-20', 'april') + day('2012-05-30', 'may'))
    writeFileSync(path('days.csv'), 'url\nhttp://a.example/\n')
    const options = {
      archive: path('days.warc'),
      seeds: path('days.csv'),
      allHosts: false,
      out: path('days'),
      maxBytes: 10_000_000,
    }
    await extractArchive(options, around())
    const targets = async (at: string | undefined, corpus: string): Promise<unknown[]> => {
      await count('days', corpus, { seeds: path('days.csv'), at })
      return graphOf(corpus).edges.map(edge => (edge as { target: string }).target)
    }
    expect(await targets('2012-04-22', 'april.sqlite')).toEqual(['april.example'])
    expect(await targets('2012-01-01', 'march.sqlite')).toEqual(['march.example'])
    expect(await targets(undefined, 'last.sqlite')).toEqual(['may.example'])
  })

  it('take a capture and its hyperlinks for who had the address on its day, where the list says so', async () => {
    const day = (site: string, date: string, ...targets: string[]): string =>
      record(`http://${site}.example/`, date, targets.map(to => `<a href="http://${to}.example/">x</a>`).join(' '))
    writeFileSync(
      path('owners.warc'),
      day('a', '2012-04-20', 'b') + day('b', '2012-04-20', 'casino') + day('b', '2012-06-01', 'own') + day('a', '2012-05-30', 'b'), // prettier-ignore
    )
    writeFileSync(
      path('owners.csv'),
      'url,prefixes\nhttp://a.example/,\nhttp://b.example/,http://b.example (2012-05/..)\n',
    )
    const of = { archive: path('owners.warc'), seeds: path('owners.csv'), allHosts: false, out: path('owners') }
    await extractArchive({ ...of, maxBytes: 10_000_000 }, around())
    const edges = async (at: string, corpus: string, parts = 'owners'): Promise<unknown[]> => {
      await count(parts, corpus, { seeds: path('owners.csv'), at, allHosts: parts !== 'owners' })
      return graphOf(corpus).edges.map(edge =>
        Object.values(edge as object)
          .slice(0, 2)
          .join(' > '),
      )
    }
    // In April b was another's, who is not of the list; a cited that one. What b was in June is not of that day.
    expect(await edges('2012-04-22', 'april-owners.sqlite')).toEqual(['a.example > b.example~2'])
    expect(await edges('2012-05-29', 'may-owners.sqlite')).toEqual(['a.example > b.example', 'b.example > own.example'])
    // With all hosts the other owner has pages, too: each on their own days, however near the other's capture lies.
    await extractArchive({ ...of, allHosts: true, out: path('owners-all'), maxBytes: 10_000_000 }, around())
    const all = (at: string, corpus: string) => edges(at, corpus, 'owners-all')
    expect(await all('2012-04-22', 'april-all.sqlite')).toEqual([
      'a.example > b.example~2',
      'b.example~2 > casino.example',
    ])
    expect(await all('2012-05-02', 'may-all.sqlite')).toEqual(['a.example > b.example~2', 'b.example > own.example'])
    const counted = openCorpus(path('may-all.sqlite'), 'read')
    const evidence = await openPartEvidence(counted, path('owners-all'))
    const { links } = await evidence.links(counted, { sources: ['b.example', 'b.example~2'], targets: null }, 9)
    expect(links.map(({ targetUrl }) => targetUrl)).toEqual(['http://own.example/'])
    evidence.close()
    counted.close()
    // Another list, with other dates, is refused: its captures were extracted for others.
    writeFileSync(path('undated.csv'), 'url,prefixes\nhttp://a.example/,\nhttp://b.example/,\n')
    await expect(count('owners-all', 'x.sqlite', { seeds: path('undated.csv'), at: '2012-05-02' })).rejects.toThrow(
      'it was extracted with another seed list',
    )
  })

  it('write Parquet that another program reads: columns, types, UTF-8, numbers of rows', async () => {
    const [name] = readdirSync(path('parts'))
    const metadata = parquetMetadata(bufferOf(path(`parts/${name}`)))
    expect(parquetSchema(metadata).children.map(({ element }) => element.name)).toEqual(
      partColumns.map(column => column.name),
    )
    const rows = await rowsOf(path(`parts/${name}`))
    expect(rows).toHaveLength(Number(metadata.num_rows))
    const links = rows.filter(row => row['kind'] === 'link')
    expect(links.length).toBeGreaterThan(100)
    // Site by site, so that who asks for one passes over the groups of others; of a page its hyperlinks in their order.
    const sites = rows.map(row => String(row['site']))
    expect(sites).toEqual(sites.toSorted())
    for (const [, own] of Map.groupBy(links, link => link['record']))
      expect(own.map(link => link['ordinal'])).toEqual(
        own.map(link => Number(link['ordinal'])).toSorted((a, b) => a - b),
      )
    expect(rows.every(row => typeof row['record'] === 'bigint' && row['captured_at'] instanceof Date)).toBe(true)
    expect(links.some(row => /[éèàç]/.test(String(row['anchor']) + String(row['context'])))).toBe(true)
  })

  it('--all-hosts takes the sites of which pages were read', async () => {
    await extractArchive({ ...asked('piece-3.warc.gz', 'hosts'), seeds: undefined, allHosts: true }, around())
    await extractArchive({ ...asked('piece-3.warc.gz', 'hosts-again'), seeds: undefined, allHosts: true }, around())
    const [once, again] = ['hosts', 'hosts-again'].map(name => readFileSync(path(`${name}/piece-3.warc.gz.parquet`)))
    expect(once!.equals(again!)).toBe(true)
    await count('hosts', 'hosts.sqlite', { seeds: undefined, allHosts: true })
    const { sites } = graphOf('hosts.sqlite') as { sites: { status: string; pagesFetched: number }[] }
    expect(sites.filter(({ status }) => status === 'IN').every(({ pagesFetched }) => pagesFetched > 0)).toBe(true)
    expect(sites.filter(({ status }) => status === 'IN').length).toBeGreaterThan(3)
  })

  it('leave nothing that looks whole when they are killed, and the next call takes away what was left', async () => {
    const [name] = readdirSync(path('warc'))
    const kill = async (args: readonly string[], folderOf: string, begins: RegExp): Promise<void> => {
      mkdirSync(path(folderOf), { recursive: true })
      const seen = Promise.withResolvers<void>()
      const watcher = watch(path(folderOf), (_event, file) => begins.test(file ?? '') && seen.resolve())
      const running = startToile(args, { cwd: folder, ownGroup: true })
      await Promise.race([seen.promise, running.ended])
      watcher.close()
      const group = running.process.pid!
      if (running.process.exitCode === null) process.kill(-group, 'SIGKILL')
      await running.ended
      // Until somebody has waited for the dead, their numbers are taken, as if they lived.
      await expect.poll(() => isThere(group), { timeout: 30_000 }).toBe(false)
    }
    /** Kills it until the kill comes in the midst of it; a file that stands there when it came too late is a whole one. */
    const killAmidst = async (args: readonly string[], made: string, begins: RegExp, isWhole: () => void) => {
      const folderOf = dirname(made)
      const isMade = (): boolean => existsSync(path(made))
      for (let turn = 0; turn < 20 && (turn === 0 || isMade()); turn++) {
        rmSync(path(folderOf), { recursive: true, force: true })
        await kill(args, folderOf, begins)
        if (isMade()) isWhole()
      }
      expect(readdirSync(path(folderOf)).filter(file => !file.startsWith('.'))).toEqual([])
    }
    const [part, half] = [`killed/${name}.parquet`, 'half/half.sqlite']
    const words = [`warc/${name}`, '--seeds', seeds, '--out', 'killed']
    await killAmidst(['extract', ...words], part, /^\..*parquet\.unfinished-/, () =>
      expect(readFileSync(path(part)).equals(readFileSync(path(`parts/${name}.parquet`)))).toBe(true),
    )
    await extractArchive(asked(`warc/${name}`, 'killed'), around())
    expect(readdirSync(path('killed'))).toEqual([`${name}.parquet`])
    const counting = ['count', 'parts', '--seeds', seeds, '--corpus', half]
    await killAmidst(counting, half, /^\.half\.sqlite\.unfinished-/, () =>
      expect(graphOf(half)).toEqual(graphOf('counted.sqlite')),
    )
    const ofTheDead = makersMark().replace(/\d+$/, String(spawnSync(process.execPath, ['-e', '']).pid))
    // What SQLite has beside a database depends on the moment of the kill.
    for (const ending of besideDatabase) writeFileSync(path(`half/.half.sqlite.unfinished-${ofTheDead}${ending}`), '')
    await count('parts', 'half/half.sqlite')
    expect(readdirSync(path('half'))).toEqual(['half.sqlite'])
    expect(graphOf('half/half.sqlite')).toEqual(graphOf('counted.sqlite'))
  })

  it('are the ground of the evidence panel, which shows the hyperlinks that the crawl has', async () => {
    const [counted, crawled] = ['counted.sqlite', 'crawled.sqlite'].map(name => openCorpus(path(name), 'write'))
    const evidence = await openPartEvidence(counted!, path('parts'))
    const served = await serveMap(
      {
        ...{ corpus: counted!, file: path('counted.sqlite'), title: 'counted', now: Date.now, err: () => undefined },
        ...{ openForChanges: () => counted!, jobs: createJobs([process.execPath], {}), client: new Map() },
        evidence: { opened: async () => evidence, close: evidence.close },
      },
      { port: 0 },
    )
    try {
      const edges = graphOf('counted.sqlite').edges as { source: string; target: string; links: number }[]
      for (const { source, target, links } of edges) {
        const found = await evidence.links(counted!, { sources: [source], targets: [target] }, 1_000)
        expect(found.byZone.reduce((sum, [, some]) => sum + some, 0)).toBe(links)
        const told = linksBetweenEntities(crawled!, source, target)
        expect(found.links.map(wordsOf).toSorted()).toEqual(told.map(wordsOf).toSorted())
      }
      // A zone is chosen before the answer is cut, or a tie whose first links are of another one would seem to have none of it.
      const whole = await evidence.links(counted!, { sources: null, targets: null }, 1_000)
      expect(whole.byZone.length).toBeGreaterThan(1)
      for (const [zone] of whole.byZone)
        expect((await evidence.links(counted!, { sources: null, targets: null }, 1, zone)).links).toMatchObject([
          { zone },
        ])
      const { source, target, links } = edges.toSorted((a, b) => b.links - a.links)[0]!
      const tie = { sources: [source], targets: [target] }
      // Of a heavy tie some are shown and all are counted; what was asked before is answered as before.
      const [few, all] = [await evidence.links(counted!, tie, 1), await evidence.links(counted!, tie, 1_000)]
      expect(few.links).toEqual(all.links.slice(0, 1))
      expect(few.byZone).toEqual(all.byZone)
      expect(await evidence.links(counted!, tie, 1_000)).toBe(all)
      const into = await evidence.links(counted!, { sources: null, targets: [target] }, 10_000)
      expect(into.links.length).toBe(edges.reduce((sum, edge) => sum + (edge.target === target ? edge.links : 0), 0))
      expect(await evidence.links(counted!, { sources: [], targets: null }, 10)).toEqual({ links: [], byZone: [] })
      const answer = await fetch(`${served.address}api/evidence?${new URLSearchParams({ source, target })}`)
      expect(await answer.json()).toMatchObject({ source, target, total: links })
      const ofOne = await fetch(`${served.address}api/links?${new URLSearchParams({ from: source })}`)
      const ofSource = edges.filter(edge => edge.source === source).reduce((sum, edge) => sum + edge.links, 0)
      expect(await ofOne.json()).toMatchObject({ total: ofSource })
      await expect(openPartEvidence(crawled!, path('parts'))).rejects.toThrow('was not made by `count`')
      await expect(openPartEvidence(counted!, path('seven'))).rejects.toThrow(
        '7 Parquet files were found; expected the 1',
      )
    } finally {
      await served.close()
      evidence.close()
      for (const corpus of [counted!, crawled!]) corpus.close()
    }
  })

  it('are found by a server of many studies where they lie with the corpus, and nowhere outside its folder', async () => {
    mkdirSync(path('lab/sub'), { recursive: true })
    cpSync(path('parts'), path('lab/of-all'), { recursive: true })
    for (const name of ['plain', 'climbs', 'linked', 'named', 'none'])
      copyFileSync(path('counted.sqlite'), path(`lab/${name}.sqlite`))
    symlinkSync(path('parts'), path('lab/leads-out'))
    cpSync(path('parts'), path('lab/named.parts'), { recursive: true })
    const says = { plain: 'of-all', climbs: 'sub/../../parts', linked: 'leads-out', named: '/etc', none: 'gone' }
    for (const [name, parts] of Object.entries(says)) {
      const corpus = openCorpus(path(`lab/${name}.sqlite`), 'write')
      corpus.db.prepare(`UPDATE run SET options = json_set(options, '$.parts', ?)`).run(parts)
      corpus.close()
    }
    const told: string[] = []
    const studies = new OpenStudies({
      folder: path('lab'),
      env: { HOME: folder },
      now: Date.now,
      err: text => void told.push(text),
      client: new Map(),
      token: null,
      command: [process.execPath],
    })
    const [edge] = graphOf('counted.sqlite').edges as { source: string; target: string; links: number }[]
    const totals: [string, number][] = []
    for (const name of Object.keys(says)) {
      const tie = new URLSearchParams({ source: edge!.source, target: edge!.target })
      const answer = await studies.answers(name)!.request(`/api/evidence?${tie}`)
      totals.push([name, ((await answer.json()) as { total: number }).total])
    }
    await studies.close()
    expect(Object.fromEntries(totals)).toEqual({
      plain: edge!.links,
      climbs: 0,
      linked: 0,
      named: edge!.links,
      none: 0,
    })
    expect(told.map(text => text.split(' are not')[0])).toEqual([
      'climbs: Parquet files at sub/../../parts',
      'linked: Parquet files at leads-out',
    ])
    // What the count itself notes; parts elsewhere are named by who looks.
    const noted = (corpus: string, parts: string): string => wayToParts(path(corpus), path(parts))
    expect([noted('lab/x.sqlite', 'lab/of-all'), noted('x.sqlite', '.'), noted('lab/x.sqlite', 'parts')]).toEqual([
      'of-all',
      '.',
      '',
    ])
    const counted = openCorpus(path('counted.sqlite'), 'read')
    expect(findParts(counted)).toEqual({ kind: 'found', folder: path('parts') })
    counted.close()
  })

  it('refuse parts of another list, files of other programs, and a part that is cut', async () => {
    await expect(count('hosts', 'x.sqlite')).rejects.toThrow('it was extracted without a seed list')
    await expect(count('days', 'x.sqlite')).rejects.toThrow('it was extracted with another seed list')
    cpSync(path('parts'), path('cut-part'), { recursive: true })
    const [part] = readdirSync(path('cut-part'))
    const bytes = readFileSync(path(`cut-part/${part}`))
    writeFileSync(path(`cut-part/${part}`), bytes.subarray(0, bytes.length - 100))
    await expect(count('cut-part', 'x.sqlite')).rejects.toThrow(`${part}: this Parquet file can not be read, or is cut`)
    const other = new ParquetWriter({
      writer: fileWriter(path(`cut-part/${part}`)),
      schema: [
        { name: 'root', num_children: 1 },
        { name: 'x', type: 'INT32', repetition_type: 'REQUIRED' },
      ],
    })
    other.write({ columnData: [{ name: 'x', data: [1] }] })
    void other.finish()
    await expect(count('cut-part', 'x.sqlite')).rejects.toThrow('which `extract` of this version did not make')
  })

  it('count a hyperlink once where two files of a WACZ have a capture at the same place, under names that look like patterns', async () => {
    const linking = (date: string, target: string) =>
      Buffer.from(record('http://a.example/', date, `<a href="http://${target}.example/">${target}</a>`))
    const twice = { 'archive/1.warc': linking('2012-04-02', 'b'), 'archive/2.warc': linking('2012-04-01', 'c') }
    const names = ['t*.wacz', 't[1]?.wacz', 't1x.wacz']
    for (const name of names) writeFileSync(path(name), zipOf(twice, 'deflated'))
    for (const name of names)
      await extractArchive({ ...asked(name, 'patterns'), seeds: undefined, allHosts: true }, around())
    const made = await count('patterns', 'patterns.sqlite', { seeds: undefined, allHosts: true })
    expect(made).toMatchObject({ files: 3, links: 1, edges: 1 })
    expect(graphOf('patterns.sqlite').edges).toMatchObject([{ source: 'a.example', target: 'b.example' }])
    await count('patterns', 'first.sqlite', { seeds: undefined, allHosts: true, at: '2012-04-01' })
    const corpus = openCorpus(path('first.sqlite'), 'read')
    const evidence = await openPartEvidence(corpus, path('patterns'))
    const { links } = await evidence.links(corpus, { sources: ['a.example'], targets: ['c.example'] }, 10)
    expect(links.map(({ memento }) => memento)).toEqual(['t[1]?.wacz#2:0'])
    evidence.close()
    corpus.close()
  })

  it('replace a part of the same archive, grown or not, and one that is cut; not one of another archive of its name', async () => {
    const ours = record('http://a.example/', '2012-04-01', '<a href="http://b.example/">b</a>')
    const one = (folder: string, text: string) => {
      mkdirSync(path(folder), { recursive: true })
      writeFileSync(path(`${folder}/crawl.warc`), text)
      return extractArchive({ ...asked(`${folder}/crawl.warc`, 'one-place'), allHosts: true }, around())
    }
    const part = path('one-place/crawl.warc.parquet')
    await one('monday', ours)
    expect(await one('monday', ours + record('http://a.example/2', '2012-04-01', ''))).toMatchObject({ pages: 2 })
    const kept = readFileSync(part)
    await expect(one('tuesday', record('http://c.example/', '2012-04-02', ''))).rejects.toThrow(
      'was extracted from another archive of the name of',
    )
    expect(readFileSync(part)).toEqual(kept)
    writeFileSync(part, kept.subarray(0, kept.length - 100))
    expect(await one('monday', ours)).toMatchObject({ pages: 1 })
  })

  it('leave nothing of a count that was stopped, and a corpus alone that came meanwhile', async () => {
    mkdirSync(path('late'))
    const late = { parts: path('parts'), seeds, allHosts: false, corpus: path('late/late.sqlite'), at: undefined }
    const countWith = (step: string, does: () => void) =>
      countCorpus(late, around(), async now => (now === step ? does() : undefined))
    const stop = (): void => {
      throw new Stopped('by the user')
    }
    for (const step of ['sites', 'edges']) await expect(countWith(step, stop)).rejects.toThrow(Stopped)
    expect(readdirSync(path('late'))).toEqual([])
    const come = (): void => copyFileSync(path('counted.sqlite'), late.corpus)
    await expect(countWith('counting', come)).rejects.toThrow('there already')
    expect(readFileSync(late.corpus)).toEqual(readFileSync(path('counted.sqlite')))
  })

  it('refuse no list, a folder of archives, an empty folder, a corpus that is there, no day', async () => {
    const options = { archive: path('warc'), seeds, allHosts: false, out: path('refused'), maxBytes: 10_000_000 }
    await expect(extractArchive({ ...options, seeds: undefined }, around())).rejects.toThrow('--all-hosts')
    mkdirSync(path('empty'))
    await expect(count('empty', 'x.sqlite')).rejects.toThrow('no Parquet file was found')
    await expect(count('parts', 'counted.sqlite')).rejects.toThrow('there already')
    await expect(count('parts', 'x.sqlite', { at: '2012-02-31' })).rejects.toThrow('expected a day')
    writeFileSync(path('none.warc.gz'), 'no archive')
    expect(await extractArchive({ ...options, archive: path('none.warc.gz') }, around())).toMatchObject({
      pages: 0,
      links: 0,
    })
  })
})
