import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from 'commander'
import { crawlerCommands } from '#crawler/commands.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import { type Election, elections, gaps } from '#seeds/demo-web/past/history.ts'
import { graphCommands } from '#graph/commands.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { loadPageFormats, viewerCommands } from '#viewer/commands.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setOwnSignatures } from '#data/store/tools/own-signatures.ts'
import { siteToolFinder, siteTools } from '#graph/analysis/tools/site-tools.ts'
import { findTools } from '#graph/report/findings/tools/find-tools.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { type PlannedTool, toolsOn } from '#seeds/demo-web/tools/plan.ts'
import { demoToolTable } from '#seeds/demo-web/tools/tool-table.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { everySite, plantedAt, type PlantedWave } from '../webs/planted-past.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'THREE-ELECTIONS.md'), 'utf8')
const list = readFileSync(join(root, 'seeds', 'demo-elections.csv'))
const calls = [...page.matchAll(/^ {4}\.\/toile (.+)$/gm)].map(([, call]) => call!)
const folder = mkdtempSync(join(tmpdir(), 'toile-elections-'))
const corpusFile = join(folder, 'demo.sqlite')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What each call wrote to standard output, by the call. */
const said = new Map<string, string>()

/** The commands of the page, in its order, in one folder. */
beforeAll(async () => {
  const formats = await loadPageFormats()
  for (const call of calls) {
    let out = ''
    const around = quietSurroundings(folder, { out: text => void (out += text), env: { XDG_STATE_HOME: folder } })
    const all: Command[] = [...crawlerCommands(around), ...viewerCommands(around), ...graphCommands(around, formats)]
    const [name, ...words] = call.split(' ')
    await all
      .find(command => command.name() === name)!
      .exitOverride()
      .parseAsync([...words, '--corpus', corpusFile], { from: 'user' })
    said.set(call, out)
  }
}, 240_000)

const saidBy = (begin: string): string => said.get(calls.find(call => call.startsWith(begin))!)!
const file = (...way: string[]): string => readFileSync(join(folder, ...way), 'utf8')
const hostOf = (url: string): string => url.replace('http://', '').replace(/\/$/, '')
const listed = new Set(readSeeds('demo-elections.csv', list).seeds.map(({ url }) => hostOf(url)))
const planted = new Map(elections.map(election => [election, plantedAt(election, listed)]))
const plantedOf = (election: Election): PlantedWave => planted.get(election)!

/** The ties that a wave of the corpus has. */
function foundAt(wave: Election): Set<string> {
  const corpus = openCorpus(corpusFile, 'read')
  try {
    const { edges } = readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'links', wave })
    return new Set(edges.map(({ source, target }) => `${source} > ${target}`))
  } finally {
    corpus.close()
  }
}

describe('the list of the page', () => {
  it('is the one of the demonstration', () => {
    const rows = /^```csv\n(.*?)^```/ms.exec(page)![1]!.trim().split('\n').slice(1)
    for (const row of rows) expect(list.toString('utf8')).toContain(`\n${row}`)
  })
})

describe.each(elections)('the ties of %s', election => {
  const share = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
    part.intersection(whole).size / whole.size

  it('are those of the pages that the archive kept: none besides, and all that two clicks reach', () => {
    const found = foundAt(election)
    const { kept, near, all } = plantedOf(election)
    // Precision is 1, and recall of what could be read.
    expect([...found.difference(kept)]).toEqual([])
    expect([...near.difference(found)]).toEqual([])
    // Of what was there when nobody kept it, the rest.
    expect(share(found, all)).toBeGreaterThan(0.6)
    expect(share(found, all)).toBeLessThan(1)
  })
})

interface Change {
  readonly tie: string
  readonly kind: string
  readonly cause: string
}

/** What `changes` lists between two elections. */
const changes = (from: Election): Change[] =>
  [...saidBy(`changes --from ${from}`).matchAll(/^(kept|gone|born|reborn|unknown)\n((?: .*\n)+)/gm)].flatMap(
    ([, kind, lines]) =>
      [...lines!.matchAll(/^ {2}(\S+) → (\S+)(?: \((.*)\))?$/gm)].map(([, source, target, cause]) => ({
        ...{ tie: `${source} > ${target}`, kind: kind!, cause: cause ?? '' },
      })),
  )

describe.each([
  ['2012-04-22', '2017-04-23'],
  ['2017-04-23', '2022-04-10'],
] as const)('changes from %s to %s', (from, to) => {
  const [before, after] = [plantedOf(from), plantedOf(to)]
  // On the day itself, or on that of a capture in its window.
  const [there, thereAfter] = [before.all.union(before.kept), after.all.union(after.kept)]
  const ofKind = (kind: string): string[] =>
    changes(from)
      .filter(one => one.kind === kind)
      .map(({ tie }) => tie)

  it('call nothing gone that was there, and nothing born that had been there', () => {
    expect(ofKind('gone').length).toBeGreaterThan(5)
    expect(ofKind('gone').filter(tie => thereAfter.has(tie))).toEqual([])
    expect(ofKind('born').length).toBeGreaterThan(10)
    // Of what began within the window, a page that would lead to it may have been kept before.
    expect(ofKind('born').filter(tie => before.before.has(tie))).toEqual([])
    expect(ofKind('kept').filter(tie => !before.kept.has(tie) || !after.kept.has(tie))).toEqual([])
  })

  it('call each tie that ended gone, or unknown where a page that bore it was not kept', () => {
    const ended = before.near.difference(thereAfter)
    const lost = changes(from).filter(({ tie }) => ended.has(tie))
    expect(new Set(lost.map(({ tie }) => tie))).toEqual(ended)
    expect(lost.filter(({ kind, cause }) => kind !== 'gone' && !(kind === 'unknown' && cause !== ''))).toEqual([])
  })

  it('call each tie that began born, or unknown where nobody had looked', () => {
    const begun = after.near.difference(there)
    const told = changes(from).filter(({ tie }) => begun.has(tie))
    expect(new Set(told.map(({ tie }) => tie))).toEqual(begun)
    expect(told.filter(({ kind }) => !['born', 'reborn', 'unknown'].includes(kind))).toEqual([])
    expect(told.filter(({ kind }) => kind === 'born').length).toBeGreaterThan(begun.size / 2)
  })

  it('leave open what stood on pages that were not kept, of whole sites and by chance', () => {
    // There before and after; of the pages that bore it after, none was kept.
    const unseen = before.near.intersection(after.all).difference(after.kept)
    const lost = { wholeSites: 0, singlePages: 0 }
    for (const tie of unseen) lost[String(tie.split('.example')[0]) in gaps[to] ? 'wholeSites' : 'singlePages']++
    // By 2017 each tie that stood on a page lost by chance stood on another one, too.
    const some = expect.toSatisfy((count: number) => count > 0)
    expect(lost).toEqual({ wholeSites: some, singlePages: to === '2017-04-23' ? 0 : some })
    const told = changes(from).filter(({ tie }) => unseen.has(tie))
    expect(told.length).toBe(unseen.size)
    expect(told.filter(({ kind }) => kind !== 'unknown')).toEqual([])
  })

  it('leave open what the archive lacks of a site', () => {
    const blind = Object.entries(gaps[to]).filter(([, gap]) => gap === 'nothing' || gap === 503)
    expect(blind.length).toBeGreaterThan(0)
    for (const [id, gap] of blind) {
      const own = changes(from).filter(({ tie }) => tie.startsWith(`${id}.example > `))
      expect(own.length, id).toBeGreaterThan(0)
      const cause = gap === 503 ? 'http-503' : 'not-archived'
      for (const one of own)
        expect(one, one.tie).toMatchObject({ kind: 'unknown', cause: expect.stringContaining(cause) })
    }
  })
})

describe('what became of single sites', () => {
  const kindOf = (from: Election, tie: string): string | undefined => changes(from).find(one => one.tie === tie)?.kind

  it('keeps an actor through its new name and address', () => {
    expect(kindOf('2012-04-22', 'carnet-depouillement.example > voix-des-halles.example')).toBe('kept')
    expect(kindOf('2017-04-23', 'gray-heron.example > precinct-works.example')).toBe('kept')
  })

  it('lets a list of friends shrink: those who closed are gone from it', () => {
    expect(kindOf('2012-04-22', 'campagne-claire.example > porte-a-cote.example')).toBe('gone')
    expect(kindOf('2017-04-23', 'second-tour.example > preau-conseil.example')).toBe('gone')
    // Of some of its pages there is no capture of 2022: the list may still stand on those.
    expect(changes('2017-04-23')).toContainEqual({
      tie: 'campagne-claire.example > preau-conseil.example',
      ...{ kind: 'unknown', cause: 'after: not-archived' },
    })
  })

  it('gives the old domain to its owner of then', () => {
    expect(saidBy('discovered')).toContain('halles-hebdo.example')
    expect(saidBy('entity show')).toContain('DISCOVERED')
    expect(['gone', 'unknown']).toContain(kindOf('2017-04-23', 'isoloir-conseil.example > voix-des-halles.example'))
    expect(saidBy('entity date-prefix')).toContain('the dates of heron-field.example are set')
  })
})

describe('the tools that sites took up and gave up between elections', () => {
  const idOf = ({ homepage }: (typeof everySite)[number]): string => hostOf(homepage)
  const siteOf = new Map(everySite.map(site => [idOf(site), site]))
  const used = (id: string, day: Election): PlannedTool[] =>
    // A maker's own site borrows nothing of its tools.
    toolsOn(siteOf.get(id)?.id ?? '', day).filter(({ maker }) => maker !== id)
  const corpus = (): Corpus => openCorpus(corpusFile, 'read')

  it('are found in each wave on the sites that were read, and no other: precision and recall 1', () => {
    const open = corpus()
    const finder = siteToolFinder(open, demoToolTable())
    for (const wave of elections) {
      const read = siteTools(open, { statuses: ['IN'], wave }, finder).filter(({ known }) => known > 0)
      const found = read.flatMap(({ site, uses }) => uses.map(({ tool }) => `${site.id} ${tool.name}`))
      const planned = new Set(read.flatMap(({ site }) => used(site.id, wave).map(({ name }) => `${site.id} ${name}`)))
      expect(planned.size).toBeGreaterThan(15)
      expect(found.toSorted(), wave).toEqual([...planned].toSorted())
      const toolsOf = (id: string) => read.find(({ site }) => site.id === id)?.uses.map(({ tool }) => tool.name)
      // A French tool gives way to an American one; another site takes one up that it had gone without.
      expect(toolsOf('campagne-claire.example')).toEqual([
        wave === '2012-04-22' ? 'Lettre du canton' : 'Walklist Forms',
      ])
      if (wave !== '2012-04-22')
        expect(toolsOf('second-tour.example')).toEqual(wave === '2022-04-10' ? ['Small Dollar Button'] : [])
    }
    open.close()
  })

  it('make more French sites users of American tools from wave to wave in the report', () => {
    const own = openCorpus(corpusFile, 'write')
    setOwnSignatures(own, demoToolTable())
    own.close()
    const open = corpus()
    const { waves } = findTools(readStudy(open, 'elections'))!
    const told = waves.filter(({ country, makers }) => country === 'FR' && makers === 'US')
    const counted = told.map(({ wave, users, sites }) => [wave, users.value, sites.value] as const)
    const planned = elections.map(wave => {
      const french = siteTools(open, { statuses: ['IN'], wave }).filter(({ site, known }) => known > 0 && site.country === 'FR') // prettier-ignore
      const users = french.filter(({ site }) => used(site.id, wave).some(({ country }) => country === 'US'))
      return [wave, users.length, french.length] as const
    })
    open.close()
    expect(counted.filter(([wave]) => (elections as readonly string[]).includes(wave))).toEqual(planned)
    expect(told.every(({ expected, p }) => expected !== null && p !== null)).toBe(true)
    const share = ([, users, sites]: readonly [string, number, number]): number => users / sites
    expect(planned.map(share)).toEqual(planned.map(share).toSorted((a, b) => a - b))
    expect(share(planned.at(-1)!)).toBeGreaterThan(share(planned[0]!))
  })
})

describe('what the page makes besides', () => {
  it('is told by status: waves, drift, what the archive lacks, whose address', () => {
    const status = saidBy('status')
    expect(status).toContain('2012-04-22 (as archived), 2017-04-23 (as archived), 2022-04-10 (as archived)')
  })

  it('quotes captures in tables and reports', () => {
    expect(file('tables-2012', 'links.csv')).toMatch(/http:\/\/archives-du-web\.example\/web\/2012\d{10}\/http:\/\//)
    expect(file('report-2012', 'report.html')).toContain('What archives kept')
    expect(file('report-2012', 'report.html')).toContain('Through time')
    expect(file('report-2022', 'report.html')).toContain('archivée le')
  })
})
