import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { languages, type Language } from '#data/vocabulary/languages.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { someTime } from '#tests/data/store/invented-corpus.ts'
import { crawlWords } from '#tests/data/vocabulary/crawl-words.ts'
import { network } from '../exchange/import/imported.ts'
import { exportFrom, textsOf } from '../exchange/import/through-corpus.ts'

const ring = Array.from({ length: 12 }, (_, at) => [at, (at + 1 + (at % 3)) % 12] as const)
const chords = [0, 2, 4, 6].map(at => [at, at + 1] as const)
const pairs = [...ring, ...chords, ...chords.map(([from, to]) => [to, from] as const)]
const gml = (directed: 0 | 1, ties: readonly (readonly [number, number])[]): string =>
  `graph [ directed ${directed}
${Array.from({ length: 12 }, (_, id) => `node [ id ${id} label "n${id}" country "${id < 6 ? 'FR' : 'US'}" kind "${id % 2 ? 'x' : 'y'}" staff ${(id * 5) % 7} ]`).join('\n')}
${ties.map(([from, to]) => `edge [ source ${from} target ${to} weight ${1 + ((from * to) % 4)} ]`).join('\n')}
]`

const signed = ['ann;bob;-2;hate', 'bob;ann;1;like', 'bob;cyd;3;like', 'cyd;ann;-1;hate', 'dan;eve;2;like']
const networks = [
  { kind: 'directed', texts: ['calls.gml', gml(1, pairs)] },
  { kind: 'undirected', texts: ['friends.gml', gml(0, ring)] },
  { kind: 'signed', texts: ['signed.csv', `from;to;weight;relation\n${signed.join('\n')}\n`] },
] as const

interface Told {
  readonly report: Readonly<Record<Language, Readonly<Record<string, string>>>>
  readonly tables: Readonly<Record<string, string>>
  readonly gexf: string
}

async function toldOf(folder: string, [name, text]: readonly [string, string]): Promise<Told> {
  const made = join(folder, 'made.sqlite')
  writeFileSync(join(folder, name), text)
  await network(join(folder, name), made)
  const corpus = openCorpus(made, 'write')
  const asked = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 20, resolution: 1 } as const
  const now = (): number => someTime
  try {
    await analyseCorpus(corpus, asked, now, () => undefined)
    const findings = gatherFindings(readStudy(corpus, 'told'))
    const report = (language: Language) =>
      Object.fromEntries(
        reportFiles(findings, speakReport(language, findings)).map(([name, parts]) => [name, [...parts].join('')]),
      )
    mkdirSync(join(folder, 'out'))
    return {
      report: { en: report('en'), fr: report('fr') },
      tables: textsOf(await exportFrom(made, join(folder, 'out'), { format: 'csv' })),
      gexf: Object.values(textsOf(await exportFrom(made, join(folder, 'out'), { format: 'gexf' }))).join(''),
    }
  } finally {
    corpus.close()
  }
}

/** The sentences of a report, without code, places of sections and where its numbers come from. Its first one says what it calls sites. */
const sentences = (markdown: string): string[] =>
  markdown
    .split(/^## (?:Where the numbers|D’où viennent)/m)[0]!
    .split('\n')
    .filter(line => !/^\*(?:Sources|Source)\W/.test(line))
    .flatMap(line =>
      line
        .replaceAll(/`[^`]*`|\{#[\w-]+\}|\]\([^)]*\)|\d sites? \((?:nodes of the file|nœuds du fichier)\)/g, '')
        .split(/(?<=[.:])\s+/),
    )

describe.each(networks)('what is said of an imported $kind network', ({ kind, texts }) => {
  let told: Told
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'toile-told-'))
    told = await toldOf(folder, texts)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(languages)('is in the report in %s nothing that is true of a crawl alone', language => {
    const { 'report.md': markdown = '', 'report.html': html = '' } = told.report[language]
    expect(sentences(markdown).filter(sentence => crawlWords[language].test(sentence))).toEqual([])
    const heads = [
      ...html.matchAll(/<title>[^<]*|<meta[^>]*content="[^"]*"|<p class="eyebrow">[^<]*|<figcaption>[^<]*/g),
    ]
    expect(heads.length).toBeGreaterThan(1)
    expect(heads.map(([text]) => text).filter(text => crawlWords[language].test(text))).toEqual([])
    const figures = Object.entries(told.report[language]).filter(([name]) => name.endsWith('.svg'))
    expect(figures.filter(([, text]) => crawlWords[language].test(text.replaceAll(/<[^>]*>/g, ' ')))).toEqual([])
  })

  it('is in the codebook nothing of pages, hyperlinks or citing, and no number that nobody counted', () => {
    const meanings = told.tables['codebook.csv']!.split('\n').filter(line => !/^(?:links|pages|codebook),/.test(line))
    const wrong = meanings
      .map(line => line.split(',').slice(4).join(','))
      .filter(text => crawlWords.en.test(text.replaceAll(/mrqap_log_pages_\w+: [^|]*/g, '')))
    expect(wrong).toEqual([])
    const [header, ...rows] = told.tables['edges.csv']!.trim().split('\n')
    const at = ['links', 'pages', 'links_content'].map(name => header!.split(',').indexOf(name))
    expect(rows.every(row => at.every(column => row.split(',')[column] === ''))).toBe(true)
  })

  it('is in a file for other programs no column that only a crawl fills', () => {
    expect(told.gexf).not.toMatch(/title="(?:Pages fetched|Self-links|Start pages|Hyperlinks.*|Source pages)"/)
    expect(told.gexf).toContain('ties of the imported file; weight: as the file gives it')
  })

  it.runIf(kind === 'undirected')('is of its communities nothing that needs a direction', () => {
    for (const language of languages)
      expect(told.report[language]['report.md']).not.toMatch(/direction ignored|sens ignoré/)
    expect(told.report.en['report.md']).toContain('A tie without a direction was taken in both')
    expect(told.report.en['report.md']).not.toContain('The undirected network')
  })

  it.runIf(kind === 'signed')('is that negative weights count with their size, in both languages', () => {
    expect(told.report.en['report.md']).toContain('2 edges have a negative weight in the file')
    expect(told.report.fr['report.md']).toContain('2 liens ont un poids négatif dans le fichier')
  })
})
