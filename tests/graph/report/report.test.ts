import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { nameCommunity } from '#data/store/curate/name-community.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { gatherFindings, type Findings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { wordsCommand } from '#graph/words/words-command.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { someTime } from '../../data/store/invented-corpus.ts'
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

/** The tables of words that a report counts from, by the commands that it prints. */
async function writeWordTables(file: string, tables: string): Promise<void> {
  for (const [, options = ''] of reportOf(findingsOf(file), 'en')['report.md']!.matchAll(/^\.\/toile words (.*)$/gm)) {
    const args = options.split(' ').map(word => (word.endsWith('.sqlite') ? file : word))
    await wordsCommand(quietSurroundings(tables)).parseAsync(args, { from: 'user' })
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
