import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { nameCommunity } from '#data/store/curate/name-community.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { gatherFindings, type Findings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { type Language, languages } from '#data/vocabulary/languages.ts'
import { storyParts } from '#data/vocabulary/story-text.ts'
import { storiesOf } from '#data/store/stories/stories.ts'
import { tellDemo } from '#viewer/tell-demo.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { sites as demoSites } from '#seeds/demo-web/all-sites.ts'
import { plannedTools } from '#seeds/demo-web/tools/plan.ts'
import { demoToolTable } from '#seeds/demo-web/tools/tool-table.ts'
import { setOwnSignatures } from '#data/store/tools/own-signatures.ts'
import { siteTools } from '#graph/analysis/tools/site-tools.ts'
import { toolsCommand } from '#graph/tools-command.ts'
import { wordsCommand } from '#graph/words/words-command.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { someTime } from '../../data/store/invented-corpus.ts'
import { toolsOfSite } from '#viewer/server/tools/read-tools.ts'
import { crawlDemoWeb } from '../../crawl-demo-web.ts'
import { exportFrom, importTo } from '../exchange/import/through-corpus.ts'
import { numbersOf, readSources, recount } from './recount.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-report-'))
const web = join(folder, 'web.sqlite')

const findingsOf = (file: string): Findings => {
  const corpus = openCorpus(file, 'read')
  try {
    return gatherFindings(readStudy(corpus, 'web'))
  } finally {
    corpus.close()
  }
}

/** The files of a report by name. */
const reportOf = (findings: Findings, language: Language): Record<string, string> =>
  Object.fromEntries(
    reportFiles(findings, speakReport(language, findings)).map(([name, parts]) => [name, [...parts].join('')]),
  )

beforeAll(async () => {
  await crawlDemoWeb(web)
  const corpus = openCorpus(web, 'write')
  setOwnSignatures(corpus, demoToolTable())
  const chosen = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 40, resolution: 1 } as const
  await analyseCorpus(
    corpus,
    chosen,
    () => someTime,
    () => {},
  )
  nameCommunity(corpus, { actor: 'user', reason: '', now: someTime }, namingOf(corpus, { number: 1 }, 'Nos <voisins>'))
  corpus.close()
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The tables of words and tools that a report counts from, by the commands that it prints. */
async function writeWordTables(file: string, tables: string): Promise<void> {
  const printed = reportOf(findingsOf(file), 'en')['report.md']!.matchAll(/^\.\/toile (words|tools) (.*)$/gm)
  for (const [, name, options = ''] of printed) {
    const args = options.split(' ').map(word => (word.endsWith('.sqlite') ? file : word))
    const command = (name === 'words' ? wordsCommand : toolsCommand)(quietSurroundings(tables))
    await command.parseAsync(args, { from: 'user' })
  }
}

async function countAgain(file: string): Promise<{ wrong: unknown[]; counted: number; numbers: number }> {
  const findings = findingsOf(file)
  const tables = await exportFrom(file, mkdtempSync(join(folder, 'tables-')), { format: 'csv', statuses: ['IN'] })
  await writeWordTables(file, tables)
  const sources = readSources(tables, file, reportOf(findings, 'en')['report.md']!)
  const numbers = numbersOf(findings)
  const wrong: unknown[] = []
  let counted = 0
  for (const number of numbers) {
    const again = await recount(sources, number)
    if (again === null) continue
    counted += 1
    if (Math.abs(again - number.value) > 1e-9 * Math.max(1, Math.abs(again))) wrong.push({ again, ...number })
  }
  return { wrong, counted, numbers: numbers.length }
}

describe('the names of communities', () => {
  it.each(['en', 'fr'] as const)('that people gave stand in the report, %s', language => {
    const { 'report.md': text = '' } = reportOf(findingsOf(web), language)
    expect(text).toContain(language === 'en' ? 'Given names.' : 'Noms donnés.')
    expect(text.match(/Nos (?:\\<|&lt;)voisins/g)!.length).toBeGreaterThan(1)
  })
})

describe('the numbers of a report', () => {
  it('are all counted again from the exported tables and the printed questions', async () => {
    const { wrong, counted, numbers } = await countAgain(web)
    expect(wrong).toEqual([])
    expect(counted).toBeGreaterThan(1_000)
    expect(counted / numbers).toBeGreaterThan(0.9)
  })

  it('are so for an imported network, too, of which nothing was crawled', async () => {
    const copy = join(folder, 'copy.sqlite')
    await importTo(copy, await exportFrom(web, folder, { format: 'graphml' }))
    const { wrong, counted } = await countAgain(copy)
    expect(wrong).toEqual([])
    expect(counted).toBeGreaterThan(100)
  })

  it('name their source in the page, and there is no other number in a table or a sentence of findings', () => {
    const { 'report.html': html = '' } = reportOf(findingsOf(web), 'en')
    const sources = [...html.matchAll(/<data value="[^"]*" title="([^"]*)">/g)].map(([, title]) => title)
    expect(sources.length).toBeGreaterThan(500)
    expect(sources.filter(title => title === '')).toEqual([])
    const cells = [...html.matchAll(/<td class="number">(.*?)<\/td>/g)].map(([, cell = '']) => cell)
    expect(cells.filter(cell => /\d/.test(cell.replaceAll(/<data.*?<\/data>/g, '')))).toEqual([])
  })
})

describe('what a report says', () => {
  it('calls nothing more or less without a null model beside it', () => {
    const findings = findingsOf(web)
    const tests = numberlessTests(findings)
    expect(tests.length).toBeGreaterThan(50)
    for (const { verdict, mean, p, q } of tests)
      if (verdict === 'more' || verdict === 'less') expect([mean, p, q].every(Boolean)).toBe(true)
    expect(tests.filter(({ null: model, verdict }) => model === '' && verdict !== 'untested')).toEqual([])
  })

  it('finds what the demonstration web was made to hold: a closed field, two carriers, one community across', () => {
    const { exchange, carriers, communities } = findingsOf(web)
    expect(exchange!.pair).toMatchObject({ one: 'FR', other: 'US' })
    expect(exchange!.pair!.there.value).toBeGreaterThan(2 * exchange!.pair!.back.value)
    expect(carriers!.crossings[0]!.half!.value).toBe(2)
    expect(communities!.shown.filter(({ countries }) => countries.length > 1)).toHaveLength(1)
  })

  it('finds the borrowed tools that were planted, each on its sites, and no other: precision and recall 1', () => {
    const corpus = openCorpus(web, 'read')
    const sites = siteTools(corpus, { statuses: ['IN'] })
    corpus.close()
    const found = sites.flatMap(({ site, uses }) => uses.map(({ tool }) => `${site.id} ${tool.name}`))
    const hostOf = (id: string): string => demoSites.find(site => site.id === id)!.host
    const planned = new Set(
      plannedTools.flatMap(({ name, maker, users }) =>
        // A maker's own site borrows nothing of its tools.
        users.map(hostOf).flatMap(host => (host === maker ? [] : [`${host} ${name}`])),
      ),
    )
    expect(planned.size).toBeGreaterThan(40)
    expect(found.toSorted()).toEqual([...planned].toSorted())
    const part = ({ site, uses }: (typeof sites)[number]) => uses.map(({ tool, pages, kinds }) => [site.id, tool.name, pages, ...kinds]) // prettier-ignore
    const atelier = sites.find(({ site }) => site.id === 'atelier-scrutin.example')!
    // On every page, the form beside two scripts: a page counts once.
    expect(part(atelier)).toContainEqual([atelier.site.id, 'Walklist Forms', atelier.known, 'script', 'form'])
    expect([...sites.find(({ site }) => site.id === 'carnet-depouillement.example')!.otherHosts.keys()]).toEqual([
      'js.not-walklist.example',
    ])
  })

  it('writes sites and tools as a network of two modes, which readers of GEXF and XML read back', async () => {
    const out = join(folder, 'two')
    await toolsCommand(quietSurroundings(folder)).parseAsync([web, '--out', out], { from: 'user' })
    const read = (name: string): string => readFileSync(join(out, name), 'utf8')
    const graph = parseGexf(DirectedGraph, read('tools.gexf'))
    const lines = (name: string): string[] => read(name).trim().split('\n').slice(1)
    expect([graph.order, graph.size]).toEqual([lines('nodes.csv').length, lines('edges.csv').length])
    expect(graph.getNodeAttribute('tool:Walklist Forms', 'bipartite')).toBe(1)
    expect(graph.getEdgeAttribute(graph.edge('site:palier.example', 'tool:Walklist Forms'), 'weight')).toBeGreaterThan(
      1,
    )
    expect(graph.everyEdge((_edge, _said, from, to) => from.startsWith('site:') && to.startsWith('tool:'))).toBe(true)
    const ends: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => ends.push(name))
    parser.write(read('tools.graphml')).close()
    expect(ends.filter(name => name === 'edge')).toHaveLength(graph.size)
  })

  it.each([
    [['--out', 'x', '--by', 'site', '--limit', '3'], '--out writes sites and tools, all of them; expected it without --by, --limit'],
    [['--csv', '--limit', '3'], '--limit is of the rows shown; expected it without --csv, which has all'],
    [['--json', '--limit', '3'], 'expected it without --json, which has all'],
    [['--site', 'palier.example', '--by', 'wave'], '--by wave compares countries, and one site has one; expected --site with tool, site, host or page'],
    [['--by', 'host', '--categories', 'cms'], '--by host lists hosts of no known tool, which have no category'],
  ])('refuses options of tools that would change nothing: %s', async (options, says) => {
    const call = toolsCommand(quietSurroundings(folder)).exitOverride().parseAsync([web, ...options], { from: 'user' })
    await expect(call).rejects.toThrow(says)
  }) // prettier-ignore

  it('answers the map with the tools of a site and the pages that show each', () => {
    const corpus = openCorpus(web, 'read')
    const told = toolsOfSite(corpus, { statuses: ['IN'] }, 'palier.example')!
    expect(toolsOfSite(corpus, { statuses: ['IN'] }, 'nobody.example')).toBeNull()
    corpus.close()
    expect(told.known).toBe(told.pages)
    expect(told.tools.map(({ name, country }) => [name, country])).toEqual([['Walklist Forms', 'US']])
    expect(told.tools[0]!.shown[0]).toMatchObject({ kind: 'script', sign: 'js.walklist.example/embed/v2/' })
    expect(told.tools[0]!.sources).toEqual([{ url: 'invented for the demonstration', checked: '' }])
  })

  it('tells whose tools sites use, by kind, and what chance would give', () => {
    const { tools } = findingsOf(web)
    expect(tools!.tools[0]).toMatchObject({ name: 'Typecase Fonts', sites: { value: 12 } })
    const french = tools!.kinds.find(({ kind, country, makers }) => kind === '' && country === 'FR' && makers === 'US')!
    expect(french.users.value).toBeLessThanOrEqual(french.sites.value)
    expect(french.expected!.value).toBeGreaterThan(0)
    expect(reportOf(findingsOf(web), 'fr')['report.md']).toContain('## À qui sont les outils')
  })

  it.each(['fr', 'en'] as const)('holds a paragraph of method with every parameter, version and seed: %s', language => {
    const findings = findingsOf(web)
    const { 'report.md': markdown = '' } = reportOf(findings, language)
    const pasted = markdown.split('\n').filter(line => line.startsWith('> '))
    const { analysis, calls } = findings.settings
    for (const text of [analysis!.graphHash, analysis!.version, analysis!.runtime, calls[0]!.userAgent, 'demo.csv'])
      expect(pasted.join('\n')).toContain(text)
    for (const [name, value] of [...analysis!.options, ...calls[0]!.options])
      expect(markdown).toContain(`| \`${name}\` | \`${value.replaceAll('|', '\\|')}\` |`)
  })

  it.each(['fr', 'en'] as const)('has a word for everything: %s', language => {
    const { 'report.md': markdown = '', 'report.html': html = '' } = reportOf(findingsOf(web), language)
    expect(`${markdown}${html}`).not.toMatch(/undefined|NaN|Infinity|\[object/)
  })

  it.each([
    [
      'second',
      'findings are those of the wave second, the last of 2',
      'les résultats sont ceux de la vague second, la dernière de 2',
      2,
    ],
    [
      'first',
      'What was read, and what was not, is told as the last wave left it',
      'est dit tel que la dernière vague l’a laissé',
      2,
    ],
    [
      'all',
      'those of all 2 waves together: an edge that is gone counts',
      'ceux des 2 vagues ensemble\u00a0: un lien disparu compte',
      2,
    ],
    [null, 'The network and its findings are those of', 'Le réseau et les résultats sont ceux', 0],
  ] as const)('says of which wave its network is, before the findings and in the method: %s', (wave, en, fr, times) => {
    const found = findingsOf(web)
    const [own] = found.observed.waves
    const waves =
      wave === null
        ? [own!]
        : [
            { ...own!, label: 'first' },
            { ...own!, label: 'second' },
          ]
    const findings = { ...found, graphWave: wave, observed: { ...found.observed, waves } }
    const left = {
      en: 'hyperlinks are those of all waves together',
      fr: 'les hyperliens sont ceux de toutes les vagues',
    }
    for (const [language, sentence] of [
      ['en', en],
      ['fr', fr],
    ] as const) {
      const { 'report.md': markdown = '' } = reportOf(findings, language)
      expect(markdown.split(sentence)).toHaveLength(times + 1)
      if (times > 0) expect(markdown.indexOf(sentence)).toBeLessThan(markdown.indexOf('{#summary}'))
      expect(markdown.includes(left[language])).toBe(times > 0)
    }
  })

  it('tells in French nothing in English', () => {
    const { 'report.md': markdown = '' } = reportOf(findingsOf(web), 'fr')
    const ours = markdown
      .split(/^## D’où viennent/m)[0]!
      .split(/^## Références/m)[0]!
      .split('\n')
      .filter(line => !/^[|>*!]|\]\(</.test(line))
    const words = ours.join('\n').replaceAll(/\(#\w+\)|\{#\w+\}|`[^`]*`/g, '')
    expect(words).not.toMatch(/\b(the|of|and|sites that|edges|chance)\b/i)
  })

  it('is the same twice', () => {
    const [one, other] = [findingsOf(web), findingsOf(web)]
    expect(reportOf(one, 'fr')).toEqual(reportOf(other, 'fr'))
  })

  it('holds the sites’ sentences beside the strongest edges', () => {
    const { edges } = findingsOf(web)
    const corpus = openCorpus(web, 'read')
    const stored = new Set(
      corpus
        .sql<{ value: string }>('SELECT value FROM snippet')
        .all()
        .map(({ value }) => value),
    )
    corpus.close()
    expect(edges.all.length).toBe(10)
    for (const { evidence } of [...edges.all, ...edges.abroad])
      for (const { context, anchor } of evidence) {
        if (context !== '') expect(stored.has(context)).toBe(true)
        if (anchor !== '') expect(stored.has(anchor)).toBe(true)
      }
  })
})

describe('the page', () => {
  it('needs nothing but itself, and runs nothing', () => {
    const { 'report.html': html = '' } = reportOf(findingsOf(web), 'fr')
    expect(html).not.toMatch(/<script|<link(?! rel="icon" href="data:,")|<img|@import|url\(|\son\w+=/i)
    expect(html).toContain("default-src 'none'")
  })

  it('draws the mixing matrix, the stability and the degrees, each also a file of its own that is well-formed', () => {
    const files = reportOf(findingsOf(web), 'fr')
    for (const name of ['mixing', 'stability', 'degrees']) {
      const svg = files[`figure-${name}.svg`]!
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
      expect(svg).toMatch(/<title[^>]*>[^<]+<\/title>/)
      expect(files['report.html']).toContain(svg.trim())
    }
  })
})

interface AnyTest {
  readonly null: string
  readonly verdict: string
  readonly mean?: unknown
  readonly p?: unknown
  readonly q?: unknown
}

function numberlessTests(value: unknown): AnyTest[] {
  if (typeof value !== 'object' || value === null) return []
  if ('verdict' in value && 'null' in value) return [value as AnyTest]
  return Object.values(value).flatMap(numberlessTests)
}

describe('the demonstration’s story', () => {
  it('has six steps in each language, says that the web is invented, and counts what its numbers lead to', () => {
    const corpus = openCorpus(web, 'write')
    try {
      tellDemo(corpus, someTime)
      tellDemo(corpus, someTime)
      const [story, ...others] = storiesOf(corpus)
      expect([others.length, story!.steps.length, story!.steps.flatMap(({ quotes }) => quotes).length]).toEqual([
        0, 6, 2,
      ])
      const count = (sql: string, ...values: string[]): number => corpus.sql<{ n: number }>(sql).get(...values)!.n
      const links = `FROM link JOIN entity a ON a.id = source_entity JOIN entity b ON b.id = target_entity
        WHERE a.id <> b.id AND a.status = 'IN' AND b.status = 'IN'`
      const ties = `SELECT count(DISTINCT a.id * 100000 + b.id) AS n ${links}`
      const truths: readonly (readonly [RegExp, (...parts: string[]) => number])[] = [
        [/^screen=table$/, () => count(`SELECT count(*) AS n FROM entity WHERE status = 'IN'`)],
        [/^screen=matrix$/, () => count(ties)],
        [/^colour=country&cell=country&row=(\w+)&col=(\w+)$/, (row, col) => count(`${ties} AND a.country = ? AND b.country = ?`, row!, col!)], // prettier-ignore
        [/^colour=country&from=(.+)&to=(.+)$/, (from, to) => count(`SELECT count(*) AS n ${links} AND a.name = ? AND b.name = ?`, from!, to!)], // prettier-ignore
        [/^site=(.+)$/, id => count(`SELECT count(DISTINCT a.id) AS n ${links} AND b.name = ?`, id!)],
        [/^zone=content$/, () => count(`${ties} AND coalesce(link.zone_site, link.zone) = 'content'`)],
      ]
      const told = languages.map(language => {
        const text = story!.steps.map(step => step.text[language]).join('\n')
        expect(text).toMatch(/web (?:is invented|est inventé)/)
        return storyParts(text).flatMap(({ text: said, address }) =>
          address === undefined ? [] : [{ address, number: Number(/\d+/.exec(said)![0]) }],
        )
      })
      expect(told[0]).toEqual(told[1])
      expect(told[0]!.length).toBe(8)
      for (const { address, number } of told[0]!) {
        const plain = decodeURIComponent(address)
        const [pattern, truth] = truths.find(([one]) => one.test(plain))!
        expect(`${plain}: ${number}`).toBe(`${plain}: ${truth(...pattern.exec(plain)!.slice(1))}`)
      }
    } finally {
      corpus.close()
    }
  })
})
